"""A register straight from collection files: the same on every machine, without a database."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from manumit.citations import KnownWork, Register
from manumit.records import (
    AnyWorkRecord,
    BadRecord,
    InstrumentRecord,
    JudgmentRecord,
    LegislationRecord,
    OrganisationRecord,
    find_files,
    read_files,
)


def collection_register(folder: Path) -> Register:
    """Every work of a collection, by all its names and numbers."""
    return Register(_works(folder))


def _works(folder: Path) -> Iterator[KnownWork]:
    for file in read_files(find_files([folder])):
        if isinstance(file, BadRecord) or isinstance(file.record, OrganisationRecord):
            continue
        record = file.record
        names = [record.title, *record.titles.values()]
        names += [name for several in record.short_titles.values() for name in several]
        forum = record.forum if isinstance(record, JudgmentRecord) else ""
        numbers = tuple(_numbers(record))
        yield KnownWork(file.key, record.kind, tuple(names), numbers, forum, _unit(record))


def _unit(record: AnyWorkRecord) -> str:
    """The step by which most of its provisions are numbered."""
    steps = Counter(each.at.split("_")[0] for each in getattr(record, "provisions", []))
    return steps.most_common(1)[0][0] if steps else ""


def _numbers(record: AnyWorkRecord) -> Iterator[str]:
    for value in record.identifiers.values():
        yield from value if isinstance(value, list) else [value]
    if isinstance(record, LegislationRecord):
        yield record.number
    if isinstance(record, InstrumentRecord) and record.registration:
        yield f"{record.registration.series} No. {record.registration.number}"
    if isinstance(record, JudgmentRecord):
        yield from filter(None, [record.neutral_citation, *record.reports, *record.docket_nos])
