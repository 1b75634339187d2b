"""Changes to the pages of the site: keyword-only, atomic, told to the journal."""

from collections.abc import Callable, Sequence
from datetime import datetime

from manumit.accounts.types import User
from manumit.library.services import keep_record, load_each
from manumit.library.types import LoadReport, Outcome
from manumit.pages.models import Page
from manumit.pages.selectors import text_of
from manumit.records import PageRecord, Place, RecordFile


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


def record_page(*, file: RecordFile, by: User | None, at: datetime, force: bool = False) -> Outcome:
    """Make the page say what the file says; all of it or nothing.

    Raises EditedHere when it was edited since it was last loaded and ``force`` is not set.
    """
    record = file.record
    assert isinstance(record, PageRecord)  # the key's shelf was checked against the kind
    return keep_record(
        model=Page,
        file=file,
        text_of=text_of,
        fill=lambda row: _set_fields(row, record, file.body),
        by=by,
        at=at,
        force=force,
    )


def _set_fields(row: Page, record: PageRecord, body: str) -> None:
    for name in ("title", "language", "section", "position", "gist", "confidence"):
        setattr(row, name, getattr(record, name))
    sparse = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    row.checked_on = record.checked_on
    row.translation = sparse.get("translation", {})
    row.questions = sparse.get("questions", [])
    row.sources = sparse.get("sources", [])
    row.body = body
