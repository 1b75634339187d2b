"""Works and provisions whose records name the concepts of the situation."""

from collections import defaultdict
from collections.abc import Iterator

from manumit.library import selectors as library
from manumit.library.types import SearchPassage
from manumit.reference import Concept, concepts, kept_with_concepts, label_of, systems
from manumit.research.finding.asking import Rarity, weight_of
from manumit.research.finding.rankings import Candidate, Ranking
from manumit.research.reading.matters import matters
from manumit.research.types import Reading, Why

_WEIGHT, _K = 3.0, 10
_OTHERS = (
    1 / 3
)  # how much the concepts count against a work that nobody spoke of: its root of their number
_MOST = 3.0  # that one concept counts, however often it is spoken of


def named(reading: Reading, rarity: Rarity) -> Ranking:
    """Of the jurisdiction, of the places that play a part and of international bodies; judgments of all."""
    wanted = _wanted(reading, rarity)
    bodies = {code for code, system in systems().items() if system.kind == "system"}
    near = {reading.place.code, *reading.elsewhere, *bodies}
    rows = [
        *library.tagged(wanted, systems=near),
        *library.tagged(wanted, systems=systems().keys() - near, kind="judgment"),
    ]
    return Ranking(_WEIGHT, _K, [_candidate(row, wanted, rarity) for row in rows])


def _wanted(reading: Reading, rarity: Rarity) -> dict[str, float]:
    """The concepts and what each counts: those named, and those that matters speak of."""
    wanted = defaultdict(float, {spoken.code: 1.0 for spoken in reading.concepts})
    for spoken in reading.matters:
        for code in matters()[spoken.code].topics:
            wanted[code] += weight_of(spoken, rarity)
    return wanted


def _candidate(row: library.Tagged, wanted: dict[str, float], rarity: Rarity) -> Candidate:
    """Worth the concepts it shares, the less the more others it has."""
    shared = sorted(row.codes & wanted.keys(), key=lambda code: -wanted[code])
    worth = sum(min(wanted[code], _MOST) * rarity.of(code) for code in shared)
    passage = SearchPassage(row.eid, label_of(row.eid), "", "", "") if row.eid else None
    why = Why("concept", ", ".join(_names(shared[:3])))
    return Candidate(row.key, worth / (len(row.codes) + 1) ** _OTHERS, passage, why)


def _names(codes: list[str]) -> Iterator[str]:
    return (_concepts()[code].label() for code in codes if code in _concepts())


@kept_with_concepts
def _concepts() -> dict[str, Concept]:
    return {concept.code: concept for concept in concepts()}
