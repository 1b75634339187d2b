"""Keeping what a collection file says in a room whose records are drafted and reviewed but no works."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction

from manumit.accounts.types import User
from manumit.journal import services as journal
from manumit.library.services.reviewing import review_loaded
from manumit.library.services.undoing import digest_of_text, refuse_to_undo
from manumit.library.types import Outcome, State
from manumit.records import RecordFile, write_text


@transaction.atomic
def keep_record(
    *,
    model: Any,
    file: RecordFile,
    text_of: Callable[[Any, State | None], str],
    fill: Callable[[Any], None],
    below: Callable[[Any], None] = lambda row: None,
    by: User | None,
    at: datetime,
    force: bool,
) -> Outcome:
    """Make the row of ``model`` with the file's key say what the file says; all of it or nothing.

    ``fill`` sets the fields of the row, ``below`` writes what stands under it once it is saved.
    Raises EditedHere when it was edited since it was last loaded and ``force`` is not set.
    """
    text = write_text(file.record, file.body)
    digest = digest_of_text(text)
    held = model.objects.select_for_update().filter(key=file.key).first()
    if held is not None and held.loaded_digest == digest and not force:
        return Outcome.UNCHANGED
    if held is not None and not force:
        refuse_to_undo(held, text, text_of)
    row = held or model(key=file.key)
    fill(row)
    row.stand_as(file.record.status, digest=digest, at=at)
    row.save()
    below(row)
    if file.record.status == "in_review":
        review_loaded(work=model.objects.get(pk=row.pk), by=by)
    made = held is None
    journal.append(
        action="loaded", subject=row.key, by=by, at=at, detail={"made": made, "digest": digest}
    )
    return Outcome.MADE if made else Outcome.CHANGED
