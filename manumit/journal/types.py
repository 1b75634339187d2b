"""What the journal shows to others."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Change:
    """One entry: ``subject`` is the key of the thing that changed."""

    number: int
    at: datetime
    action: str
    subject: str
