"""Works that the text cites, and works that the judgments found so far apply."""

from collections import defaultdict
from collections.abc import Sequence

from manumit.library import selectors as library
from manumit.library.types import SearchPassage
from manumit.reference import label_of
from manumit.research.finding.rankings import Candidate, Fused, Ranking
from manumit.research.types import Why

_CITED, _APPLIED, _K = 5.0, 0.5, 5
_LEADING = 30  # works found so far whose law is looked at


def cited(text: str) -> Ranking:
    """The published works that the text cites; what may be one of several counts as each."""
    found = [
        Candidate(
            work.key, 1.0, _at(next(iter(each.citation.pinpoints), "")), Why("cited", each.citation.text)
        )
        for each in library.check_text(text)
        if each.state != "open"
        for work in each.works
    ]  # fmt: skip
    return Ranking(_CITED, _K, found)


def applied(found: Sequence[Fused]) -> Ranking:
    """The law that the leading judgments applied, worth what these judgments are."""
    leading = {one.key: one.score for one in found[:_LEADING]}
    worth: dict[str, float] = defaultdict(float)
    pins: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for judgment, law in library.applied_by(leading).items():
        for key, eid in law:
            pins[key][eid] += leading[judgment]
        for key in {key for key, _ in law}:
            worth[key] += leading[judgment]
    rows = [
        Candidate(key, score, _at(max(pins[key], key=pins[key].__getitem__)), Why("applied", ""))
        for key, score in worth.items()
    ]
    return Ranking(_APPLIED, _K, rows)


def _at(eid: str) -> SearchPassage | None:
    return SearchPassage(eid, label_of(eid), "", "", "") if eid else None
