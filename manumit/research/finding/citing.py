"""Works that the text cites, law that the judgments found so far apply, and judgments that apply the law."""

from collections import defaultdict
from collections.abc import Sequence

from manumit.library import selectors as library
from manumit.library.types import SearchPassage
from manumit.reference import is_nested, label_of
from manumit.research.finding.rankings import Candidate, Fused, Ranking
from manumit.research.types import Why

_CITED, _APPLIED, _APPLYING, _K = 5.0, 0.5, 1.0, 5
_ELSEWHERE = 0.2  # of a judgment that applies another provision of a law than those found
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


def applying(found: Sequence[Fused]) -> Ranking:
    """The judgments that applied the leading law, worth what it is: above all the provisions found of it."""
    leading = {one.key: one for one in found[:_LEADING]}
    worth: dict[str, float] = defaultdict(float)
    for law, judgments in library.applying(leading).items():
        pins = [passage.eid for passage in leading[law].best_passages()]
        hits: dict[str, float] = {}
        for judgment, eid in judgments:
            hit = 1.0 if any(is_nested(eid, pin) for pin in pins) else _ELSEWHERE
            hits[judgment] = max(hit, hits.get(judgment, 0.0))
        for judgment, hit in hits.items():
            worth[judgment] += leading[law].score * hit
    rows = [Candidate(key, score, None, Why("applying", "")) for key, score in worth.items()]
    return Ranking(_APPLYING, _K, rows)


def _at(eid: str) -> SearchPassage | None:
    return SearchPassage(eid, label_of(eid), "", "", "") if eid else None
