"""What works do with works they cite, as records say: affirm, reverse, follow, distinguish …"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from manumit.library.models import Finding, Relation, Work
from manumit.library.selectors.margins import RelationLine, work_margin
from manumit.records import RELATION_KINDS

TREATMENTS = (
    "affirms", "reverses", "varies", "follows", "distinguishes", "considers", "interprets",
)  # fmt: skip
_ACTIVE = {passive: active for active, passive in RELATION_KINDS.items()}
PASSIVE_TREATMENTS = [RELATION_KINDS[kind] for kind in TREATMENTS]
# What takes a finding back for certain, and what may have done so.
_UNDOING = ("reversed_by", "varied_by", "superseded_by")
_DOUBTING = ("distinguished_by", "considered_by")


@dataclass(frozen=True, slots=True)
class Treatment:
    """What the citing work does, and what the record adds to that."""

    kind: str
    note: str


Treatments = Mapping[int, Sequence[Treatment]]  # by the number of the other work


def treated_by(work: Work) -> Treatments:
    """What other published works do with this one, whichever of both records says so."""
    incoming = Relation.objects.filter(target=work.pk, work__live=True, kind__in=TREATMENTS)
    own = Relation.objects.filter(work=work.pk, target__live=True, kind__in=PASSIVE_TREATMENTS)
    return _by_work(_stated(incoming, "work_id"), _stated(own, "target_id"))


def treats(work: Work) -> Treatments:
    """What this work does with other published works, whichever of both records says so."""
    own = Relation.objects.filter(work=work.pk, target__live=True, kind__in=TREATMENTS)
    incoming = Relation.objects.filter(target=work.pk, work__live=True, kind__in=PASSIVE_TREATMENTS)
    return _by_work(_stated(own, "target_id"), _stated(incoming, "work_id"))


def is_treatment(line: RelationLine) -> bool:
    """Whether a relation of a work stands among its citations."""
    return line.other is not None and _ACTIVE.get(line.kind, line.kind) in TREATMENTS


def treatments_among(works: Sequence[Work]) -> list[tuple[Work, str, Work]]:
    """What each of these works does with another of them: later, ``reverses``, earlier."""
    by_number = {work.pk: work for work in works}
    rows = Relation.objects.filter(work__in=by_number, target__in=by_number).order_by("pk")
    found = []
    for one, kind, other in rows.values_list("work_id", "kind", "target_id"):
        ends = by_number[one], by_number[other]
        if kind in RELATION_KINDS:
            found.append((ends[0], kind, ends[1]))
        else:
            found.append((ends[1], _ACTIVE[kind], ends[0]))
    return found


def tell_fates(findings: Iterable[Finding]) -> None:
    """Note with each finding that is no longer good which later judgments did that, if one can say.

    Where nothing reversed, varied or superseded the judgment and several only considered it, nobody
    can tell by the relations which of them it was.
    """
    margins: dict[int, list[RelationLine]] = {}
    for finding in findings:
        if finding.fate != "good":
            number = finding.judgment_id
            if number not in margins:
                margins[number] = work_margin(finding.judgment)
            finding.undone_by = _undoers(margins[number])


def _undoers(lines: Sequence[RelationLine]) -> list[RelationLine]:
    certain = [line for line in lines if line.other and line.kind in _UNDOING]
    possible = [line for line in lines if line.kind in _DOUBTING]
    return certain or (possible if len(possible) == 1 and possible[0].other else [])


def _stated(rows: Any, other: str) -> list[tuple[int, str, str]]:
    return list(rows.order_by("pk").values_list(other, "kind", "note"))


def _by_work(*stated: Iterable[tuple[int, str, str]]) -> Treatments:
    """What is stated on either side, each treatment once: the record of the one that acts first."""
    found: dict[int, dict[str, Treatment]] = defaultdict(dict)
    for number, kind, note in chain(*stated):
        active = _ACTIVE.get(kind, kind)
        found[number].setdefault(active, Treatment(active, note))
    return {number: list(kinds.values()) for number, kinds in found.items()}
