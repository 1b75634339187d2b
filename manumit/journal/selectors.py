"""Reading the journal."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Max, Min, Q

from manumit.journal.chain import BEGINNING
from manumit.journal.models import Entry, Head
from manumit.journal.types import ChainCheck, Change, Told, What

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


def has_happened(*, action: str, subject: str) -> bool:
    """Whether the journal tells of this action on this thing."""
    return Entry.objects.filter(action=action, subject=subject).exists()


def entries(
    *,
    actions: Collection[str] = (),
    among: Sequence[Any] = (),
    beginning: str = "",
    begins: datetime | None = None,
    ends: datetime | None = None,
) -> Any:
    """The entries, newest first, as a queryset to be counted and sliced.

    ``actions`` names those wanted; ``among`` are querysets of keys, one of which has the subject;
    ``beginning`` is how its key begins, ``begins`` is the first moment and ``ends`` the first one after. What is left out does not narrow.
    """
    rows = Entry.objects.select_related("by").order_by("-number")
    if actions:
        rows = rows.filter(action__in=actions)
    if among:
        rows = rows.filter(reduce(or_, (Q(subject__in=keys) for keys in among)))
    if beginning:
        rows = rows.filter(subject__startswith=beginning)
    if begins:
        rows = rows.filter(at__gte=begins)
    return rows.filter(at__lt=ends) if ends else rows


def actions() -> list[str]:
    """Every word for what was done, in the order of the alphabet."""
    return list(Entry.objects.order_by("action").values_list("action", flat=True).distinct())


def told(rows: Iterable[Entry]) -> list[Told]:
    """Entries with who did them by name; an account that is gone has its number alone."""
    return [_told(row) for row in rows]


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
            return ChainCheck(number, fault, digest)
        number, digest = entry.number, entry.digest
        if number == head.number and digest != head.digest:
            fault = f"entry {number} is not the one that was written last"
            return ChainCheck(number, fault, digest)
    gone = f"the entries after {number} are gone: {head.number} were written"
    return ChainCheck(number, gone if number < head.number else "", digest)


def _fault(entry: Entry, number: int, digest: str) -> str:
    if entry.number != number + 1:
        return f"entry {number + 1} is gone"
    if entry.previous != digest:
        return f"entry {entry.number} does not follow on entry {number}"
    if entry.digest != entry.link():
        return f"entry {entry.number} was changed after it was written"
    return ""


def _told(row: Entry) -> Told:
    return Told(
        number=row.number,
        at=row.at,
        action=row.action,
        subject=row.subject,
        person=str(row.by or f"account {row.by_id}") if row.by_id else "",
        why=row.detail.get("why", ""),
        digest=row.digest,
        what=_what(row),
        fields={name: tuple(pair) for name, pair in row.detail.get("fields", {}).items()},
    )


def _what(row: Entry) -> What:
    if row.action == "unpublished":
        return "withdrawn"
    if row.action == "text imported":
        return "text"
    new = row.detail.get("made") or ("was" in row.detail and row.detail["was"] is None)
    return "added" if new else "changed"
