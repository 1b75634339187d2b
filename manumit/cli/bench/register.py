"""A register straight from collection files: the same on every machine, without a database."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from manumit.citations import KnownWork, Register, names_of, numbers_of
from manumit.records import (
    AnyWorkRecord,
    BadRecord,
    InstrumentRecord,
    JudgmentRecord,
    LegislationRecord,
    OrganisationRecord,
    PageRecord,
    find_files,
    read_files,
)


def collection_register(folder: Path) -> Register:
    """Every work of a collection, by all its names and numbers."""
    return Register(known_works_in(folder))


def known_works_in(folder: Path) -> Iterator[KnownWork]:
    """The works of a collection, published or not, in the order of their keys."""
    for file in read_files(find_files([folder])):
        if isinstance(file, BadRecord) or isinstance(file.record, OrganisationRecord | PageRecord):
            continue
        record = file.record
        yield KnownWork(
            key=file.key,
            kind=record.kind,
            names=names_of(record.title, record.titles, record.short_titles),
            numbers=_numbers(record),
            forum=record.forum if isinstance(record, JudgmentRecord) else "",
            unit=_unit(record),
        )


def _unit(record: AnyWorkRecord) -> str:
    """The step by which most of a law's provisions are numbered."""
    if not isinstance(record, LegislationRecord):
        return ""
    steps = Counter(each.at.split("_", maxsplit=1)[0] for each in record.provisions)
    return steps.most_common(1)[0][0] if steps else ""


def _numbers(record: AnyWorkRecord) -> tuple[str, ...]:
    if isinstance(record, JudgmentRecord):
        own = [record.neutral_citation, *record.docket_nos]
        return numbers_of(record.identifiers, own=own, reports=record.reports)
    if isinstance(record, LegislationRecord):
        return numbers_of(record.identifiers, own=[record.number])
    if isinstance(record, InstrumentRecord) and record.registration:
        return numbers_of(record.identifiers, registered=record.registration.model_dump())
    return numbers_of(record.identifiers)
