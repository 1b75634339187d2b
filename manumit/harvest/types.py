"""What the harvest shows to others: its rows, and what each may be."""

from manumit.harvest.fetching import Fetcher, Gate, Getter, Limits, Pace
from manumit.harvest.models import Became, Fetched, Run, Source, Trust

__all__ = [
    "Became",
    "Fetched",
    "Fetcher",
    "Gate",
    "Getter",
    "Limits",
    "Pace",
    "Run",
    "Source",
    "Trust",
]
