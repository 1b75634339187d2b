"""What only shows when records stand side by side."""

from collections.abc import Iterable, Iterator, Mapping

from manumit.records.checks.linking import page_faults
from manumit.records.checks.relating import relation_faults
from manumit.records.files import RecordFile
from manumit.records.organisations import OrganisationRecord
from manumit.records.problems import Problem
from manumit.records.publications import PublicationRecord
from manumit.records.sitepages import PageRecord
from manumit.records.types import (
    AnyWorkRecord,
    InstrumentRecord,
    JudgmentRecord,
    LegislationRecord,
)
from manumit.reference import parse_address, system_of


def check_together(files: Iterable[RecordFile]) -> list[Problem]:
    """Links to nowhere, one thing twice, relations and fates that contradict each other."""
    held = {file.key: file for file in files}
    faults = [
        (file, field, f"no record of this collection is {key}")
        for file in held.values()
        for field, key in _links(file)
        if key not in held
    ]
    faults += [*_twins(held), *relation_faults(held), *page_faults(held)]
    return [
        Problem(file.path, file.line_of(field) if field else 1, field, reason)
        for file, field, reason in faults
    ]


def _links(file: RecordFile) -> Iterator[tuple[str, str]]:
    record = file.record
    if isinstance(record, OrganisationRecord | PageRecord):
        return
    for number, relation in enumerate(record.relations):
        yield f"relations.{number}", relation.work
    yield from _links_of_kind(record)


def _links_of_kind(record: AnyWorkRecord) -> Iterator[tuple[str, str]]:
    """What only one kind of record links to."""
    match record:
        case InstrumentRecord() if record.joining and record.joining.depends_on:
            yield "joining.depends_on", record.joining.depends_on
        case LegislationRecord():
            made = ((number, one.amended_by) for number, one in enumerate(record.versions))
            yield from ((f"versions.{number}.amended_by", key) for number, key in made if key)
        case JudgmentRecord():
            for number, applied in enumerate(record.applied):
                yield f"applied.{number}", applied.work
            for number, finding in enumerate(record.findings):
                for place, address in enumerate(finding.about):
                    yield f"findings.{number}.about.{place}", parse_address(address).key


def _twins(held: Mapping[str, RecordFile]) -> Iterator[tuple[RecordFile, str, str]]:
    seen: dict[tuple[str, ...], RecordFile] = {}
    for file in held.values():
        for identity in _identities(file):
            first = seen.setdefault(identity, file)
            if first is not file:
                yield file, "", f"{first.key} has the same {identity[1]}: {identity[2]}"


def _identities(file: RecordFile) -> Iterator[tuple[str, ...]]:
    """What no two records of one system may share."""
    record, system = file.record, system_of(file.key)
    match record:
        case JudgmentRecord() if record.neutral_citation:
            yield system, "neutral citation", record.neutral_citation
        case LegislationRecord():
            yield system, "number", record.number
        case PublicationRecord():
            day = record.published_on or ""
            yield system, "title, publisher and day", record.title, record.publisher, day
        case OrganisationRecord():
            yield system, "name", record.title
    if isinstance(record, InstrumentRecord | LegislationRecord | JudgmentRecord):
        for name in ("ecli", "itemid", "untc"):
            if value := record.identifiers.get(name):
                yield system, name, str(value)
