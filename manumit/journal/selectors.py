"""Reading the journal."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Max, Min

from manumit.accounts.types import User
from manumit.journal.chain import BEGINNING
from manumit.journal.models import Entry, Head
from manumit.journal.types import ChainCheck, Change, Told

_AT_ONCE = 2000  # rows read from the database at a time


def last_number() -> int:
    """The number of the newest entry; 0 when nothing has happened yet."""
    return Entry.objects.aggregate(last=Max("number"))["last"] or 0


def changes_since(number: int) -> Iterator[Change]:
    """Every entry after ``number``, oldest first, read in batches."""
    rows = Entry.objects.filter(number__gt=number).values_list(
        "number", "at", "action", "subject", "detail__touches"
    )
    for at_number, at, action, subject, touches in rows.iterator(chunk_size=_AT_ONCE):
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


def entries(
    *,
    actions: Collection[str] = (),
    subjects: Any = None,
    begins: datetime | None = None,
    ends: datetime | None = None,
) -> Any:
    """The entries, newest first: of these actions, about these subjects, from ``begins`` on and
    before ``ends``; what is left out does not narrow. A queryset, to be counted and sliced.
    """
    rows = Entry.objects.order_by("-number")
    if actions:
        rows = rows.filter(action__in=actions)
    if subjects is not None:
        rows = rows.filter(subject__in=subjects)
    if begins:
        rows = rows.filter(at__gte=begins)
    return rows.filter(at__lt=ends) if ends else rows


def told(rows: Collection[Any]) -> list[Told]:
    """Entries with who did them by name; an account that is gone has its number alone."""
    people = User.objects.in_bulk({row.by_id for row in rows if row.by_id})
    return [_told(row, people) for row in rows]


def first_moment() -> datetime | None:
    """When the journal begins; None while it is empty."""
    moment: datetime | None = Entry.objects.aggregate(first=Min("at"))["first"]
    return moment


def check_chain() -> ChainCheck:
    """Read the whole journal and say whether each entry is as it was written, and none is gone.

    What is appended meanwhile does not disturb: the head is read before the entries.
    """
    head = Head.objects.first() or Head()
    number, digest = 0, BEGINNING
    for entry in Entry.objects.order_by("number").iterator(chunk_size=_AT_ONCE):
        if fault := _fault(entry, number, digest):
            return ChainCheck(number, fault)
        number, digest = entry.number, entry.digest
        if number == head.number and digest != head.digest:
            return ChainCheck(number, f"entry {number} is not the one that was written last")
    if number < head.number:
        return ChainCheck(number, f"the entries after {number} are gone: {head.number} were written")
    return ChainCheck(number, "")


def _fault(entry: Entry, number: int, digest: str) -> str:
    if entry.number != number + 1:
        return f"entry {number + 1} is gone"
    if entry.previous != digest:
        return f"entry {entry.number} does not follow on entry {number}"
    if entry.digest != entry.link():
        return f"entry {entry.number} was changed after it was written"
    return ""


def _told(row: Entry, people: Mapping[int, User]) -> Told:
    who = str(people.get(row.by_id, f"account {row.by_id}")) if row.by_id else ""
    fields = {name: tuple(pair) for name, pair in row.detail.get("fields", {}).items()}
    why = row.detail.get("why", "")
    return Told(row.number, row.at, row.action, row.subject, who, why, row.digest, fields)
