"""Words that let in whom an organisation sends: nothing of them stands beside a case."""

from django.db import models

from manumit.desk.models.drawn import drawn_name


class DoorWord(models.Model):
    """A word as a keyed hash. ``sealed`` is whom it was given to, under an epoch key; uses are kept nowhere."""

    name = models.CharField(max_length=24, unique=True, default=drawn_name)
    locator = models.BinaryField(unique=True)
    verifier = models.BinaryField()
    sealed = models.BinaryField()
    made_on = models.DateField()

    class Meta:
        ordering = ["made_on", "pk"]

    def __str__(self) -> str:
        return f"a door word of {self.made_on}"
