"""How citations are worded: little punctuation, days in full, lists with an ampersand."""

import re
from collections.abc import Sequence

from manumit.base.citing.items import Date, parts_of

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_LETTER = "[A-Za-zÀ-ɏ]"
_INITIAL = re.compile(rf"(?<!\w)({_LETTER})\.(?={_LETTER}\b)")
_LAST = re.compile(rf"(?<={_LETTER})\.(?=\s|$|[,;:()\[\]])")
_BEFORE_NUMBER = re.compile(rf"(?<={_LETTER})\.(?=\d)")
# An action number of a Hong Kong court.
_ACTION = re.compile(r"(?P<court>[A-Z]{3,4}) (?P<number>\d+)/(?P<year>\d{4})")


def unpointed(text: str) -> str:
    """Without the full stops of abbreviations: ``R. v. A.A.`` becomes ``R v AA``."""
    text = _LAST.sub("", _INITIAL.sub(r"\1", text))
    return _BEFORE_NUMBER.sub(" ", text)


def in_words(date: Date | None) -> str:
    """``15 November 2000``, ``November 2000``, ``2000`` or nothing."""
    year, month, day = (*parts_of(date), 0, 0, 0)[:3]
    words = [str(day or ""), _MONTHS[month - 1] if month else "", str(year or "")]
    return " ".join(filter(None, words))


def listed(words: Sequence[str], last: str = " & ") -> str:
    """``a, b & c``."""
    return last.join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def numbers_together(numbers: Sequence[str]) -> str:
    """Case numbers as one: ``DCCC 421/2014`` and ``DCCC 651/2014`` as ``DCCC 421 & 651/2014``."""
    actions = [match for number in numbers if (match := _ACTION.fullmatch(number))]
    kinds = {(action["court"], action["year"]) for action in actions}
    if len(actions) < len(numbers) or len(kinds) != 1:
        return listed([unpointed(number) for number in numbers])
    court, year = kinds.pop()
    return f"{court} {listed([action['number'] for action in actions])}/{year}"


def within(*words: str) -> str:
    """What is known of these, between brackets; nothing where nothing is."""
    known = ", ".join(filter(None, words))
    return f"({known})" if known else ""


def spaced(*words: str) -> str:
    """What is known of these, with spaces between."""
    return " ".join(filter(None, words))
