"""Provisions in Vietnamese: Điều 150, khoản 1 Điều 150, điểm a khoản 2 Điều 150."""

import re
from collections.abc import Iterator

from manumit.citations.provisions.types import Grammar, Pin

_POINT = r"[Đđ]iểm\s(?P<point>[a-zđ])"
_CLAUSE = r"[Kk]hoản\s(?P<clause>\d{1,2})"
_ARTICLES = r"(?:Điều|điều)\s(?P<articles>\d{1,3}[a-z]?(?:(?:\s?,\s?|\s(?:và|hoặc)\s)(?:Điều\s)?\d{1,3}[a-z]?){0,20})"
_PHRASE = re.compile(rf"(?:{_POINT}[,\s]{{1,2}})?(?:{_CLAUSE}[,\s]{{1,2}})?{_ARTICLES}(?!\w)")
_NUMBER = re.compile(r"\d{1,3}[a-z]?")


def read(phrase: str) -> Iterator[Pin]:
    """The provisions that a phrase names, in its order."""
    match = _PHRASE.fullmatch(phrase)
    if match is None:
        return
    below = tuple(filter(None, (match["clause"], match["point"])))
    for number in _NUMBER.findall(match["articles"]):
        yield Pin("article", (number, *below))


GRAMMAR = Grammar(
    openings=("Điều", "điều", "Khoản", "khoản", "Điểm", "điểm"),
    pattern=_PHRASE,
    read=read,
    before=re.compile(r"\s?,?\s?(?:của\s)?"),
    after=re.compile(r"\s?,?\s?(?:tại\s)?"),
)
