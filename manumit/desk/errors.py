"""Why the desk did not do something. No message holds what somebody wrote."""

from datetime import datetime

from manumit.desk.sealing.errors import (
    Busy,
    Excluded,
    Expired,
    KeyGone,
    NotCertified,
    SealBroken,
    SealingError,
    TooFewReaders,
    Unreadable,
    WrongSecret,
)

__all__ = [
    "Busy",
    "Closed",
    "Crowded",
    "DeskError",
    "Excluded",
    "Expired",
    "KeyGone",
    "NotAllowed",
    "NotCertified",
    "NotFresh",
    "NotThere",
    "SealBroken",
    "SealingError",
    "TooFewReaders",
    "Unreadable",
    "UsedUp",
    "WrongSecret",
]


class DeskError(Exception):
    """The change was not made; the message says why, for people."""


class Closed(DeskError):
    """The desk cannot take a case: keys are missing, or too few people could read it."""


class Crowded(Closed):
    """More come than the desk can take; the next one without a word is taken at ``until``."""

    def __init__(self, until: datetime) -> None:
        super().__init__("More come than the desk can take.")
        self.until = until


class NotThere(DeskError):
    """Nothing of that name, or nothing of that name for this person: which, is not told."""


class NotFresh(DeskError):
    """Something for which one shows once more who one is; nothing was done yet."""


class NotAllowed(DeskError):
    """Something that this person, in this case and state, may not do; the message says why."""


class UsedUp(NotAllowed):
    """A word for the door has let in all it may today."""
