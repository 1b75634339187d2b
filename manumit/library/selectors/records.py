"""A work as its collection record: the way back from rows to a file."""

from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter, ValidationError

from manumit.library import mapping
from manumit.library.errors import IncompleteRecord
from manumit.library.models import Finding, Judgment, State, Work
from manumit.library.selectors.attached import attached_to
from manumit.records import ANY_RECORD, AnyRecord, TreatyEvent, TreatyEvents, write_text

_EVENTS: TypeAdapter[list[TreatyEvent]] = TypeAdapter(TreatyEvents)


def text_of(work: Work, state: State | None = None) -> str:
    """The canonical text of the work's record, as ``export`` writes it.

    With ``state``, as it would be if the work stood there. Raises IncompleteRecord for a draft
    that lacks something every record has.
    """
    return write_text(record_of(work, state), work.body)


def record_of(work: Work, state: State | None = None) -> AnyRecord:
    """The work as a record, as ``text_of`` writes it. Raises IncompleteRecord."""
    work = work.as_kind()
    values: dict[str, Any] = {"kind": work.kind, "status": str(state or work.state)}
    shared = (*mapping.COMMON, *mapping.OWN[work.kind], *mapping.EMPTY_WHEN_UNKNOWN[work.kind])
    for name in (*shared, "sources"):
        value = getattr(work, name)
        # An empty text or table in a row is a field left out of the file.
        if value not in ("", None, {}, []):
            values[name] = value
    values["topics"] = [concept.code for concept in work.topics.all()]
    values["practice_areas"] = [concept.code for concept in work.practice_areas.all()]
    values["relations"] = [
        {"kind": row.kind, "work": row.target_key, "on": row.on, "note": row.note}
        for row in work.relations.all()
    ]
    values.update(_parts(work))
    try:
        return ANY_RECORD.validate_python(values)
    except ValidationError as error:
        raise IncompleteRecord.lacking(work.key, error) from error


def events_of(instrument: Work) -> list[TreatyEvent]:
    """What states did, as the record has it. Raises IncompleteRecord where an act is none."""
    try:
        return _EVENTS.validate_python(_events(instrument))
    except ValidationError as error:
        raise IncompleteRecord(instrument.key, ["events"]) from error


def every_record() -> Iterator[tuple[str, str | IncompleteRecord]]:
    """The key and canonical text of every work, by key; for an incomplete one, what it lacks."""
    for work in Work.objects.order_by("key").iterator(chunk_size=200):
        try:
            yield work.key, text_of(work)
        except IncompleteRecord as error:
            yield work.key, error


def _parts(work: Any) -> dict[str, Any]:
    if isinstance(work, Judgment):
        return _judgment_parts(work)
    if work.kind == "instrument":
        return {"provisions": work.provisions, "events": _events(work)}
    if work.kind == "legislation":
        return {"provisions": work.provisions}
    if work.kind == "publication":
        return attached_to(work)
    return {}


def _events(work: Any) -> list[dict[str, Any]]:
    return [
        {
            "party": row.party,
            "territory": row.territory or None,
            "act": row.act,
            "after": row.after or None,
            "against": row.against or None,
            "undoes": row.undoes or None,
            "in_part": row.in_part,
            "on": row.on or None,
            "effective_on": row.effective_on,
            "gist": row.gist,
            "source": row.source,
            "confirmed_by": row.confirmed_by,
        }
        for row in work.events.all()
    ]


def _judgment_parts(judgment: Judgment) -> dict[str, Any]:
    elements: dict[str, list[dict[str, str]]] = {}
    for row in judgment.elements.select_related("concept"):
        elements.setdefault(row.part, []).append({"concept": row.concept.code, "basis": row.basis})
    parts: dict[str, Any] = {
        "forum": judgment.forum_id,
        "outcomes": [concept.code for concept in judgment.outcomes.all()],
        "elements": elements,
        "applied": [
            {"work": row.target_key, "at": row.eid or None, "how": row.how}
            for row in judgment.applied.all()
        ],
        "findings": [_finding(row) for row in _findings(judgment)],
    }
    if judgment.proceeding:
        parts["proceeding"] = judgment.proceeding.code
    return parts


def _findings(judgment: Judgment) -> Any:
    return judgment.findings.prefetch_related("pinpoints__passage", "about")


def _finding(row: Finding) -> dict[str, Any]:
    checked = None
    if row.checked_on:
        checked = {"on": row.checked_on, "against": row.checked_against}
    return {
        "says": row.says,
        "at": [pin.passage.eid for pin in row.pinpoints.all() if pin.passage],
        "about": [f"{about.target_key}#{about.eid}" for about in row.about.all()],
        "weight": row.weight,
        "fate": row.fate,
        "checked": checked,
    }
