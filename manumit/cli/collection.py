"""Collection files on their way to the rooms that keep them, and back."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from manumit.directory import selectors as directory
from manumit.directory.services import load_organisations
from manumit.library import selectors as library
from manumit.library.errors import IncompleteRecord
from manumit.library.services import load_records
from manumit.library.types import LoadReport
from manumit.records import Place
from manumit.reference import kind_of


def load_collection(
    *,
    places: Sequence[Place],
    at: datetime,
    force: bool = False,
    progress: Callable[[int], None] = lambda done: None,
) -> LoadReport:
    """Load each file into its room, by the shelf in its key; what has no shelf, the library refuses."""
    organisations = [place for place in places if kind_of(place.key) == "organisation"]
    works = [place for place in places if kind_of(place.key) != "organisation"]
    report = load_records(places=works, by=None, at=at, force=force, progress=progress)
    listed = load_organisations(
        places=organisations,
        by=None,
        at=at,
        force=force,
        progress=lambda done: progress(len(works) + done),
    )
    return LoadReport(report.outcomes + listed.outcomes, report.problems + listed.problems)


def text_held(key: str) -> str | None:
    """The canonical text of the record of that key, drafts included; None where there is none.

    Empty for a draft that is not yet whole.
    """
    try:
        if kind_of(key) == "organisation":
            return directory.text_of_key(key)
        return library.text_of(library.any_work(key)) if library.is_held(key) else None
    except IncompleteRecord:
        return ""


def attached_files(key: str) -> list[tuple[str, bytes]]:
    """The name and bytes of every file that belongs to the record of that key."""
    if kind_of(key) != "publication":
        return []
    return [(one.name, one.data) for one in library.attached_files(key)]


def count_records() -> int:
    """How many records the rooms hold, drafts included."""
    return library.count_works() + directory.count_organisations()


def every_record() -> Iterator[tuple[str, str | IncompleteRecord]]:
    """The key and text of every record of every room; for an incomplete one, what it lacks."""
    yield from library.every_record()
    yield from directory.every_record()
