"""What the journal shows to others."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Change:
    """One entry: ``subject`` is the key of the thing that changed.

    ``touches`` are keys of other things that are no longer as they were, because of it.
    """

    number: int
    at: datetime
    action: str
    subject: str
    touches: tuple[str, ...] = ()
