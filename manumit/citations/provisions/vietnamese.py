"""Provisions in Vietnamese: Điều 150, khoản 1 Điều 150, điểm a và điểm b khoản 2 Điều 150."""

import re
from collections.abc import Iterator

from manumit.citations.numerals import between
from manumit.citations.provisions.types import Grammar, Pin

_AND = r"(?:\s?,\s?|\s(?:và|hoặc)\s)"
_TO = r"(?:\s?-\s?|\sđến\s)"
_POINTS = rf"(?:các\s)?[Đđ]iểm\s(?P<points>[a-zđ](?:{_AND}(?:điểm\s)?[a-zđ]\b){{0,10}})"
_CLAUSES = (
    rf"(?:các\s)?[Kk]hoản\s(?P<clauses>\d{{1,2}}(?:(?:{_AND}|{_TO})(?:khoản\s)?\d{{1,2}}){{0,10}})"
)
_ARTICLES = rf"(?:[Cc]ác\s)?(?:Điều|điều)\s(?P<articles>\d{{1,3}}[a-z]?(?:(?:{_AND}|{_TO})(?:[Đđ]iều\s)?\d{{1,3}}[a-z]?){{0,20}})"
_PHRASE = re.compile(rf"(?:{_POINTS}[,\s]{{1,2}})?(?:{_CLAUSES}[,\s]{{1,2}})?{_ARTICLES}(?!\w)")
_TOKEN = re.compile(r"(?P<range>-|đến)|(?P<number>\d{1,3}[a-z]?|\b[a-zđ]\b)")


def read(phrase: str) -> Iterator[Pin]:
    """The provisions that a phrase names, in its order."""
    match = _PHRASE.fullmatch(phrase)
    if match is None:
        return
    for article in _listed(match["articles"]):
        for clause in _listed(match["clauses"] or "") or [""]:
            for point in _listed(match["points"] or "") or [""]:
                yield Pin("article", tuple(filter(None, (article, clause, point))))


def _listed(words: str) -> list[str]:
    found: list[str] = []
    in_range = False
    for token in _TOKEN.finditer(words):
        if token["range"]:
            in_range = bool(found)
            continue
        found += between(found[-1], token["number"])[1:] if in_range else [token["number"]]
        in_range = False
    return found


GRAMMAR = Grammar(
    openings=("Điều", "điều", "Khoản", "khoản", "Điểm", "điểm", "các ", "Các "),
    pattern=_PHRASE,
    read=read,
    before=re.compile(r"\s?,?\s?(?:của\s)?"),
    after=re.compile(r"\)?\s?,?\s?(?:tại\s)?"),
)
