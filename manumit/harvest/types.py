"""What the harvest shows to others: its rows, and what each may be."""

from manumit.harvest.fetching import Fetcher, Gate, Getter, Limits, Pace
from manumit.harvest.models import Became, Fetched, Run, Source, Trust
from manumit.harvest.notices import Notice

__all__ = [
    "Became",
    "Fetched",
    "Fetcher",
    "Gate",
    "Getter",
    "Limits",
    "Notice",
    "Pace",
    "Run",
    "Source",
    "Trust",
]
