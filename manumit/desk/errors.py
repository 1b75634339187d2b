"""Why the desk did not do something. No message holds what somebody wrote."""

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
    "WrongSecret",
]


class DeskError(Exception):
    """The change was not made; the message says why, for people."""


class Closed(DeskError):
    """The desk cannot take a case: keys are missing, or too few people could read it."""


class NotThere(DeskError):
    """Nothing of that name, or nothing of that name for this person: which, is not told."""


class NotFresh(DeskError):
    """Something for which one shows once more who one is; nothing was done yet."""


class NotAllowed(DeskError):
    """Something that this person, in this case and state, may not do; the message says why."""
