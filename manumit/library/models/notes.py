"""What colleagues tell each other about a record while they work on it."""

from django.conf import settings
from django.db import models


class Note(models.Model):
    """A note on whatever record has the key: for editors alone, no part of the record.

    It is never exported, published or told to the journal, and goes with the record.
    """

    key = models.CharField(max_length=200, db_index=True)
    text = models.TextField(max_length=4000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text
