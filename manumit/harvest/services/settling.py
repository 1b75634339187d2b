"""One thing that a source holds: fetched, compared with what is known of it, brought to its place."""

import logging
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from manumit.accounts.types import User
from manumit.formats import UnknownFormat, UnreadableDocument
from manumit.harvest.errors import HarvestError, NotThere
from manumit.harvest.fetching import Getter, Validators
from manumit.harvest.kinds.content import (
    Broken,
    Content,
    Gone,
    News,
    Paper,
    RecordText,
    StatusTable,
    Watched,
    as_values,
)
from manumit.harvest.kinds.types import Find
from manumit.harvest.models import Became, Fetched, Run, Source
from manumit.harvest.news.twins import Twins
from manumit.harvest.shelving import Arrival, Fate, shelve_news, shelve_paper, shelve_record
from manumit.harvest.status import differences
from manumit.library import selectors as library
from manumit.library.errors import LibraryError

_REFUSALS = (HarvestError, LibraryError, UnreadableDocument, UnknownFormat)
_LONGEST_ADDRESS = 500
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Desk:
    """Where a run's things are settled. What is known of publications is read when first needed."""

    run: Run
    fetcher: Getter
    by: User | None
    at: datetime
    _twins: Twins | None = field(default=None)

    @property
    def source(self) -> Source:
        """The source that is harvested."""
        return self.run.source

    def twins(self) -> Twins:
        """The publications that are here."""
        if self._twins is None:
            rows = Fetched.objects.filter(source=self.source).values_list("keys", flat=True)
            own = {key for keys in rows.iterator() for key in keys}
            self._twins = Twins.among(library.publication_marks(), own)
        return self._twins

    def arrival(self) -> Arrival:
        """How things from this source arrive."""
        return Arrival(self.source.trust, self.source.title, self.by, self.at)


def settle(find: Find, desk: Desk) -> None:
    """Settle one find: its row, its works and the run's counts change together, or none does.

    What this run has settled before it was killed is left as it is. Whatever is wrong with the
    thing is noted on it and on the run, and the run goes on.
    """
    row = _row(find, desk)
    if row.run_id == desk.run.pk:
        return
    try:
        _settle(find, row, desk)
    except _REFUSALS as error:
        _note_failure(row, find, desk, str(error))
    except Exception as error:  # noqa: BLE001 -- one thing that trips our own code must not stop all others
        _log.exception("harvest of %s: %s", desk.source.name, find.address)
        _note_failure(row, find, desk, f"tripped the program ({type(error).__name__}: {error})")


def _row(find: Find, desk: Desk) -> Fetched:
    address = find.address.replace("\0", "").encode("utf-8", "replace").decode()
    if len(address) > _LONGEST_ADDRESS:
        address = f"{address[:400]}…{sha256(address.encode()).hexdigest()}"
    row = Fetched.objects.filter(source=desk.source, address=address).first()
    return row or Fetched(source=desk.source, address=address, first_at=desk.at)


def _settle(find: Find, row: Fetched, desk: Desk) -> None:
    content = as_values(find.content)
    if isinstance(find.content, Broken):
        raise HarvestError(find.content.reason)
    known = row.became != Became.FAILED and row.content == content
    try:
        data, validators = _bytes_of(find, row if known else None, desk.fetcher)
    except NotThere:
        if not row.keys:
            raise
        find = Find(find.address, Gone(), b"")
        content, data, validators = as_values(find.content), b"", {}
    digest = row.digest if data is None else sha256(repr(content).encode() + data).hexdigest()
    if data is None or (row.became != Became.FAILED and row.digest == digest):
        _note_unchanged(row, desk)
        return
    with transaction.atomic():
        fate = _place(find.content, data, find.address, row, desk)
        row.content, row.validators, row.digest = content, dict(validators), digest
        row.held = zlib.compress(data) if fate.became == Became.WAITING else None
        _note(row, fate, desk)


def _bytes_of(
    find: Find, known: Fetched | None, fetcher: Getter
) -> tuple[bytes | None, Mapping[str, str]]:
    """The bytes, None where they are those we know, and by what the server knows them again."""
    if find.data is not None:
        return find.data, {}
    validators = Validators.of(known.validators) if known else Validators()
    answer = fetcher.get(find.url or find.address, validators)
    if answer.body is None:
        return None, {}
    data = find.prepare(answer.body) if find.prepare else answer.body
    return data, answer.validators.kept()


def _place(content: Content, data: bytes, name: str, row: Fetched, desk: Desk) -> Fate:
    match content:
        case Paper():
            return shelve_paper(content, data, name, desk.arrival())
        case RecordText():
            return shelve_record(content, data, desk.arrival())
        case News():
            return shelve_news(content, data, desk.twins(), row.keys, desk.arrival())
        case StatusTable(key):
            return Fate(Became.WATCHED, (key,), tuple(differences(key, data)))
        case Watched(about):
            word = "has changed" if row.pk else "is new"
            return Fate(Became.WATCHED, (), (f"{about or name}: the page {word}: read it",))
    lines = (f"{key}: its publisher has taken it back" for key in row.keys)
    return Fate(Became.GONE, tuple(row.keys), tuple(lines))


def _note(row: Fetched, fate: Fate, desk: Desk) -> None:
    run = desk.run
    new = row.pk is None or (row.became == Became.FAILED and not row.keys)
    run.new += new
    run.changed += not new
    for line in fate.look_at:
        run.add_to_look_at(line)
    row.became, row.reason, row.keys = fate.became, fate.reason, list(fate.keys)
    row.changed_at = desk.at
    _keep(row, desk)


def _note_unchanged(row: Fetched, desk: Desk) -> None:
    desk.run.unchanged += 1
    with transaction.atomic():
        _keep(row, desk)


@transaction.atomic
def _note_failure(row: Fetched, find: Find, desk: Desk, reason: str) -> None:
    """Note it on the row and the run; what the row's works hold already is left to them."""
    desk.run.refresh_from_db()  # what was counted in a transaction that was undone is not counted
    reason = " ".join(reason.split())[:600]
    desk.run.failed += 1
    desk.run.add_reason(reason if find.address in reason else f"{find.address[:200]}: {reason}")
    row.became, row.reason, row.held = Became.FAILED, reason, None
    row.content, row.changed_at = as_values(find.content), desk.at
    _keep(row, desk)


def _keep(row: Fetched, desk: Desk) -> None:
    row.run, row.last_at = desk.run, desk.at
    desk.run.fetched += 1
    row.save()
    desk.run.save()
