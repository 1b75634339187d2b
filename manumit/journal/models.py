"""The journal: every public change, once, in the order in which it was committed."""

from django.conf import settings
from django.db import models


class Head(models.Model):
    """The last number given out: one row, locked by each writer until it commits.

    The lock makes numbers gapless and rising in commit order, so a reader that remembers the
    last number it saw never misses a change of a transaction that was slower than its neighbour.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="journal_one_head"),
        ]

    def __str__(self) -> str:
        return str(self.number)


class Entry(models.Model):
    """One change: who did what to which thing, when, and what the thing became."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    action = models.CharField(max_length=40)
    subject = models.CharField(max_length=200, db_index=True)
    detail = models.JSONField(default=dict)

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.number} {self.action} {self.subject}"
