"""What stands beside a work: findings, applications, relations, the chain of its proceeding."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from manumit.library.models import AppliedProvision, Finding, Passage, Relation, Work
from manumit.records import RELATION_KINDS


@dataclass(frozen=True, slots=True)
class RelationLine:
    """A relation as seen from a work: ``considers`` or ``considered_by``, and the other work."""

    kind: str
    key: str
    other: Work | None
    note: str


def findings_about(passages: Iterable[Passage]) -> list[Finding]:
    """Findings of published judgments about any of these provisions, newest judgment first."""
    rows = Finding.objects.filter(about__passage__in=list(passages), judgment__live=True)
    return list(
        rows.distinct()
        .select_related("judgment__forum")
        .prefetch_related("pinpoints__passage", "about")
        .order_by("-judgment__decided_on", "sort_order")
    )


def findings_of(work: Any) -> list[Finding]:
    """The findings of a judgment with their pinpoints and the provisions they are about."""
    return list(work.findings.prefetch_related("pinpoints__passage", "about__passage__work").all())


def applied_in(work: Work) -> list[AppliedProvision]:
    """Where published judgments applied this work, newest first."""
    rows = work.applied_in.filter(judgment__live=True).select_related("judgment__forum", "passage")
    return list(rows.order_by("-judgment__decided_on", "passage__position"))


def work_margin(work: Work) -> list[RelationLine]:
    """The work's relations both ways, each once, as the work itself would say them."""
    inverse = RELATION_KINDS | {passive: active for active, passive in RELATION_KINDS.items()}
    lines: dict[tuple[str, str], RelationLine] = {}
    for row in Relation.objects.filter(work=work.pk).select_related("target"):
        shown = row.target if row.target and row.target.live else None
        lines[row.kind, row.target_key] = RelationLine(row.kind, row.target_key, shown, row.note)
    for row in Relation.objects.filter(target=work.pk, work__live=True).select_related("work"):
        kind = inverse[row.kind]
        line = RelationLine(kind, row.work.key, row.work, row.note)
        lines.setdefault((kind, row.work.key), line)
    return sorted(lines.values(), key=lambda line: (line.kind, line.key))


def chain_of(judgment: Any) -> list[Any]:
    """The published judgments of the same proceeding, oldest first; empty when it is alone."""
    if judgment.proceeding_id is None:
        return []
    chain = list(
        judgment.proceeding.judgments.filter(live=True)
        .select_related("forum")
        .order_by("decided_on", "key")
    )
    return chain if len(chain) > 1 else []
