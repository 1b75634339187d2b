"""A collection record set down in the library: fields, links and passages of one Work."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from typing import Any, TypeVar

from django.db import transaction
from wagtail.models import Orderable

from manumit.accounts.types import User
from manumit.journal import services as journal
from manumit.library import mapping
from manumit.library.errors import EditedHere, KindConflict
from manumit.library.models import (
    AppliedProvision,
    ElementTreated,
    Finding,
    FindingAbout,
    Instrument,
    Judgment,
    Legislation,
    Passage,
    Pinpoint,
    Proceeding,
    Publication,
    Relation,
    State,
    TreatyEvent,
    Work,
)
from manumit.library.selectors.records import text_of
from manumit.library.services.passages import arrange, ensure_passages, retire_unused
from manumit.library.types import Outcome
from manumit.records import (
    AnyRecord,
    InstrumentRecord,
    JudgmentRecord,
    LegislationRecord,
    Provision,
    PublicationRecord,
    RecordFile,
    write_text,
)
from manumit.reference import parse_address
from manumit.vocab.types import Concept

_KINDS: dict[str, type[Work]] = {
    "instrument": Instrument,
    "legislation": Legislation,
    "judgment": Judgment,
    "publication": Publication,
}

_Row = TypeVar("_Row", bound=Orderable)

# Fields that a row holds as a table and a record leaves out when there is nothing in it.
_TABLES = ("registration", "anonymity")


@transaction.atomic
def record_work(*, file: RecordFile, by: User | None, at: datetime, force: bool = False) -> Outcome:
    """Make the work say what the file says; all of it or, on any error, nothing.

    Raises KindConflict when the key is another kind's, and EditedHere when the work was edited
    since it was last loaded and ``force`` is not set.
    """
    digest = _digest(write_text(file.record, file.body))
    work = _held(file)
    if work is not None and work.loaded_digest == digest and not force:
        return Outcome.UNCHANGED
    if work is not None and not force:
        _refuse_to_undo(work, digest)
    made = work is None
    work = work or _KINDS[file.record.kind](key=file.key)
    _set_fields(work, file.record, file.body)
    _set_state(work, file.record.status, at)
    work.loaded_digest = digest
    _set_links(work, file.record)
    work.save()
    if file.record.status == "in_review":
        _send_to_review(work, by)
    _set_passages(work, file.record, at)
    journal.append(
        action="loaded", subject=work.key, by=by, at=at, detail={"made": made, "digest": digest}
    )
    return Outcome.MADE if made else Outcome.CHANGED


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _held(file: RecordFile) -> Any:
    work = Work.objects.select_for_update().filter(key=file.key).first()
    if work is None:
        return None
    if work.kind != file.record.kind:
        raise KindConflict(file.key, work.kind, file.record.kind)
    return work.as_kind()


def _refuse_to_undo(work: Work, digest: str) -> None:
    """What stands here must be what was loaded or what now comes, or an editor's work is lost."""
    if not work.loaded_digest:
        edited = work.latest_revision_id is not None
    else:
        edited = work.has_unpublished_changes or not _says(work, {work.loaded_digest, digest})
    if edited:
        raise EditedHere(work.key)


def _says(work: Work, digests: set[str]) -> bool:
    """Whether the row says one of these texts; where nobody reviews, a file in review is a draft."""
    states = {work.state, State.IN_REVIEW} if work.state == State.DRAFT else {work.state}
    return any(_digest(text_of(work, state)) in digests for state in states)


def _set_fields(work: Any, record: AnyRecord, body: str) -> None:
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
    judgment.decided_on, judgment.final_on = record.decided_on, record.final_on
    judgment.forum_id = record.forum
    judgment.proceeding = None
    if record.proceeding:
        judgment.proceeding, _ = Proceeding.objects.get_or_create(
            system_id=judgment.key.partition("/")[0], code=record.proceeding
        )


def _set_state(work: Work, status: str, at: datetime) -> None:
    work.live = status == State.PUBLISHED
    work.withdrawn_at = at if status == State.WITHDRAWN else None
    # Nothing waits beside the row: an editor's later draft is told from what was loaded by this.
    work.has_unpublished_changes = False
    if work.live:
        work.first_published_at = work.first_published_at or at
        work.last_published_at = at


