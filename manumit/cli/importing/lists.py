"""Lists of records: each row a draft in the Centre, or a collection file for an editor."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from django.utils import timezone

from manumit.cli.collection import load_collection, text_held
from manumit.cli.importing.files import read_bytes, write_record
from manumit.records import (
    BadMapping,
    BadRow,
    ListMapping,
    Place,
    Problem,
    RecordFile,
    UnreadableList,
    read_list,
    write_text,
)

KIND = "records"


def import_list(
    path: Path, mapping: ListMapping, folder: Path | None
) -> tuple[list[dict[str, object]], list[str]]:
    """Take in one list; gives what became of its good rows, and a line for all that is wrong.

    With a folder the drafts are written there, without one they are loaded into the Centre. A row
    whose record is on the shelves and says something else is refused: a list changes no record.
    """
    files, problems = _read(path, mapping)
    held = {file.key: text_held(file.key) for file in files}
    fresh = [file for file in files if held[file.key] is None]
    same = [file for file in files if held[file.key] == _text(file)]
    problems += [_taken(file) for file in files if held[file.key] not in (None, _text(file))]
    if folder:
        rows = [_row(file, str(write_record(folder, file.key, _text(file)))) for file in fresh]
    else:
        rows, more = _load(fresh)
        problems += more
    return rows + [_row(file, "unchanged") for file in same], [str(one) for one in sorted(problems)]


def tell_lists(rows: Sequence[Mapping[str, object]]) -> None:
    """Print what became of each row."""
    for row in rows:
        click.echo(f"line {row['line']}: {row['key']}: {row['outcome']}")


def _read(path: Path, mapping: ListMapping) -> tuple[list[RecordFile], list[Problem]]:
    files: list[RecordFile] = []
    problems: list[Problem] = []
    try:
        for one in read_list(path, read_bytes(path), mapping, today=timezone.localdate()):
            if isinstance(one, BadRow):
                problems += one.problems
            else:
                files.append(one)
    except (UnreadableList, BadMapping) as error:
        # What stands above the place where a file breaks is still good.
        problems.append(Problem(path, 1, "", str(error)))
    return files, problems


def _text(file: RecordFile) -> str:
    return write_text(file.record, file.body)


def _row(file: RecordFile, outcome: str) -> dict[str, object]:
    return {"line": file.line_of(""), "key": file.key, "outcome": outcome}


def _taken(file: RecordFile) -> Problem:
    reason = f"{file.key} is on the shelves already: a list adds records and changes none"
    return Problem(file.path, file.line_of(""), "", reason)


def _load(files: Sequence[RecordFile]) -> tuple[list[dict[str, object]], list[Problem]]:
    """Load the drafts as collection files, which is the one way records come in."""
    lines = {file.key: file for file in files}
    with TemporaryDirectory(prefix="manumit-list-") as below:
        places = [
            Place(write_record(Path(below), file.key, _text(file)), file.key) for file in files
        ]
        report = load_collection(places=places, at=timezone.now())
        keys = {place.path: place.key for place in places}
    refused = {keys[problem.file]: problem for problem in report.problems}
    problems = [
        Problem(lines[key].path, lines[key].line_of(""), one.field, one.reason)
        for key, one in refused.items()
    ]
    rows = [_row(file, "draft made") for file in files if file.key not in refused]
    return rows, problems
