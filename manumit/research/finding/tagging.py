"""Works and provisions whose records name the concepts of the situation."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping

from manumit.library import selectors as library
from manumit.library.types import SearchPassage
from manumit.reference import Concept, concepts, kept_with_concepts, label_of, system_of, systems
from manumit.research.finding.asking import Rarity, weight_of
from manumit.research.finding.leading import reaching
from manumit.research.finding.rankings import Candidate, Ranking
from manumit.research.reading.matters import matters
from manumit.research.types import Reading, Why

_WEIGHT, _K = 3.0, 10
# How much it counts that a record is about little else: so great a power of the share that was asked for. A law of
# the place is meant to cover much, and is what an adviser needs: there it counts less.
_SHARE, _SHARE_OF_LAW = 3 / 4, 1 / 4
_MOST = 3.0  # that one concept counts, however often it is spoken of


def named(reading: Reading, rarity: Rarity) -> Ranking:
    """Of the jurisdiction, of places that play a part and of international bodies; judgments of all.

    Of other lands also the law that reaches here.
    """
    wanted = _wanted(reading, rarity)
    home = reading.place.code
    bodies = {code for code, system in systems().items() if system.kind == "system"}
    near = {home, *reading.elsewhere, *bodies}
    rows = [
        *library.tagged(wanted, systems=near),
        *library.tagged(wanted, systems=systems().keys() - near, kind="judgment"),
    ]
    reach = reaching(reading)
    abroad = library.tagged(wanted, systems={system_of(key) for key in reach} - near)
    rows += [row for row in abroad if row.key in reach]
    law = library.tagged(wanted, systems=[home], kind="legislation")
    candidates = [_candidate(row, wanted, rarity, _SHARE) for row in rows]
    candidates += [_candidate(row, wanted, rarity, _SHARE_OF_LAW) for row in law]
    return Ranking(_WEIGHT, _K, candidates)


def _wanted(reading: Reading, rarity: Rarity) -> dict[str, float]:
    """The concepts and what each counts: those named, and those that matters speak of."""
    wanted = defaultdict(float, {spoken.code: 1.0 for spoken in reading.concepts})
    for spoken in reading.matters:
        for code in matters()[spoken.code].topics:
            wanted[code] += weight_of(spoken, rarity)
    return wanted


def _candidate(
    row: library.Tagged, wanted: Mapping[str, float], rarity: Rarity, power: float
) -> Candidate:
    shared = sorted(row.codes & wanted.keys(), key=lambda code: -wanted[code])
    passage = SearchPassage(row.eid, label_of(row.eid), "", "", "") if row.eid else None
    why = Why("concept", ", ".join(_names(shared[:3])))
    return Candidate(row.key, worth(row.codes, wanted, rarity, power), passage, why)


def worth(
    about: frozenset[str], wanted: Mapping[str, float], rarity: Rarity, power: float = _SHARE
) -> float:
    """What a record about these concepts counts: those that are wanted, the more the less else it is about.

    Of two records with the same two wanted concepts, the one that has one more goes before the one that has
    eighteen more. ``power`` is how much that counts: 0 not at all, 1 as the share itself.
    """
    shared = about & wanted.keys()
    counted = sum(min(wanted[code], _MOST) * rarity.of(code) for code in shared)
    return counted * math.pow(len(shared) / len(about), power)


def _names(codes: list[str]) -> Iterator[str]:
    return (_concepts()[code].label() for code in codes if code in _concepts())


@kept_with_concepts
def _concepts() -> dict[str, Concept]:
    return {concept.code: concept for concept in concepts()}
