"""Changes to what was forwarded: keyword-only, atomic, told to the journal without the contributor."""

from manumit.contributions.services.following import answer, withdraw
from manumit.contributions.services.forwarding import begin, send
from manumit.contributions.services.removing import take_down
from manumit.contributions.services.reviewing import (
    accept,
    ask,
    clear,
    close,
    decline,
    grant_takedown,
)

__all__ = [
    "accept",
    "answer",
    "ask",
    "begin",
    "clear",
    "close",
    "decline",
    "grant_takedown",
    "send",
    "take_down",
    "withdraw",
]
