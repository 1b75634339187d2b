"""Reading the journal."""

from collections.abc import Iterator

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
