"""The fields that a query can name: ``title:``, ``court:``, ``year:2010..2015``."""

import re
from typing import Literal

from manumit.search.days import span
from manumit.search.query.tree import Between
from manumit.search.types import FACETS

Way = Literal["text", "facet", "date"]

_ALIASES = {
    "court": "forum",
    "in": "jurisdiction",
    "area": "practice_area",
    "lang": "language",
    "name": "title",
    "cite": "citation",
    "number": "citation",
    "type": "kind",
}
_TEXTS = ("title", "citation")
FIELDS: dict[str, tuple[Way, str]] = {
    **{name: ("text", name) for name in _TEXTS},
    **{name: ("facet", name) for name in FACETS},
    "date": ("date", "date"),
    "year": ("date", "date"),
    **{alias: ("text" if name in _TEXTS else "facet", name) for alias, name in _ALIASES.items()},
}
"""By what is typed: the way in which it is looked for, and the name of the field."""

_RANGE = re.compile(r"(?P<first>[\d-]*)\.\.(?P<last>[\d-]*)")


def is_dated(name: str) -> bool:
    """Whether what follows the field is a day, a year or a range of them."""
    return FIELDS[name][0] == "date"


def range_of(name: str, typed: str) -> Between | None:
    """The range that was typed (``2010..2015``, ``2010..``, ``2010-05``); None for nonsense."""
    found = _RANGE.fullmatch(typed)
    first, last = (found["first"], found["last"]) if found else (typed, typed)
    if not (first or last) or any(end and span(end) is None for end in (first, last)):
        return None
    return Between(FIELDS[name][1], first, last)
