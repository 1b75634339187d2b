"""Findings of judgments, each with what became of it."""

from collections.abc import Iterable
from typing import Any

from manumit.library.models import Finding, Passage
from manumit.library.selectors.treatments import tell_fates


def findings_about(passages: Iterable[Passage]) -> list[Finding]:
    """Findings of published judgments about any of these provisions, newest judgment first."""
    rows = Finding.objects.filter(about__passage__in=list(passages), judgment__live=True)
    found = list(
        rows.distinct()
        .select_related("judgment__forum")
        .prefetch_related("pinpoints__passage", "about__passage__work")
        .order_by("-judgment__decided_on", "sort_order")
    )
    tell_fates(found)
    return found


def findings_of(work: Any) -> list[Finding]:
    """The findings of a judgment with their pinpoints and the provisions they are about."""
    rows = work.findings.select_related("judgment")
    rows = rows.prefetch_related("pinpoints__passage", "about__passage__work")
    found = list(rows.all())
    tell_fates(found)
    return found


def findings_at(passage: Passage) -> list[Finding]:
    """The findings of a judgment that rest on one of its passages."""
    rows = Finding.objects.filter(pinpoints__passage=passage).distinct().order_by("sort_order")
    rows = rows.select_related("judgment")
    found = list(rows.prefetch_related("about__passage__work", "pinpoints__passage"))
    tell_fates(found)
    return found
