"""A collection record set down in the library: fields, links and passages of one Work."""

from datetime import datetime
from typing import Any

from django.db import transaction

from manumit.accounts.types import User
from manumit.journal import services as journal
from manumit.journal.types import BeforeAndAfter
from manumit.library import mapping
from manumit.library.errors import KindConflict, NotAWork
from manumit.library.models import (
    Instrument,
    Judgment,
    Legislation,
    Proceeding,
    Publication,
    Work,
)
from manumit.library.models.telling import facts_told
from manumit.library.selectors.naming import named_by
from manumit.library.selectors.records import text_of
from manumit.library.services.attaching import attach
from manumit.library.services.record_links import write_links
from manumit.library.services.record_passages import write_passages
from manumit.library.services.removing import refuse_taken_down
from manumit.library.services.reviewing import review_loaded
from manumit.library.services.undoing import digest_of_text, refuse_to_undo
from manumit.library.types import Outcome
from manumit.records import (
    AnyWorkRecord,
    InstrumentRecord,
    JudgmentRecord,
    OrganisationRecord,
    PageRecord,
    PublicationRecord,
    RecordFile,
    folder_of,
    write_text,
)
from manumit.reference import system_of

_KINDS: dict[str, type[Work]] = {
    "instrument": Instrument,
    "legislation": Legislation,
    "judgment": Judgment,
    "publication": Publication,
}

# Fields that a row holds as a table and a record leaves out when there is nothing in it.
_TABLES = ("joining", "registration", "anonymity", "press_contact")


@transaction.atomic
def record_work(*, file: RecordFile, by: User | None, at: datetime, force: bool = False) -> Outcome:
    """Make the work say what the file says; all of it or, on any error, nothing.

    Raises KindConflict when the key is another kind's, EditedHere when the work was edited since
    it was last loaded and ``force`` is not set, NotAWork for a record of another room.
    """
    record = _of_a_work(file)
    refuse_taken_down(file.key)
    text = write_text(record, file.body)
    digest = digest_of_text(text)
    work = _held(file)
    if work is not None and work.loaded_digest == digest and not force:
        return Outcome.UNCHANGED
    if work is not None and not force:
        refuse_to_undo(work, text, text_of)
    made = work is None
    before = None if made else facts_told(work)
    let_go = set[str]() if made else named_by([file.key])
    work = work or _KINDS[record.kind](key=file.key)
    _set_fields(work, record, file.body)
    work.stand_as(record.status, digest=digest, at=at)
    work.save()
    write_links(work, record, made=made)
    write_passages(work, record, at, made=made)
    if isinstance(record, PublicationRecord):
        attach(work, record, folder_of(file.path))
    # Read back: what was written below the work is not in the hand that wrote it.
    written = _held(file)
    if record.status == "in_review":
        review_loaded(work=written, by=by)
    journal.append(
        action="loaded",
        subject=work.key,
        by=by,
        at=at,
        detail={"made": made, "digest": digest, "live": work.live},
        touches=let_go,
        change=None if made else BeforeAndAfter(before, facts_told(written)),
    )
    return Outcome.MADE if made else Outcome.CHANGED


def _of_a_work(file: RecordFile) -> AnyWorkRecord:
    if isinstance(file.record, OrganisationRecord | PageRecord):
        raise NotAWork(file.key, file.record.kind)
    return file.record


def _held(file: RecordFile) -> Any:
    work = Work.objects.select_for_update().filter(key=file.key).first()
    if work is None:
        return None
    if work.kind != file.record.kind:
        raise KindConflict(file.key, work.kind, file.record.kind)
    return work.as_kind()


def _set_fields(work: Any, record: AnyWorkRecord, body: str) -> None:
    values = record.model_dump(mode="json")
    sparse = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for name in (*mapping.COMMON, *mapping.OWN[record.kind]):
        # Structures are kept as their author wrote them, without the fields left out.
        structured = name in sparse and isinstance(sparse[name], list | dict)
        setattr(work, name, sparse[name] if structured else values.get(name))
    for name in mapping.EMPTY_WHEN_UNKNOWN[record.kind]:
        setattr(work, name, sparse.get(name, {} if name in _TABLES else ""))
    work.body = body
    work.sources = sparse.get("sources", [])
    # Days as days: what is set here is compared and shown before it is read back.
    if isinstance(record, InstrumentRecord):
        work.in_force_on = record.in_force_on
    if isinstance(record, JudgmentRecord):
        _set_case(work, record)


def _set_case(judgment: Judgment, record: JudgmentRecord) -> None:
    judgment.forum_id = record.forum
    judgment.proceeding = None
    if record.proceeding:
        judgment.proceeding, _ = Proceeding.objects.get_or_create(
            system_id=system_of(judgment.key), code=record.proceeding
        )
