"""The journal is told what a concept said and says."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from manumit.journal import services as journal
from manumit.journal.types import BeforeAndAfter
from manumit.vocab.models import Concept, Proposal


def facts_of(scheme: str, code: str) -> dict[str, Any]:
    """What the rows say of a concept; nothing of one that is not there."""
    held = Concept.objects.select_related("broader").filter(scheme=scheme, code=code).first()
    if held is None:
        return {}
    rows = held.labels.values_list("language", "kind", "text", "instrument", "confirmed")
    return {
        "definition": held.definition,
        "broader": held.broader.code if held.broader else "",
        "labels": sorted(map(list, rows)),
    }


def tell(
    scheme: str,
    code: str,
    *,
    proposal: Proposal,
    before: dict[str, Any],
    by: Any,
    at: datetime,
    touches: Iterable[str] = (),
) -> None:
    """Append that the vocabulary was changed, by whom, why, and from what to what."""
    journal.append(
        action="vocabulary changed",
        subject=f"{scheme}:{code}",
        by=by,
        at=at,
        why=proposal.source,
        detail={"proposed_by": proposal.by_id},
        change=BeforeAndAfter(before, facts_of(scheme, code)),
        touches=touches,
    )
