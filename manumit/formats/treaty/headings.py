"""The headings of a treaty: its articles, its chapters, its title."""

import re
from dataclasses import dataclass

from manumit.formats.treaty.lines import Line

_ARTICLE = re.compile(
    r"article\s+(?P<number>\d{1,3}(?:\s?(?:bis|ter|quater|quinquies|[A-Z]\b))?|[IVXLC]{1,7}\b)"
    r"\s*[.:–—-]?\s*(?P<heading>.*)",
    re.IGNORECASE,
)
_DIVISION = re.compile(
    r"(?P<word>title|part|chapter|section|annex|appendix)\s+"
    r"(?P<number>[IVXLC]{1,7}\b|\d{1,3}\b|[A-Z]\b)\s*[.:–—-]?\s*(?P<heading>.*)",
    re.IGNORECASE,
)
_BARE_NUMERAL = re.compile(r"(?P<number>[IVXLC]{1,7})(?:\.|\b)\s*(?P<heading>.*)")
_ANNEX = re.compile(r"(?:annex|appendix)", re.IGNORECASE)
_INSTRUMENT = re.compile(
    r"\b(?:convention|protocol|covenant|agreement|treaty|charter|declaration|statute|pact)\b",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "against",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
    ]
)
_KINDS = {"title": "title", "part": "part", "chapter": "chp", "section": "sec"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that begins a unit.

    ``kind`` is the unit's, ``step`` that of its eid; ``rank`` orders divisions from the
    widest; an article has none.
    """

    kind: str
    step: str
    number: str
    printed: str
    heading: str
    rank: int = 0


_RANKS = {"title": 1, "part": 2, "chapter": 3, "section": 4}


def unit_heading(line: Line) -> Heading | None:
    """The unit a line begins; None for text and for every other heading."""
    if not line.level:
        return None
    if found := _ARTICLE.fullmatch(line.text):
        return _heading(found, line.text, "article", "art")
    if found := _BARE_NUMERAL.fullmatch(line.text):
        return _heading(found, line.text, "part", "part", _RANKS["part"])
    if _ANNEX.fullmatch(line.text):
        return Heading("annex", "annex", "", line.text, "")
    return _division(line.text)


def _division(text: str) -> Heading | None:
    found = _DIVISION.fullmatch(text)
    if not found:
        return None
    word = found["word"].lower()
    if _ANNEX.fullmatch(word):
        return _heading(found, text, "annex", "annex")
    return _heading(found, text, word, _KINDS[word], _RANKS[word])


def _heading(found: re.Match[str], text: str, kind: str, step: str, rank: int = 0) -> Heading:
    printed = text[: found.end("number")].strip()
    return Heading(kind, step, found["number"], printed, clean_heading(found["heading"]), rank)


def clean_heading(text: str) -> str:
    """A heading without the dash some texts set before it."""
    return text.lstrip("-–— ").strip()


def names_an_instrument(text: str) -> bool:
    """Whether the text could be a treaty's title."""
    return _INSTRUMENT.search(text) is not None


def normal_case(title: str) -> str:
    """A title without its full stop and, where it is all in capitals, in normal case."""
    title = title.strip().rstrip(".").strip()
    if not title.isupper():
        return title
    words = title.lower().split()
    return " ".join(
        word if at and word in _SMALL_WORDS else word[:1].upper() + word[1:]
        for at, word in enumerate(words)
    )
