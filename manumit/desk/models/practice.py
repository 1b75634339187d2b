"""Practice notes on their way out of the desk."""

from django.db import models

from manumit.desk.models.drawn import drawn_name


class PracticeNote(models.Model):
    """A note that two advisers have let out, until it is on the shelves: of no case and of no day.

    ``approved_in`` is a month (``2026-11``). The name is drawn by lot, so that rows are in no order.
    """

    name = models.CharField(max_length=24, primary_key=True, default=drawn_name)
    title = models.CharField(max_length=150)
    text = models.TextField()
    place = models.CharField(max_length=20)
    language = models.CharField(max_length=20)
    approved_in = models.CharField(max_length=7)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.title
