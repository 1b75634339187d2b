"""The rows of a CSV file or of a sheet of an XLSX workbook, as text, each with its line."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import openpyxl

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_MOST_COLUMNS = 500
_MOST_ROWS = 100_000
_MOST_UNPACKED = 256 * 1024 * 1024
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_SEPARATORS = ",;\t"
# What a spreadsheet shows in a cell that it could not reckon out.
_ERRORS = frozenset(
    {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA", "#SPILL!"}
)


class UnreadableList(ValueError):
    """The bytes are no list; the message is one clear line."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its headings. ``line`` counts from 1, as the spreadsheet or the editor shows it.

    ``broken`` says why the row as a whole cannot be read; empty where it can.
    """

    line: int
    cells: dict[str, str]
    broken: str = ""


def read_rows(data: bytes, *, sheet: str | None, header: int) -> Iterator[Row]:
    """Every row below the line of headings that has something in it. Raises UnreadableList."""
    if data.startswith(_OLD_OFFICE):
        raise UnreadableList(
            "an old .xls, or a workbook with a password: save it as .xlsx without one"
        )
    lines = _workbook(data, sheet) if data.startswith(_ZIP) else _csv(data)
    headings: list[str] = []
    for line, cells in lines:
        if line < header or not any(cells):
            continue
        if not headings:
            headings = _headings(cells)
        else:
            yield _row(line, cells, headings)
    if not headings:
        raise UnreadableList("it has no line of headings")


def _row(line: int, cells: Sequence[str], headings: Sequence[str]) -> Row:
    padded = [*cells, *[""] * (len(headings) - len(cells))]
    named = {name: cell for name, cell in zip(headings, padded, strict=False) if name}
    unnamed = [cell for name, cell in zip(headings, padded, strict=False) if cell and not name]
    unnamed += [cell for cell in cells[len(headings) :] if cell]
    if unnamed:
        return Row(line, named, f"{unnamed[0][:40]!r} stands in a column without a heading")
    wrong = next((name for name, cell in named.items() if cell in _ERRORS), None)
    if wrong:
        return Row(line, named, f"{wrong} is {named[wrong]}, an error of the spreadsheet")
    return Row(line, named)


def _headings(cells: Sequence[str]) -> list[str]:
    names = [" ".join(cell.split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    if len(names) > _MOST_COLUMNS:
        raise UnreadableList(f"it has more than {_MOST_COLUMNS} columns")
    twice = next((name for name in names if name and names.count(name) > 1), None)
    if twice:
        raise UnreadableList(f"two columns are called {twice!r}")
    return names


def _csv(data: bytes) -> Iterator[tuple[int, list[str]]]:
    text = _text(data)
    first = text.lstrip("\n").partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in rows:
            yield line, [cell.strip() for cell in cells]
            line = rows.line_num + 1
    except csv.Error as error:
        raise UnreadableList(f"not CSV from line {line} on: {error}") from error


def _text(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableList(f"not UTF-8 text (byte {error.start}): save it as UTF-8") from error
    if "\0" in text:
        raise UnreadableList("not text: it holds zero bytes")
    return text


def _workbook(data: bytes, sheet: str | None) -> Iterator[tuple[int, list[str]]]:
    _refuse_bombs(data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except Exception as error:  # openpyxl lets whatever went wrong inside come through
        raise UnreadableList("not a workbook that can be read") from error
    try:
        yield from _sheet(book, sheet)
    finally:
        book.close()


def _sheet(book: Any, name: str | None) -> Iterator[tuple[int, list[str]]]:
    names = [table.title for table in book.worksheets]
    if not names or (name is not None and name not in names):
        raise UnreadableList(f"it has no sheet {name or 'at all'!r}, but {', '.join(names)}")
    table = book[name or names[0]]
    # The size a file claims for a sheet may be anything: only what stands in it counts.
    table.reset_dimensions()
    rows = table.iter_rows(max_col=_MOST_COLUMNS + 1, values_only=True)
    line = 0
    while cells := _next_row(rows):
        line += 1
        if line > _MOST_ROWS or cells[-1] is not None:
            raise UnreadableList(f"more than {_MOST_COLUMNS} columns or {_MOST_ROWS} rows")
        yield line, [_shown(cell) for cell in cells]


def _next_row(rows: Iterator[tuple[Any, ...]]) -> tuple[Any, ...] | None:
    """The next row; None after the last. Whatever is wrong in a sheet comes up here."""
    try:
        return next(rows, None)
    except Exception as error:
        raise UnreadableList("its sheet cannot be read") from error


def _refuse_bombs(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > _MOST_UNPACKED:
                raise UnreadableList(
                    f"it unpacks to more than {_MOST_UNPACKED // 2**20} MB: no list is that long"
                )
            for member in archive.infolist():
                if member.filename.endswith((".xml", ".rels")):
                    _refuse_declarations(archive, member)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise UnreadableList("not a workbook that can be read") from error


def _refuse_declarations(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Entities are how XML is made to attack, and no workbook declares any."""
    with archive.open(member) as content:
        start = content.read(4096).replace(b"\0", b"")
    if any(word in start for word in _DECLARATIONS):
        raise UnreadableList("a document type or entity declaration is not accepted")


def _shown(cell: Any) -> str:
    """A cell as text: days as 2026-11-22, whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        at_midnight = (cell.hour, cell.minute, cell.second) == (0, 0, 0)
        return cell.date().isoformat() if at_midnight else cell.isoformat(sep=" ")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
