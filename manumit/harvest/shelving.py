"""What was fetched, brought to the shelves as a draft, or kept until an editor decides.

Nothing here shows a reader anything: where a text or record would change what is published, it waits.
"""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from manumit.accounts.types import User
from manumit.directory import selectors as directory
from manumit.directory.errors import OrganisationNotFound
from manumit.directory.services import record_organisation
from manumit.formats import ParsedDocument, format_named, read_any
from manumit.harvest.errors import Unreadable
from manumit.harvest.kinds.content import News, Paper, RecordText
from manumit.harvest.models import Became
from manumit.harvest.news.drafts import draft_of, key_of, topics_of
from manumit.harvest.news.twins import Twins
from manumit.harvest.notices import Notice
from manumit.library import selectors as library
from manumit.library import services as shelves
from manumit.library.errors import EditedHere
from manumit.library.selectors import PublicationMarks
from manumit.library.types import ANYWHERE, Outcome
from manumit.records import BadRecord, OrganisationRecord, RecordFile, check_file, read_file


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a thing: the keys of its works, and what an editor should look at."""

    became: Became
    keys: tuple[str, ...] = ()
    look_at: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """How things arrive: as draft or in review, told by whom, for whom, when.

    ``accepted`` says that an editor has decided that it may change what readers see.
    """

    trust: str
    told_by: str
    by: User | None
    at: datetime
    accepted: bool = False


class _WouldShow(Exception):
    """It would change what readers see; undoes what was done so far."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def shelve_paper(content: Paper, data: bytes, name: str, arrival: Arrival) -> Fate:
    """Import the texts of a file. Raises UnreadableDocument, UnknownFormat or LibraryError."""
    if content.format:
        form = format_named(content.format)
        documents = form.read(data, name)
    else:
        form, documents = read_any(data, name)
    try:
        with transaction.atomic():
            keys = [_import(one, content.key, form.name, arrival) for one in documents]
    except _WouldShow as would:
        return _waits(would.key, "a new text of it would be shown")
    notes = [
        f"{key}: {note}" for key, one in zip(keys, documents, strict=True) for note in one.notes
    ]
    return Fate(Became.SHELVED, tuple(dict.fromkeys(keys)), tuple(notes))


def _import(document: ParsedDocument, given: str | None, form: str, arrival: Arrival) -> str:
    key = given or document.key or library.key_for_title(document.title, document.kind)
    shown = _is_shown(key)
    outcome = shelves.import_text(
        document=document, key=key, format_name=form, by=arrival.by, at=arrival.at, publish=False
    )
    _stop_if_seen(key, outcome, arrival, shown=shown)
    if not shown and arrival.trust == "in_review":
        shelves.send_to_review(work=library.any_work(key), by=arrival.by)
    return key


def shelve_record(content: RecordText, data: bytes, arrival: Arrival) -> Fate:
    """Set a collection file down. Raises Unreadable or LibraryError."""
    file = _file_of(content.key, data, arrival.at)
    if isinstance(file.record, OrganisationRecord):
        return _shelve_organisation(file, arrival)
    shown = _is_shown(file.key)
    held = library.any_work(file.key).state if library.is_held(file.key) else arrival.trust
    try:
        with transaction.atomic():
            outcome = shelves.record_work(
                file=_with_status(file, str(held)),
                by=arrival.by,
                at=arrival.at,
                force=arrival.accepted,
            )
            _stop_if_seen(file.key, outcome, arrival, shown=shown)
    except _WouldShow:
        return _waits(file.key, "the other Centre's record says otherwise")
    except EditedHere:
        return _waits(file.key, "it was edited here, and the other Centre's record says otherwise")
    return Fate(Became.SHELVED, (file.key,))


def _shelve_organisation(file: RecordFile, arrival: Arrival) -> Fate:
    try:
        directory.organisation(file.key)
        status = "published"
    except OrganisationNotFound:
        status = arrival.trust
    try:
        with transaction.atomic():
            outcome = record_organisation(
                file=_with_status(file, status), by=arrival.by, at=arrival.at
            )
            _stop_if_seen(file.key, outcome, arrival, shown=status == "published")
    except _WouldShow:
        return _waits(file.key, "the other Centre's record says otherwise")
    return Fate(Became.SHELVED, (file.key,))


def shelve_news(
    content: News, data: bytes, twins: Twins, held: Sequence[str], arrival: Arrival
) -> Fate:
    """Make a draft publication of a notice; ``held`` are the keys it has already given.

    Raises Unreadable.
    """
    notice = Notice.from_bytes(data).known_on(arrival.at.date() + ANYWHERE)
    itself = held[0] if held else ""
    if not itself and (twin := twins.of(notice)):
        return Fate(Became.FOLDED, (), (), f"the same as {twin}")
    topics = topics_of(notice)
    if content.picky and not topics and not itself:
        return Fate(Became.PASSED)
    key = itself or key_of(notice, is_taken=library.is_held)
    file = draft_of(
        notice, key=key, status=arrival.trust, told_by=arrival.told_by, topics=topics, at=arrival.at
    )
    if _is_shown(key):
        return Fate(Became.SHELVED, (key,), (f"{key}: its source has changed what it says",))
    try:
        shelves.record_work(file=file, by=arrival.by, at=arrival.at)
    except EditedHere:
        return Fate(Became.SHELVED, (key,), (f"{key}: edited here, and changed at its source",))
    marks = (key, (notice.title,), notice.link, notice.doi, notice.published, notice.publisher)
    twins.own.add(key)
    twins.add(PublicationMarks(*marks))
    return Fate(Became.SHELVED, (key,))


def _stop_if_seen(key: str, outcome: Outcome, arrival: Arrival, *, shown: bool) -> None:
    """Raise _WouldShow where readers would see a change that nobody has decided on."""
    if shown and outcome != Outcome.UNCHANGED and not arrival.accepted:
        raise _WouldShow(key)


def _waits(key: str, why: str) -> Fate:
    return Fate(Became.WAITING, (key,), (f"{key}: waits for your word: {why}",), why)


def _is_shown(key: str) -> bool:
    return bool(library.works_with_keys([key]))


def _with_status(file: RecordFile, status: str) -> RecordFile:
    values: dict[str, Any] = {"status": status}
    return RecordFile(file.key, file.record.model_copy(update=values), file.body, file.path, {})


def _file_of(key: str, data: bytes, at: datetime) -> RecordFile:
    """The collection file, read and checked as one from disk. Raises Unreadable."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.md"
        path.write_bytes(data)
        try:
            file = read_file(path, key)
        except BadRecord as error:
            raise Unreadable(f"{key}: {_said(error.problems[0])}") from error
    if problems := check_file(file, today=at.date() + ANYWHERE):
        raise Unreadable(f"{key}: {_said(problems[0])}")
    return file


def _said(problem: Any) -> str:
    return f"{problem.field}: {problem.reason}" if problem.field else str(problem.reason)
