"""Works and passages by the concepts that their records name, and the law that judgments applied."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from manumit.base.kept import Kept
from manumit.journal import selectors as journal
from manumit.library.models import AppliedProvision, Passage, Work

_MOST = 5_000  # works, and as many passages: those about most of what was asked for


@dataclass(frozen=True, slots=True)
class Tagged:
    """A published work, or a passage of it, and all the concepts that it is about.

    ``eid`` is empty for the work as a whole.
    """

    key: str
    eid: str
    codes: frozenset[str]


def tagged(codes: Iterable[str], *, systems: Iterable[str], kind: str = "") -> list[Tagged]:
    """Works and passages of these systems that are about any of the concepts; of one kind, or of all."""
    wanted = list(codes)
    whose: dict[str, Any] = {"system__in": list(systems)} | ({"kind": kind} if kind else {})
    works = _about(Work.objects.published().filter(**whose), wanted)
    of_works = {f"work__{name}": value for name, value in whose.items()}
    passages = _about(Passage.objects.standing().filter(work__live=True, **of_works), wanted)
    return [
        *_collected(Work.topics.through.objects.filter(work__in=works), "work__key"),
        *_collected(
            Passage.topics.through.objects.filter(passage__in=passages),
            "passage__work__key",
            "passage__eid",
        ),
    ]


def tag_counts() -> tuple[Counter[str], int]:
    """How many works and passages are about each concept, and how many are about any."""
    return TAG_COUNTS.lately()


def applied_by(keys: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """By key of a published judgment, the published works that it applied, each with the passage."""
    rows = AppliedProvision.objects.filter(
        judgment__key__in=list(keys), judgment__live=True, target__live=True
    )
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for judgment, target, eid in rows.values_list("judgment__key", "target__key", "eid"):
        found[judgment].append((target, eid))
    return found


def applying(keys: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """By key of a published work, the published judgments that applied it, each with the passage of it."""
    rows = AppliedProvision.objects.filter(
        target__key__in=list(keys), target__live=True, judgment__live=True
    )
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for target, judgment, eid in rows.values_list("target__key", "judgment__key", "eid"):
        found[target].append((judgment, eid))
    return found


def _about(rows: Any, codes: list[str]) -> list[int]:
    """The numbers of those about any of the concepts, about most of them first."""
    about = rows.order_by().filter(topics__code__in=codes).annotate(matching=Count("topics"))
    return list(about.order_by("-matching", "pk").values_list("pk", flat=True)[:_MOST])


def _collected(rows: Any, *address: str) -> Iterator[Tagged]:
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for code, *where in rows.order_by().values_list("concept__code", *address):
        found[tuple(where)].add(code)
    for where, about in found.items():
        yield Tagged(where[0], where[1] if len(where) > 1 else "", frozenset(about))


def _counted() -> tuple[Counter[str], int]:
    works, passages = Work.topics.through.objects, Passage.topics.through.objects
    counts: Counter[str] = Counter()
    for rows in (works.filter(work__live=True), passages.filter(passage__work__live=True)):
        counts.update(dict(rows.order_by().values_list("concept__code").annotate(n=Count("pk"))))
    about = works.filter(work__live=True).values("work").distinct().count()
    return counts, about + passages.filter(passage__work__live=True).values(
        "passage"
    ).distinct().count()


TAG_COUNTS = Kept(_counted, journal.last_number)