def _set_links(work: Any, record: AnyRecord) -> None:
    """Everything that modelcluster saves together with the work."""
    work.topics = _concepts(record.topics, mapping.TOPIC_SCHEMES)
    work.practice_areas = _concepts(record.practice_areas, mapping.PRACTICE_SCHEMES)
    work.relations = _in_order(
        Relation(kind=item.kind, target_key=item.work, on=item.on, note=item.note)
        for item in record.relations
    )
    if isinstance(record, InstrumentRecord):
        work.events = _events(record)
    if isinstance(record, JudgmentRecord):
        work.elements = _in_order(_elements(record))
        work.applied = _in_order(
            AppliedProvision(target_key=item.work, eid=item.at or "", how=item.how)
            for item in record.applied
        )


def _in_order(rows: Iterable[_Row]) -> list[_Row]:
    """The rows, told their place: a database gives back what has none as it pleases."""
    placed = list(rows)
    for place, row in enumerate(placed):
        row.sort_order = place
    return placed


def _events(record: InstrumentRecord) -> list[TreatyEvent]:
    return [
        TreatyEvent(
            sort_order=order,
            party=item.party,
            territory=item.territory or "",
            act=item.act,
            on=item.on or "",
            effective_on=item.effective_on,
            gist=item.gist,
            source=item.source,
        )
        for order, item in enumerate(record.events)
    ]


def _elements(record: JudgmentRecord) -> list[ElementTreated]:
    treated = []
    for part, scheme in mapping.ELEMENT_SCHEMES.items():
        given = getattr(record.elements, part)
        concepts = _concepts([element.concept for element in given], (scheme,))
        treated += [
            ElementTreated(part=part, concept=concept, basis=element.basis)
            for element, concept in zip(given, concepts, strict=True)
        ]
    return treated


def _concepts(codes: Iterable[str], schemes: tuple[str, ...]) -> list[Concept]:
    """The concepts in the order given; the codes were checked when the file was read."""
    known = {
        concept.code: concept
        for concept in Concept.objects.filter(scheme__in=schemes, code__in=list(codes))
    }
    return [known[code] for code in codes]


def _send_to_review(work: Work, by: User | None) -> None:
    """Start the review that the Centre has set up for this kind, if it has one."""
    work.save_revision(user=by, clean=False, changed=False)
    workflow = work.get_workflow()
    if workflow and not work.workflow_in_progress:
        workflow.start(work, by)


def _set_passages(work: Any, record: AnyRecord, at: datetime) -> None:
    match record:
        case InstrumentRecord() | LegislationRecord():
            _set_provisions(work, record)
        case JudgmentRecord():
            _set_findings(work, record)
        case PublicationRecord():
            return
    retire_unused(work, at)
    arrange(work)


def _set_provisions(work: Work, record: InstrumentRecord | LegislationRecord) -> None:
    wanted = {provision.at: provision for provision in record.provisions}
    held = ensure_passages(work, wanted)
    for eid, provision in wanted.items():
        _note(held[eid], provision)
    gone = work.passages.filter(noted=True).exclude(eid__in=wanted)
    for passage in gone:
        passage.topics.clear()
    gone.update(noted=False, heading="", gist="", penalty="")


def _note(passage: Passage, provision: Provision) -> None:
    passage.heading = provision.heading
    passage.gist = provision.gist
    passage.penalty = provision.penalty
    passage.noted = True
    passage.save(update_fields=["heading", "gist", "penalty", "noted"])
    passage.topics.set(_concepts(provision.topics, mapping.TOPIC_SCHEMES))


def _set_findings(judgment: Judgment, record: JudgmentRecord) -> None:
    pins = {eid for finding in record.findings for eid in finding.at}
    passages = ensure_passages(judgment, pins)
    Finding.objects.filter(judgment=judgment).delete()
    for order, item in enumerate(record.findings):
        finding = Finding(
            judgment=judgment,
            sort_order=order,
            says=item.says,
            weight=item.weight,
            fate=item.fate,
            checked_on=item.checked.on if item.checked else None,
            checked_against=item.checked.against if item.checked else "",
        )
        finding.pinpoints = _in_order(Pinpoint(passage=passages[eid]) for eid in item.at)
        finding.about = _in_order(_about(text) for text in item.about)
        finding.save()


def _about(text: str) -> FindingAbout:
    address = parse_address(text)
    return FindingAbout(target_key=address.key, eid=address.eid)
