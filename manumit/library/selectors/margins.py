"""What stands beside a work: applications, relations, the chain of its proceeding."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from manumit.library.models import AppliedProvision, Relation, Work
from manumit.records import RELATION_KINDS


@dataclass(frozen=True, slots=True)
class RelationLine:
    """A relation as seen from a work: ``considers`` or ``considered_by``, and the other work."""

    kind: str
    key: str
    other: Work | None
    note: str
    on: date | None = None


def applied_in(work: Work) -> list[AppliedProvision]:
    """Where published judgments applied this work, newest first."""
    rows = work.applied_in.filter(judgment__live=True).select_related("judgment__forum", "passage")
    # There may be hundreds, and a judgment's row is long.
    shown = rows.only(
        "how", "target", "judgment__key", "judgment__title", "judgment__language", "judgment__decided_on",
        "judgment__forum__names", "judgment__forum__system", "passage__eid",
    )  # fmt: skip
    return list(shown.order_by("-judgment__decided_on", "passage__position"))


def law_applied(judgment: Any) -> list[AppliedProvision]:
    """The works and passages that a judgment applied, in the order of its record."""
    return list(judgment.applied.select_related("target", "passage"))


def work_margin(work: Work) -> list[RelationLine]:
    """The work's relations both ways, each once, as the work itself would say them."""
    inverse = RELATION_KINDS | {passive: active for active, passive in RELATION_KINDS.items()}
    lines: dict[tuple[str, str], RelationLine] = {}
    for row in Relation.objects.filter(work=work.pk).select_related("target"):
        shown = row.target if row.target and row.target.live else None
        lines[row.kind, row.target_key] = RelationLine(
            row.kind, row.target_key, shown, row.note, row.on
        )
    for row in Relation.objects.filter(target=work.pk, work__live=True).select_related("work"):
        kind = inverse[row.kind]
        line = RelationLine(kind, row.work.key, row.work, row.note, row.on)
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
