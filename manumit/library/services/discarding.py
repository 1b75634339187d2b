"""Taking a draft away that no reader ever saw."""

from datetime import datetime
from typing import Any

from django.db import transaction

from manumit.accounts.types import User
from manumit.journal import services as journal
from manumit.library.errors import WasPublished
from manumit.library.models import Work
from manumit.library.services.noting import forget_notes


@transaction.atomic
def discard_draft(*, key: str, by: User | None, at: datetime) -> None:
    """Take a draft off the shelves, with all that hangs on it; the journal keeps its title.

    Raises WasPublished for a work that readers have seen.
    """
    work = Work.objects.select_for_update().get(key=key)
    discard_record(record=work.as_kind(), by=by, at=at)


@transaction.atomic
def discard_record(*, record: Any, by: User | None, at: datetime) -> None:
    """Take a draft of any kind of record away, likewise. Raises WasPublished likewise."""
    if record.was_seen:
        raise WasPublished(record.key)
    detail = {"title": record.title}
    journal.append(action="draft discarded", subject=record.key, by=by, at=at, detail=detail)
    forget_notes(record.key)
    record.delete()
