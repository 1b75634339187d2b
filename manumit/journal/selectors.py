"""Reading the journal."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from django.db.models import Max

from manumit.journal.models import Entry
from manumit.journal.types import Change


def last_number() -> int:
    """The number of the newest entry; 0 when nothing has happened yet."""
    return Entry.objects.aggregate(last=Max("number"))["last"] or 0


def changes_since(number: int) -> Iterator[Change]:
    """Every entry after ``number``, oldest first, read in batches."""
    rows = Entry.objects.filter(number__gt=number).values_list(
        "number", "at", "action", "subject", "detail__touches"
    )
    for at_number, at, action, subject, touches in rows.iterator(chunk_size=2000):
        yield Change(at_number, at, action, subject, tuple(touches or ()))


def first_numbers(since: Mapping[str, datetime | None]) -> dict[str, int]:
    """By subject, the number of its first entry at or after the moment given, if it has one."""
    rows = Entry.objects.filter(subject__in=list(since)).values_list("subject", "at", "number")
    found: dict[str, int] = {}
    for subject, at, number in rows.order_by("number"):
        begins = since[subject]
        if subject not in found and begins is not None and at >= begins:
            found[subject] = number
    return found


def has_happened(*, action: str, subject: str) -> bool:
    """Whether the journal tells of this action on this thing."""
    return Entry.objects.filter(action=action, subject=subject).exists()
