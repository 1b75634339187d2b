"""Provisions in Malay and Indonesian: seksyen 12, Pasal 2 ayat (1), Pasal 2 dan Pasal 3."""

import re
from collections.abc import Iterator

from manumit.citations.provisions.types import Grammar, Pin

_ITEM = r"\d{1,3}[A-Z]?(?:\(\w{1,3}\)){0,3}(?:\s(?:ayat|huruf)\s\(?\w{1,2}\)?){0,2}"
_PHRASE = re.compile(
    rf"(?P<unit>[Ss]eksyen|Pasal|pasal|Perkara)\s{_ITEM}(?:(?:\s?,\s?|\s(?:dan|atau)\s)(?:Pasal\s|seksyen\s)?{_ITEM}){{0,20}}",
    re.ASCII,
)
_TOKEN = re.compile(_ITEM, re.ASCII)
_STEP = re.compile(r"(?:ayat|huruf)\s\(?(\w{1,2})\)?|\((\w{1,3})\)|(\d{1,3}[A-Z]?)", re.ASCII)


def read(phrase: str) -> Iterator[Pin]:
    """The provisions that a phrase names, in its order."""
    unit = "section" if phrase.lower().startswith("seksyen") else "article"
    for token in _TOKEN.finditer(phrase):
        steps = tuple(next(filter(None, found)) for found in _STEP.findall(token[0]))
        yield Pin(unit, steps)


GRAMMAR = Grammar(
    openings=("Seksyen", "seksyen", "Pasal", "pasal", "Perkara"),
    pattern=_PHRASE,
    read=read,
    before=re.compile(r"\s?,?\s?(?:daripada\s|dalam\s)?", re.ASCII),
    after=re.compile(r"\s?,?\s?", re.ASCII),
)
