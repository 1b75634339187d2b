"""Every row of a list as a draft record, or why it is none."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from manumit.records.checks import check_file
from manumit.records.files import RecordFile, record_from
from manumit.records.lists.mapping import BadMapping, ListMapping
from manumit.records.lists.sheets import Row, read_rows
from manumit.records.lists.values import BadCell, key_of, values_of
from manumit.records.problems import BadRecord, Problem
from manumit.reference import BadKey, parse_key


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot become a record, with every fault found in it."""

    line: int
    problems: tuple[Problem, ...]


def read_list(
    path: Path, data: bytes, mapping: ListMapping, *, today: date
) -> Iterator[RecordFile | BadRow]:
    """The draft of each row in turn; a bad row comes back with its faults, and the rest go on.

    Raises UnreadableList where the file is no list, and BadMapping where the mapping does not name
    its very columns.
    """
    seen: dict[str, int] = {}
    rows = read_rows(data, sheet=mapping.sheet, header=mapping.header)
    for number, row in enumerate(rows):
        if number == 0:
            _same_columns(row, mapping)
        file = _file(path, row, mapping, today)
        if isinstance(file, RecordFile) and file.key in seen:
            reason = f"has the key of line {seen[file.key]}: {file.key}"
            file = BadRow(row.line, (Problem(path, row.line, "", reason),))
        if isinstance(file, RecordFile):
            seen[file.key] = row.line
        yield file


def _same_columns(row: Row, mapping: ListMapping) -> None:
    """A column that the mapping forgets would be lost, and one that is not there is a mistake."""
    if not row.cells:
        return
    unknown = [name for name in row.cells if name not in mapping.columns]
    if unknown:
        names = ", ".join(repr(name) for name in unknown[:10])
        raise BadMapping(
            f"the mapping does not name {names}: give a field, or null to leave it out"
        )
    missing = [name for name in mapping.columns if name not in row.cells]
    if missing:
        names = ", ".join(repr(name) for name in missing[:10])
        raise BadMapping(f"the list has no column {names}, of which the mapping speaks")


def _file(path: Path, row: Row, mapping: ListMapping, today: date) -> RecordFile | BadRow:
    if row.broken:
        return BadRow(row.line, (Problem(path, row.line, "", row.broken),))
    lines = {"": row.line}
    try:
        key = str(parse_key(key_of(row.cells, mapping)))
        values, body = values_of(row.cells, mapping)
        file = RecordFile(key, record_from(path, values, lines), body, path, lines)
    except BadCell as error:
        return BadRow(row.line, (Problem(path, row.line, error.heading, str(error)),))
    except BadKey as error:
        return BadRow(row.line, (Problem(path, row.line, "key", str(error)),))
    except BadRecord as error:
        return BadRow(row.line, _by_heading(error.problems, mapping))
    problems = check_file(file, today=today)
    return BadRow(row.line, _by_heading(problems, mapping)) if problems else file


def _by_heading(problems: list[Problem], mapping: ListMapping) -> tuple[Problem, ...]:
    """The faults with the heading of their column, which is what stands in the spreadsheet."""
    return tuple(
        Problem(one.file, one.line, _named(one.field, mapping), one.reason) for one in problems
    )


def _named(field: str, mapping: ListMapping) -> str:
    heading = mapping.heading_of(field)
    return f"{heading} ({field})" if heading and heading != field else field
