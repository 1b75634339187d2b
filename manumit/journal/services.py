"""Writing to the journal: only ever at the end of it."""

from collections.abc import Mapping
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
) -> int:
    """Add an entry in the caller's transaction; returns its number.

    ``action`` is a word such as ``loaded``; ``subject`` the key of what changed; ``by`` the
    person, None for the program itself.
    """
    Head.objects.get_or_create(id=1)
    head = Head.objects.select_for_update().get(id=1)
    head.number += 1
    head.save(update_fields=["number"])
    Entry.objects.create(
        number=head.number, at=at, by=by, action=action, subject=subject, detail=dict(detail or {})
    )
    return head.number
