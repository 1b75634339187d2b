"""One run of an import: files read, set down, their citations linked, the index brought up to date."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from manumit.cli.ground import link_texts, update_index
from manumit.cli.importing.files import read_documents, with_name
from manumit.cli.importing.participation import Tables
from manumit.cli.importing.stages import Stages
from manumit.cli.importing.texts import shelve
from manumit.cli.output import progress
from manumit.formats import UnreadableDocument, format_named
from manumit.library.errors import LibraryError

Rows = list[dict[str, object]]


@dataclass(frozen=True, slots=True)
class Given:
    """A file to import: its format's name, and the work whose text it is where that is said."""

    path: Path
    kind: str
    key: str | None = None


@dataclass
class Batch:
    """What became of the files of one run: compared, shelved, refused; and what it cost."""

    tables: Tables = field(default_factory=Tables)
    rows: Rows = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    stages: Stages = field(default_factory=Stages)


def import_files(files: Sequence[Given], *, draft: bool) -> Batch:
    """Import each file, in order; then link and index what was shelved.

    A file that cannot be read changes nothing and is one line of the problems.
    """
    batch = Batch()
    with progress("Importing", len(files)) as done:
        for number, given in enumerate(files, start=1):
            try:
                _take(given, batch, draft=draft)
            except (UnreadableDocument, LibraryError) as error:
                batch.problems.append(with_name(given.path, str(error)))
            done(number)
    if batch.rows:
        with batch.stages.timed("cite"):
            link_texts()
        with batch.stages.timed("index"):
            update_index()
    return batch


def _take(given: Given, batch: Batch, *, draft: bool) -> None:
    with batch.stages.timed("parse"):
        documents = read_documents(format_named(given.kind), given.path)
    with batch.stages.timed("store"):
        for document in documents:
            taken = batch.tables.take(document, given.key)
            if document.units or not taken:
                row = shelve(document, kind=given.kind, key=given.key, draft=draft)
                batch.rows.append(row)
