"""Changes to the pages of the site: keyword-only, atomic, told to the journal."""

from collections.abc import Callable, Sequence
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from manumit.accounts.types import User
from manumit.journal import services as journal
from manumit.library.services import load_each
from manumit.library.types import LoadReport, Outcome
from manumit.pages.models import Page
from manumit.pages.selectors import text_of
from manumit.records import PageRecord, Place, RecordFile, write_text
from manumit.reference import page_of


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
    """Make the page say what the file says; all of it or nothing, and again if that is forced."""
    record = file.record
    assert isinstance(record, PageRecord)  # the key's shelf was checked against the kind
    text = write_text(record, file.body)
    held = Page.objects.select_for_update().filter(key=file.key).first()
    if held is not None and text_of(held) == text and not force:
        return Outcome.UNCHANGED
    made = held is None
    _set_fields(held or Page(key=file.key), record, file.body)
    digest = sha256(text.encode()).hexdigest()
    journal.append(
        action="loaded", subject=file.key, by=by, at=at, detail={"made": made, "digest": digest}
    )
    return Outcome.MADE if made else Outcome.CHANGED


def _set_fields(row: Page, record: PageRecord, body: str) -> None:
    for name in ("title", "language", "status", "section", "position", "gist", "confidence"):
        setattr(row, name, getattr(record, name))
    sparse = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    row.checked_on = record.checked_on
    row.translation = sparse.get("translation")
    row.questions = sparse.get("questions", [])
    row.sources = sparse.get("sources", [])
    row.name, _ = page_of(row.key)
    row.body = body
    row.save()
