"""What is on the shelves, in numbers."""

from typing import Any

from django.db.models import Count

from manumit.library.models import Citation, Passage, Work
from manumit.library.selectors.works import counts_by_kind


def statistics() -> dict[str, Any]:
    """Counts of published works by kind, jurisdiction, topic and confidence, of passages, of citations.

    What other rooms hold is counted there.
    """
    works = Work.objects.published()
    return {
        "works": counts_by_kind(),
        "passages": Passage.objects.standing().filter(work__live=True).count(),
        "citations": Citation.objects.standing().filter(work__live=True).count(),
        "by_jurisdiction": _counts(works, "system_id"),
        "by_topic": _counts(works.exclude(topics=None), "topics__code"),
        "by_confidence": _counts(works, "confidence"),
    }


def counts_to_do() -> dict[str, int]:
    """What waits for an editor: ``unverified`` published works, ``drafts``, ``open_citations``."""
    drafts = Work.objects.filter(live=False, withdrawn_at=None)
    cited = Citation.objects.standing().filter(work__live=True, target=None)
    return {
        "unverified": Work.objects.published().filter(confidence="unverified").count(),
        "drafts": drafts.count(),
        "open_citations": cited.count(),
    }


def _counts(works: Any, field: str) -> dict[str, int]:
    rows = works.order_by().values(field).annotate(n=Count("pk", distinct=True))
    return {row[field]: row["n"] for row in rows.order_by("-n", field)}
