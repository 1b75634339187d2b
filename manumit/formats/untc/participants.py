"""Whose act it is: the printed name of a participant, taken apart and given a code."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from manumit.formats.untc.states import CODES, GONE, SINCE

_NOTE = r"(?:\[\d{1,3}\]|\d{1,3}|[\u00b9\u00b2\u00b3\u2070-\u2079]{1,3})"
_NOTES = re.compile(rf"[\s,]*(?P<notes>{_NOTE}(?:[\s,]+{_NOTE}|(?=\[)\[\d{{1,3}}\]){{0,9}})\s*$")
_DIGITS = re.compile(r"\d+")
_FORMER = re.compile(r"\s*\(former\)$|^former\s+", re.IGNORECASE)
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_LONGEST = 200
NOBODY = "nobody is known here by that name"


@dataclass(frozen=True, slots=True)
class Participant:
    """A printed name without the marks of its footnotes, whose it is, or why that is open."""

    name: str
    footnotes: tuple[str, ...] = ()
    code: str = ""
    doubt: str = ""

    def on(self, day: date | None) -> tuple[str, str]:
        """The code, or why there is none, for an act of that day."""
        if day is None or self.code not in SINCE:
            return self.code, self.doubt
        first, other = SINCE[self.code]
        if day >= first:
            return self.code, self.doubt
        return "", f"before {first:%-d %B %Y} this may be an act of {other}"


@lru_cache(maxsize=1024)  # tables name the same states again and again
def read_participant(printed: str) -> Participant:
    """Take a printed name apart: ``China 3, 4``, ``Yugoslavia (former) [1]``."""
    name, footnotes = split_footnotes(printed)
    folded = _fold(_FORMER.sub("", name))
    if folded in _GONE:
        return Participant(name, footnotes, doubt=_GONE[folded])
    if folded in _CODES:
        return Participant(name, footnotes, _CODES[folded])
    return Participant(name, footnotes, doubt=NOBODY)


def split_footnotes(printed: str) -> tuple[str, tuple[str, ...]]:
    """A text and the numbers of the footnotes printed after it."""
    printed = " ".join(printed.split())
    found = _NOTES.search(printed[-_LONGEST:])
    if not found:
        return printed, ()
    # Figures written small become plain ones.
    notes = _DIGITS.findall(unicodedata.normalize("NFKC", found["notes"]))
    return printed[: len(printed) - len(found[0])], tuple(notes)


def _fold(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name.casefold()).replace("&", " and ")
    bare = "".join(one for one in bare if not unicodedata.combining(one))
    words = _NOT_A_WORD.sub(" ", bare).split()
    words = ["saint" if word == "st" else word for word in words]
    return " ".join(words[1:] if words[:1] == ["the"] else words)


_CODES = {_fold(name): code for name, code in CODES.items()}
_GONE = {_fold(name): fate for name, fate in GONE.items()}
