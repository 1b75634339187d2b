"""Whose law is asked for: the places that a text names, weighed by how they stand in it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from manumit.reference import languages, party_name, systems
from manumit.research.words import words
from manumit.search.selectors import Spot, Spotter, homes_of

_PLACE, _ADJECTIVE, _OF_LAW, _SPOKEN, _USUAL = 2.0, 1.0, 3.0, 2.5, 0.5
# A place or people whose law is spoken of: "Thai law", "the Philippine courts".
_LAW_FOLLOWS = re.compile(
    r"(?:['’]s)?\s+(?:\w+\s+)?(?:laws?|provisions?|offences?|courts?|ordinances?|authorities|"
    r"government|police|statutes?|legislation|acts?)\b",
    re.IGNORECASE,
)
_MOST_ELSEWHERE = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A place that plays a part: its code, how much speaks for it, and the words that do first."""

    code: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class _Name:
    code: str
    written: str
    adjective: bool = False


def places_in(text: str, usual: tuple[str, ...]) -> list[Told]:
    """The places that the text tells of, the one whose law is most likely meant first.

    Where several are told of alike, the one named first. ``usual`` are the codes of those that a
    centre is mostly asked about: they count a little more where they are named.
    """
    weights: dict[str, float] = defaultdict(float)
    said: dict[str, str] = {}
    for spot in _names().spots(text):
        # Terms are without accents: "lao động" is no word about Lào.
        if text[spot.start : spot.end].casefold() == spot.means.written.casefold():
            weights[spot.means.code] += _weight(spot, text)
            said.setdefault(spot.means.code, text[spot.start : spot.end])
    for code in set(usual) & set(weights):
        weights[code] += _USUAL
    for code in homes_of(text):
        weights[code] += _SPOKEN
    told = [Told(code, weight, said.get(code, "")) for code, weight in weights.items()]
    return sorted(told, key=lambda one: -one.weight)


def jurisdiction_among(told: list[Told]) -> Told | None:
    """The first that has courts and laws of its own."""
    return next((one for one in told if systems()[one.code].kind == "jurisdiction"), None)


def elsewhere_among(told: list[Told], but: str) -> tuple[str, ...]:
    """The others that are named as places."""
    others = [one.code for one in told if one.code != but and one.words and one.weight >= _PLACE]
    return tuple(others[:_MOST_ELSEWHERE])


def _weight(spot: Spot[_Name], text: str) -> float:
    """Where somebody is from says as little as an adjective."""
    law = _OF_LAW if _LAW_FOLLOWS.match(text, spot.end) else 0.0
    from_there = spot.means.adjective or text[: spot.start].lower().endswith("from ")
    return law + (_ADJECTIVE if from_there else _PLACE)


@cache
def _names() -> Spotter[_Name]:
    return Spotter(_told_of())


def _told_of() -> Iterator[tuple[str, _Name]]:
    listed = words("places")
    for code, system in systems().items():
        more = listed.get(code, {})
        yield from ((name, _Name(code, name)) for name in more.get("places", ()))
        yield from (
            (name, _Name(code, name, adjective=True)) for name in more.get("adjectives", ())
        )
        if system.kind == "jurisdiction":
            named = {party_name(code, tag) for tag in languages()} | set(system.names.values())
            # A country's name in one language is a person from there in another: Filipina.
            named -= set(more.get("adjectives", ()))
            yield from ((name, _Name(code, name)) for name in named)
