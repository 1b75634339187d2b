"""What a record must agree with beyond its own form: the reference, and its fellow records."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from manumit.records.files import RecordFile, write_text
from manumit.records.problems import Problem
from manumit.records.types import (
    InstrumentRecord,
    JudgmentRecord,
    LegislationRecord,
    PublicationRecord,
)
from manumit.reference import (
    concept_codes,
    forums,
    parse_address,
    system_codes,
    system_of,
    topic_codes,
)

_PURPOSES = "exploitation"


def check_file(file: RecordFile, *, today: date) -> list[Problem]:
    """Every code in the record that the reference does not know, every look into the future."""
    faults = [*_faults(file), *_looks_ahead(file, today)]
    return [Problem(file.path, file.line_of(field), field, reason) for field, reason in faults]


def check_together(files: Iterable[RecordFile]) -> list[Problem]:
    """What only shows when records stand side by side: links to nowhere, one thing twice."""
    held = {file.key: file for file in files}
    problems = [
        Problem(file.path, file.line_of(field), field, f"no record of this collection is {key}")
        for file in held.values()
        for field, key in _links(file)
        if key not in held
    ]
    return problems + _twins(held)


def check_form(file: RecordFile, text: str) -> list[Problem]:
    """Whether the file stands as ``export`` would write it, so that diffs show changes only."""
    if write_text(file.record, file.body) == text:
        return []
    return [Problem(file.path, 1, "", "is not in canonical form: manumit check --fix rewrites it")]


def _faults(file: RecordFile) -> Iterator[tuple[str, str]]:
    record = file.record
    system = system_of(file.key)
    if system not in system_codes():
        yield "", f"no jurisdiction or system has the code {system!r}"
    yield from _unknown("topics", record.topics, topic_codes(), "topic")
    areas = concept_codes("practice-area")
    yield from _unknown("practice_areas", record.practice_areas, areas, "practice area")
    match record:
        case JudgmentRecord():
            yield from _judgment_faults(record, system)
        case InstrumentRecord() | LegislationRecord():
            for number, provision in enumerate(record.provisions):
                field = f"provisions.{number}.topics"
                yield from _unknown(field, provision.topics, topic_codes(), "topic")
            if isinstance(record, InstrumentRecord):
                yield from _event_faults(record)
        case PublicationRecord():
            codes = system_codes()
            yield from _unknown("coverage", record.coverage, codes, "jurisdiction")


def _looks_ahead(file: RecordFile, today: date) -> Iterator[tuple[str, str]]:
    for number, source in enumerate(file.record.sources):
        if source.on > today:
            yield f"sources.{number}.on", f"nobody has looked yet on {source.on}"


def _judgment_faults(record: JudgmentRecord, system: str) -> Iterator[tuple[str, str]]:
    known = forums()
    if record.forum not in known:
        yield "forum", f"no forum has the code {record.forum!r}"
    elif known[record.forum].system != system:
        yield "forum", f"{record.forum} belongs to {known[record.forum].system}, not to {system}"
    for part, scheme in (("act", "act"), ("means", "means"), ("purpose", _PURPOSES)):
        codes = [element.concept for element in getattr(record.elements, part)]
        yield from _unknown(f"elements.{part}", codes, concept_codes(scheme), part)


def _event_faults(record: InstrumentRecord) -> Iterator[tuple[str, str]]:
    for number, event in enumerate(record.events):
        for name, code in (("party", event.party), ("territory", event.territory)):
            if code and code not in system_codes():
                yield f"events.{number}.{name}", f"no jurisdiction has the code {code!r}"


def _unknown(
    field: str, codes: Iterable[str], known: Iterable[str], noun: str
) -> Iterator[tuple[str, str]]:
    for number, code in enumerate(codes):
        if code not in known:
            yield f"{field}.{number}", f"no {noun} has the code {code!r}"


def _links(file: RecordFile) -> Iterator[tuple[str, str]]:
    record = file.record
    for number, relation in enumerate(record.relations):
        yield f"relations.{number}", relation.work
    if isinstance(record, JudgmentRecord):
        for number, applied in enumerate(record.applied):
            yield f"applied.{number}", applied.work
        for number, finding in enumerate(record.findings):
            for place, address in enumerate(finding.about):
                yield f"findings.{number}.about.{place}", parse_address(address).key


def _twins(held: Mapping[str, RecordFile]) -> list[Problem]:
    seen: dict[tuple[str, str, str], RecordFile] = {}
    problems = []
    for file in held.values():
        for identity in _identities(file):
            first = seen.setdefault(identity, file)
            if first is not file:
                reason = f"{first.key} has the same {identity[1]}: {identity[2]}"
                problems.append(Problem(file.path, 1, "", reason))
    return problems


def _identities(file: RecordFile) -> Iterator[tuple[str, str, str]]:
    """What no two records of one system may share."""
    record, system = file.record, system_of(file.key)
    if isinstance(record, JudgmentRecord) and record.neutral_citation:
        yield system, "neutral citation", record.neutral_citation
    if isinstance(record, LegislationRecord):
        yield system, "number", record.number
    if not isinstance(record, PublicationRecord):
        for name in ("ecli", "itemid"):
            if value := record.identifiers.get(name):
                yield system, name, str(value)
