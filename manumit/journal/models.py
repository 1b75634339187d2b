"""The journal: every public change, once, in the order in which it was committed."""

from django.conf import settings
from django.db import models

from manumit.journal.chain import BEGINNING, link


class Head(models.Model):
    """The last number given out and that entry's digest: one row, locked until a writer commits.

    The lock makes numbers gapless and rising in commit order, so a reader that remembers the
    last number it saw never misses a change of a transaction that was slower than its neighbour;
    and each entry is chained to the one that really stands before it.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, default=BEGINNING, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="journal_one_head"),
        ]

    def __str__(self) -> str:
        return str(self.number)


class Entry(models.Model):
    """One change: who did what to which thing, when and why, and what the thing became.

    The database refuses to change or delete one (``docs/adr/0021``). So the number of the account
    stays when the account goes: it is no foreign key of the database.
    """

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    action = models.CharField(max_length=40)
    subject = models.CharField(max_length=200, db_index=True)
    detail = models.JSONField(default=dict)
    previous = models.CharField(max_length=64, default=BEGINNING, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.number} {self.action} {self.subject}"

    def link(self) -> str:
        """The digest that the entry must have, by what it says."""
        return link(
            previous=self.previous,
            number=self.number,
            at=self.at,
            by=self.by_id,
            action=self.action,
            subject=self.subject,
            detail=self.detail,
        )
