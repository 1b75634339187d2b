"""Fetching from other people's servers: within limits, politely, and never from our own network."""

from manumit.harvest.fetching.fetcher import Fetcher
from manumit.harvest.fetching.gate import Gate
from manumit.harvest.fetching.pace import Pace
from manumit.harvest.fetching.types import Answer, Getter, Limits, Validators

__all__ = ["Answer", "Fetcher", "Gate", "Getter", "Limits", "Pace", "Validators"]
