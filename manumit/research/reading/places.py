"""Whose law is asked for: the places that a text names, weighed by how they stand in it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from manumit.reference import languages, party_name, systems
from manumit.research.words import words
from manumit.search.selectors import Spot, Spotter

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
    """A place that plays a part: its code, how much speaks for it, and the words that do first.

    ``is_there`` where something happens there, or is said in its language: not only somebody from there.
    """

    code: str
    weight: float
    words: str
    is_there: bool


@dataclass(frozen=True, slots=True)
class _Name:
    code: str
    written: str
    adjective: bool = False

    def is_written(self, words: str, text: str) -> bool:
        """Whether these words of the text are the name, accents and all: “lao động” is no word about Lào.

        Who writes without any accent writes a name of two words so too: “Dai Loan”.
        """
        if words.casefold() == self.written.casefold():
            return True
        return text.isascii() and " " in self.written and not self.written.isascii()


def places_in(text: str, usual: tuple[str, ...], homes: tuple[str, ...] = ()) -> list[Told]:
    """The places that the text tells of, the one whose law is most likely meant first.

    Where several are told of alike, the one named first. ``usual`` are the codes of those that a
    centre is mostly asked about: they count a little more where they are named. ``homes`` are those where
    the text's language is spoken.
    """
    weights: dict[str, float] = defaultdict(float)
    said: dict[str, str] = {}
    there = {*homes}
    for spot in _once(_names().spots(text), text):
        weight = _weight(spot, text)
        weights[spot.means.code] += weight
        said.setdefault(spot.means.code, text[spot.start : spot.end])
        if weight > _ADJECTIVE:
            there.add(spot.means.code)
    for code in set(usual) & set(weights):
        weights[code] += _USUAL
    for code in homes:
        weights[code] += _SPOKEN
    told = [
        Told(code, weight, said.get(code, ""), code in there) for code, weight in weights.items()
    ]
    return sorted(told, key=lambda one: -one.weight)


def _once(spots: Iterable[Spot[_Name]], text: str) -> Iterable[Spot[_Name]]:
    """Each name once that is written so: some stand in the lists with and without accents, or as people too."""
    found: dict[tuple[int, str], Spot[_Name]] = {}
    for spot in spots:
        if spot.means.is_written(text[spot.start : spot.end], text):
            at = (spot.start, spot.means.code)
            if at not in found or not spot.means.adjective:
                found[at] = spot
    return found.values()


def jurisdiction_among(told: list[Told]) -> Told | None:
    """The first that has courts and laws of its own; where somebody is from is not where they are."""
    return next(
        (one for one in told if one.is_there and systems()[one.code].kind == "jurisdiction"), None
    )


def elsewhere_among(told: list[Told], but: str) -> tuple[str, ...]:
    """The others that are named as places."""
    others = [one.code for one in told if one.code != but and one.words and one.weight >= _PLACE]
    return tuple(others[:_MOST_ELSEWHERE])


def _weight(spot: Spot[_Name], text: str) -> float:
    """Where somebody is from says as little as an adjective."""
    law = _OF_LAW if _LAW_FOLLOWS.match(text, spot.end) else 0.0
    from_there = spot.means.adjective or text[: spot.start].lower().endswith("from ")
    return law + (_ADJECTIVE if from_there else _PLACE)


def lands() -> set[str]:
    """Every jurisdiction by its names in every language."""
    codes = (code for code, system in systems().items() if system.kind == "jurisdiction")
    return {name for code in codes for name in _named(code)}


def _named(code: str) -> set[str]:
    return {party_name(code, tag) for tag in languages()} | {*systems()[code].names.values()}


@cache
def _names() -> Spotter[_Name]:
    return Spotter(_told_of())


def _told_of() -> Iterator[tuple[str, _Name]]:
    listed = words("places")
    for code, system in systems().items():
        more = listed.get(code, {})
        named_there = (*more.get("places", ()), *more.get("marks", ()))
        yield from ((name, _Name(code, name)) for name in named_there)
        yield from (
            (name, _Name(code, name, adjective=True)) for name in more.get("adjectives", ())
        )
        if system.kind == "jurisdiction":
            named = _named(code)
            # A country's name in one language is a person from there in another: Filipina.
            named -= set(more.get("adjectives", ()))
            yield from ((name, _Name(code, name)) for name in named)
