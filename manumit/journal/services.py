"""Writing to the journal: only ever at the end of it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from manumit.journal.models import Entry, Head
from manumit.journal.types import BeforeAndAfter


@transaction.atomic
def append(
    *,
    action: str,
    subject: str,
    by: Any,
    at: datetime,
    detail: Mapping[str, Any] | None = None,
    touches: Iterable[str] = (),
    why: str = "",
    change: BeforeAndAfter | None = None,
) -> int:
    """Add an entry in the caller's transaction, chained to the one before; returns its number.

    ``action`` is a word such as ``loaded``; ``subject`` the key of what changed; ``by`` the
    person, None for the program itself; ``why`` the reason as the person gave it; ``change`` what
    the thing said before and after. ``touches`` are the keys of other things that the change
    bears on: a work that is cited no longer.
    """
    Head.objects.get_or_create(id=1)
    head = Head.objects.select_for_update().get(id=1)
    entry = Entry(
        number=head.number + 1,
        at=at,
        by=by,
        action=action,
        subject=subject,
        detail=_detail(detail, touches, why, change),
        previous=head.digest,
    )
    entry.digest = entry.link()
    entry.save(force_insert=True)
    head.number, head.digest = entry.number, entry.digest
    head.save(update_fields=["number", "digest"])
    return entry.number


def _detail(
    detail: Mapping[str, Any] | None,
    touches: Iterable[str],
    why: str,
    change: BeforeAndAfter | None,
) -> dict[str, Any]:
    said = {**(detail or {}), **(change.told() if change else {})}
    if kept := sorted(set(touches)):
        said["touches"] = kept
    if why:
        said["why"] = why
    return said
