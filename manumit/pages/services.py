"""Changes to the pages of the site: keyword-only, atomic, told to the journal."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import transaction

from manumit.accounts.types import User
from manumit.journal import services as journal
from manumit.library.services import digest_of_text, load_each, refuse_to_undo, send_to_review
from manumit.library.types import LoadReport, Outcome
from manumit.pages.models import Page
from manumit.pages.selectors import text_of
from manumit.records import PageRecord, Place, RecordFile, write_text


def load_pages(
    *,
    places: Sequence[Place],
    by: User | None,
    at: datetime,
    force: bool = False,
    progress: Callable[[int], None] = lambda done: None,
) -> LoadReport:
    """Load pages; a file with any problem changes nothing, the others are loaded."""
    return load_each(
        places=places,
        at=at,
        record=lambda file: record_page(file=file, by=by, at=at, force=force),
        progress=progress,
    )


@transaction.atomic
def record_page(*, file: RecordFile, by: User | None, at: datetime, force: bool = False) -> Outcome:
    """Make the page say what the file says; all of it or nothing.

    Raises EditedHere when it was edited since it was last loaded and ``force`` is not set.
    """
    record = file.record
    assert isinstance(record, PageRecord)  # the key's shelf was checked against the kind
    text = write_text(record, file.body)
    digest = digest_of_text(text)
    held = Page.objects.select_for_update().filter(key=file.key).first()
    if held is not None and held.loaded_digest == digest and not force:
        return Outcome.UNCHANGED
    if held is not None and not force:
        refuse_to_undo(held, text, text_of)
    row = held or Page(key=file.key)
    _set_fields(row, record, file.body)
    row.stand_as(record.status, digest=digest, at=at)
    row.save()
    if record.status == "in_review":
        send_to_review(work=row, by=by)
    made = held is None
    journal.append(
        action="loaded", subject=row.key, by=by, at=at, detail={"made": made, "digest": digest}
    )
    return Outcome.MADE if made else Outcome.CHANGED


def _set_fields(row: Page, record: PageRecord, body: str) -> None:
    for name in ("title", "language", "section", "position", "gist", "confidence"):
        setattr(row, name, getattr(record, name))
    sparse = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    row.checked_on = record.checked_on
    row.translation = sparse.get("translation", {})
    row.questions = sparse.get("questions", [])
    row.sources = sparse.get("sources", [])
    row.body = body
