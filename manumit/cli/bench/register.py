"""A register straight from collection files: the same on every machine, without a database."""

from collections.abc import Iterator
from pathlib import Path

from manumit.citations import KnownWork, Register
from manumit.records import (
    AnyWorkRecord,
    BadRecord,
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
        yield KnownWork(file.key, record.kind, tuple(names), tuple(_numbers(record)), forum)


def _numbers(record: AnyWorkRecord) -> Iterator[str]:
    for value in record.identifiers.values():
        yield from value if isinstance(value, list) else [value]
    if isinstance(record, LegislationRecord):
        yield record.number
    if isinstance(record, JudgmentRecord):
        yield from filter(None, [record.neutral_citation, *record.reports, *record.docket_nos])
