"""Codes that the reference must know: systems, forums, topics and the other concepts."""

from collections.abc import Iterable, Iterator

from manumit.records.files import RecordFile
from manumit.records.organisations import OrganisationRecord
from manumit.records.publications import PublicationRecord
from manumit.records.sitepages import PageRecord
from manumit.records.types import InstrumentRecord, JudgmentRecord, LegislationRecord
from manumit.reference import (
    concept_codes,
    forums,
    party_codes,
    system_codes,
    system_of,
    topic_codes,
)

_PURPOSES = "exploitation"

Faults = Iterator[tuple[str, str]]  # field and reason


def code_faults(file: RecordFile) -> Faults:
    """Each code in the record that means nothing."""
    record, system = file.record, system_of(file.key)
    if isinstance(record, PageRecord):
        return
    if system not in system_codes():
        yield "", f"no jurisdiction or system has the code {system!r}"
    if isinstance(record, OrganisationRecord):
        for number, service in enumerate(record.services):
            yield from _places(f"services.{number}.covers", service.covers)
            if service.covers == [system]:
                field = f"services.{number}.covers"
                yield field, "its own jurisdiction goes without saying: leave it out"
        return
    yield from _unknown("topics", record.topics, topic_codes(), "topic")
    areas = concept_codes("practice-area")
    yield from _unknown("practice_areas", record.practice_areas, areas, "practice area")
    match record:
        case JudgmentRecord():
            yield from _judgment_faults(record, system)
        case LegislationRecord():
            yield from _provision_faults(record)
        case InstrumentRecord():
            yield from _provision_faults(record)
            yield from _event_faults(record)
            yield from _roll_faults(record)
        case PublicationRecord():
            yield from _places("coverage", record.coverage)


def _judgment_faults(record: JudgmentRecord, system: str) -> Faults:
    known = forums()
    if record.forum not in known:
        yield "forum", f"no forum has the code {record.forum!r}"
    elif known[record.forum].system != system:
        yield "forum", f"{record.forum} belongs to {known[record.forum].system}, not to {system}"
    yield from _unknown("outcomes", record.outcomes, concept_codes("outcome"), "outcome")
    for part, scheme in (("act", "act"), ("means", "means"), ("purpose", _PURPOSES)):
        codes = [element.concept for element in getattr(record.elements, part)]
        yield from _unknown(f"elements.{part}", codes, concept_codes(scheme), part)


def _provision_faults(record: InstrumentRecord | LegislationRecord) -> Faults:
    for number, provision in enumerate(record.provisions):
        field = f"provisions.{number}.topics"
        yield from _unknown(field, provision.topics, topic_codes(), "topic")


def _event_faults(record: InstrumentRecord) -> Faults:
    for number, event in enumerate(record.events):
        for name in ("party", "territory", "after", "against"):
            code = getattr(event, name)
            if code and code not in party_codes():
                yield f"events.{number}.{name}", f"no state or body has the code {code!r}"


def _roll_faults(record: InstrumentRecord) -> Faults:
    for number, roll in enumerate(record.joining.rolls if record.joining else ()):
        field = f"joining.rolls.{number}"
        if roll.of != "all":
            yield from _unknown(f"{field}.of", roll.of, party_codes(), "state or body")
        yield from _places(f"{field}.over", roll.over)


def _places(field: str, codes: Iterable[str]) -> Faults:
    return _unknown(field, codes, system_codes(), "jurisdiction")


def _unknown(field: str, codes: Iterable[str], known: Iterable[str], noun: str) -> Faults:
    for number, code in enumerate(codes):
        if code not in known:
            yield f"{field}.{number}", f"no {noun} has the code {code!r}"
