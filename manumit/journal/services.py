"""Writing to the journal: only ever at the end of it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from manumit.journal.models import Entry, Head


@transaction.atomic
def append(
    *,
    action: str,
    subject: str,
    by: Any,
    at: datetime,
    detail: Mapping[str, Any] | None = None,
    touches: Iterable[str] = (),
) -> int:
    """Add an entry in the caller's transaction; returns its number.

    ``action`` is a word such as ``loaded``; ``subject`` the key of what changed; ``by`` the
    person, None for the program itself. ``touches`` are the keys of other things that the change
    bears on: a work that is cited no longer.
    """
    Head.objects.get_or_create(id=1)
    head = Head.objects.select_for_update().get(id=1)
    head.number += 1
    head.save(update_fields=["number"])
    told = {**(detail or {}), **({"touches": kept} if (kept := sorted(set(touches))) else {})}
    Entry.objects.create(
        number=head.number, at=at, by=by, action=action, subject=subject, detail=told
    )
    return head.number
