"""Provisions in Malay and Indonesian: seksyen 12, Pasal 2 ayat (1) dan ayat (2), Pasal 1 angka 1."""

import re
from collections.abc import Iterator

from manumit.citations.provisions.types import Grammar, Pin

_BELOW = r"(?:ayat|huruf|angka)\s\(?\w{1,2}\)?"
_ITEM = rf"\d{{1,3}}[A-Z]?(?:\(\w{{1,3}}\)){{0,3}}(?:\s{_BELOW}){{0,3}}"
_AND = r"(?:\s?,\s?(?:dan\s|atau\s)?|\s(?:dan|atau)\s|\s?-\s?)"
_UNIT = r"[Ss]eksyen|Pasal|pasal|Perkara|Artikel"
_PHRASE = re.compile(
    rf"(?:{_UNIT})\s{_ITEM}(?:{_AND}(?:(?:(?:{_UNIT})\s)?{_ITEM}|{_BELOW})){{0,20}}", re.ASCII
)
_TOKEN = re.compile(rf"(?P<item>{_ITEM})|(?P<below>{_BELOW})", re.ASCII)
_STEP = re.compile(
    r"(?:ayat|huruf)\s\(?(?P<para>\w{1,2})\)?|angka\s(?P<point>\d{1,2})|\((?P<bracket>\w{1,3})\)|(?P<number>\d{1,3}[A-Z]?)",
    re.ASCII,
)


def read(phrase: str) -> Iterator[Pin]:
    """The provisions that a phrase names, in its order."""
    unit = "section" if phrase.lower().startswith("seksyen") else "article"
    last: tuple[str, ...] = ()
    for token in _TOKEN.finditer(phrase):
        steps = tuple(_steps(token[0]))
        if token["below"] and last:
            steps = (*last[: max(1, len(last) - 1)], *steps)
        yield Pin(unit, steps)
        last = steps


def _steps(item: str) -> Iterator[str]:
    for step in _STEP.finditer(item):
        if step["point"]:
            yield f"point:{step['point']}"
        else:
            yield step["para"] or step["bracket"] or step["number"]


GRAMMAR = Grammar(
    openings=("Seksyen", "seksyen", "Pasal", "pasal", "Perkara", "Artikel"),
    pattern=_PHRASE,
    read=read,
    before=re.compile(r"\s?,?\s?(?:daripada\s|dalam\s)?", re.ASCII),
    after=re.compile(r"\s?,?\s?", re.ASCII),
)
