"""The neutral citation a judgment gives itself, and what it says of court and key."""

import re
from dataclasses import dataclass

from manumit.reference import BadKey, CitationFormat, citation_formats

_BRACKETED_YEAR = re.compile(r"\s*[\[(]\d{4}[\])]")
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Neutral:
    """A neutral citation: as the court writes it, its court's code, and the work's key.

    ``forum`` and ``key`` are empty where the reference does not tell them; ``start`` is where it
    stands in the text.
    """

    cite: str
    forum: str
    key: str
    start: int


def find_neutral(text: str) -> Neutral | None:
    """The first neutral citation in the first 2,000 characters of a text."""
    text = text[:_LONGEST]
    found = [
        (match.start(), form, match)
        for form in citation_formats()
        if form.kind == "neutral" and form.gives == "judgment" and (match := form.search(text))
    ]
    if not found:
        return None
    start, form, match = min(found, key=lambda one: one[0])
    groups = match.groupdict()
    return Neutral(form.cite_for(groups), form.forum or "", _key(form, groups), start)


def name_before_citation(text: str) -> str:
    """``Jarndyce v Jarndyce`` from ``Jarndyce v Jarndyce [1979] ...``; all of it without a year."""
    found = _BRACKETED_YEAR.search(text)
    return text[: found.start()].strip(" ,;") if found else text.strip()


def _key(form: CitationFormat, groups: dict[str, str | None]) -> str:
    try:
        return "" if form.is_stem else form.key_for(groups)
    except BadKey:
        return ""
