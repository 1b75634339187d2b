"""Provisions in Portuguese, as Macao's laws are cited: artigo 2.º, n.º 1 do artigo 4.º, artigos 2.º e 3.º."""

import re
from collections.abc import Iterator

from manumit.citations.provisions.types import Grammar, Pin

_MARK = r"(?:\.?[ºo°])?"
_NUMBER = rf"\d{{1,4}}{_MARK}(?:-[A-Z])?"
_PART = r"n\.?[ºo°]\s?(?P<part>\d{1,2})\sdo\s"
_PHRASE = re.compile(
    rf"(?:{_PART})?[Aa]rt(?:igos?|s?\.)\s?(?P<list>{_NUMBER}(?:(?:\s?,\s?|\se\s){_NUMBER}){{0,10}})(?:,\sn\.?[ºo°]\s?(?P<after>\d{{1,2}}))?"
)
_EACH = re.compile(r"(\d{1,4})(?:\.?[ºo°])?(-[A-Z])?")


def read(phrase: str) -> Iterator[Pin]:
    """The provisions that a phrase names, in its order."""
    match = _PHRASE.fullmatch(phrase)
    if match is None:
        return
    below = tuple(filter(None, (match["part"] or match["after"],)))
    for number, letter in _EACH.findall(match["list"]):
        yield Pin("article", (number + letter, *below))


GRAMMAR = Grammar(
    openings=("artigo", "Artigo", "n.º ", "n.o "),
    pattern=_PHRASE,
    read=read,
    before=re.compile(r"\s?,?\s?(?:d[aoe]s?\s)?"),
    after=re.compile(r"\s?,?\s?"),
)
