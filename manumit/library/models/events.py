"""What states do under an instrument."""

from typing import ClassVar

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from manumit.library.models.kinds import Instrument


class TreatyEvent(Orderable):
    """One dated, sourced act of a state, or of a state for a territory.

    Where a territory stands on a day is never stored: it is computed from these.
    """

    instrument = ParentalKey(Instrument, on_delete=models.CASCADE, related_name="events")
    party = models.CharField(max_length=8)  # codes of jurisdictions
    territory = models.CharField(max_length=8, blank=True)
    act = models.CharField(max_length=32)
    after = models.CharField(max_length=8, blank=True)  # the state that was bound before
    against = models.CharField(max_length=8, blank=True)
    undoes = models.CharField(max_length=10, blank=True)  # the day of the act taken back
    in_part = models.BooleanField(default=False)
    on = models.CharField(max_length=10, blank=True)  # as exact as it is known
    effective_on = models.DateField(null=True, blank=True)
    gist = models.TextField(blank=True)
    source = models.CharField(max_length=64)  # the id of one of the instrument's sources
    confirmed_by = models.JSONField(default=list, blank=True)  # ids of others

    class Meta(Orderable.Meta):
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["party", "territory"], name="library_event_whose")
        ]

    def __str__(self) -> str:
        whose = f"{self.party} for {self.territory}" if self.territory else self.party
        return f"{self.act} by {whose}, {self.on or 'day unknown'}"
