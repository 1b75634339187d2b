"""What depositaries' tables say, kept as they say it; and what editors have seen of it.

A table may be about a treaty of which the Centre has no record. It never changes one: what agrees
and what does not is computed (``docs/adr/0017``).
"""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit.library.models.kinds import Instrument


class StatusTable(models.Model):
    """One page of a depositary about one treaty, as it was on a day.

    ``about`` is the key of the instrument where somebody said so; else the instrument that bears
    the number is meant.
    """

    class Holds(models.TextChoices):
        ACTS = "acts", "acts of states"
        STATEMENTS = "statements", "declarations and reservations"

    depositary = models.CharField(max_length=16)  # whose numbers count: untc
    number = models.CharField(max_length=40, blank=True)
    holds = models.CharField(max_length=10, choices=Holds)
    about = models.CharField(max_length=200, blank=True)
    publisher = models.CharField(max_length=200, blank=True)
    address = models.URLField(max_length=500, blank=True)
    printed_on = models.DateField(null=True, blank=True)  # the day as of which it tells
    digest = models.CharField(max_length=64)  # of what was read in the file
    imported_at = models.DateTimeField()

    class Meta:
        ordering = ["depositary", "number", "about", "holds"]
        constraints = [
            models.UniqueConstraint(
                fields=["depositary", "number", "holds"],
                condition=~models.Q(number=""),
                name="library_one_table_a_number",
            ),
            models.UniqueConstraint(
                fields=["depositary", "about", "holds"],
                condition=models.Q(number=""),
                name="library_one_table_without_number",
            ),
            models.CheckConstraint(
                condition=~models.Q(number="", about=""), name="library_table_of_something"
            ),
            models.CheckConstraint(
                condition=models.Q(holds__in=["acts", "statements"]),
                name="library_table_holds_acts_or_statements",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.depositary} {self.number or self.about}: {self.get_holds_display()}"


class TableAct(models.Model):
    """One cell that tells of an act, or one statement: as printed, and what it means."""

    table = models.ForeignKey(StatusTable, on_delete=models.CASCADE, related_name="acts")
    position = models.PositiveIntegerField()
    party = models.TextField()  # as printed
    code = models.CharField(max_length=8, blank=True)
    act = models.CharField(max_length=32, blank=True)
    on = models.DateField(null=True, blank=True)
    column = models.TextField()
    printed = models.TextField(blank=True)
    mark = models.CharField(max_length=2, blank=True)
    footnotes = models.JSONField(default=list, blank=True)
    statement = models.TextField(blank=True)
    doubt = models.TextField(blank=True)

    class Meta:
        ordering = ["table", "position"]
        constraints = [
            models.UniqueConstraint(fields=["table", "position"], name="library_one_act_a_place"),
        ]

    def __str__(self) -> str:
        return f"{self.party}: {self.printed or self.column}"


class SeenDifference(models.Model):
    """A difference between a table and a record that an editor has seen: the record is right.

    ``fingerprint`` is of both sides: when either changes the difference is a new one.
    """

    instrument = models.ForeignKey(
        Instrument, on_delete=models.CASCADE, related_name="seen_differences"
    )
    fingerprint = models.CharField(max_length=64)
    says = models.TextField()  # the difference, for people
    reason = models.TextField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "fingerprint"], name="library_one_difference_seen_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="library_difference_seen_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.says
