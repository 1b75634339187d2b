"""Collection files on their way to the rooms that keep them, and back."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from manumit.directory import selectors as directory
from manumit.directory.services import load_organisations
from manumit.library import selectors as library
from manumit.library.errors import IncompleteRecord
from manumit.library.services import load_records
from manumit.library.types import LoadReport
from manumit.pages import selectors as pages
from manumit.pages.services import load_pages
from manumit.records import Place
from manumit.reference import kind_of
from manumit.vocab import selectors as vocab

# Kinds of record that are no works, and who reads and who loads them.
_ROOMS: dict[str, tuple[Any, Callable[..., LoadReport]]] = {
    "organisation": (directory, load_organisations),
    "page": (pages, load_pages),
}


def load_collection(
    *,
    places: Sequence[Place],
    at: datetime,
    force: bool = False,
    progress: Callable[[int], None] = lambda done: None,
) -> LoadReport:
    """Load each file into its room, by the shelf in its key; what has no shelf, the library refuses."""
    works = [place for place in places if kind_of(place.key) not in _ROOMS]
    report = load_records(places=works, by=None, at=at, force=force, progress=progress)
    done = len(works)
    for kind, (_, load) in _ROOMS.items():
        own = [place for place in places if kind_of(place.key) == kind]
        further = partial(_further, progress, done)
        told = load(places=own, by=None, at=at, force=force, progress=further)
        report = LoadReport(report.outcomes + told.outcomes, report.problems + told.problems)
        done += len(own)
    return report


def text_held(key: str) -> str | None:
    """The canonical text of the record of that key, drafts included; None where there is none.

    Empty for a draft that is not yet whole.
    """
    room, _ = _ROOMS.get(kind_of(key) or "", (None, None))
    try:
        if room:
            return str(text) if (text := room.text_of_key(key)) is not None else None
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
    return library.count_works() + directory.count_organisations() + pages.count_pages()


def every_record() -> Iterator[tuple[str, str | IncompleteRecord]]:
    """The key and text of every record of every room; for an incomplete one, what it lacks."""
    yield from library.every_record()
    yield from directory.every_record()
    yield from pages.every_record()


def accepted_concepts() -> str:
    """What was accepted here of concepts and their shipped files do not say, as Turtle; or nothing."""
    return vocab.accepted_as_turtle() if vocab.accepted() else ""


def _further(progress: Callable[[int], None], before: int, done: int) -> None:
    progress(before + done)
