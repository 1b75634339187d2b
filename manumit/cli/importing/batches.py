"""One run of an import: files read, set down, their citations linked, the index brought up to date."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from manumit.cli.ground import link_texts, update_index
from manumit.cli.importing.files import read_documents, with_name
from manumit.cli.importing.participation import Tables
from manumit.cli.importing.texts import TextRow, shelve
from manumit.cli.output import progress
from manumit.cli.stages import Stages
from manumit.cli.workers import WorkerDied, cores, done_apart
from manumit.formats import ParsedDocument, UnreadableDocument
from manumit.library.errors import LibraryError
from manumit.library.services import make_ready
from manumit.library.types import ReadyText

_DIED = "the process that read it died: it takes more memory than there is, or breaks its reader"


@dataclass(frozen=True, slots=True)
class Given:
    """A file to import: its format's name, and the work whose text it is where that is said."""

    path: Path
    kind: str
    key: str | None = None


@dataclass
class Batch:
    """What became of the files of one run: kept, shelved, refused; and what it cost."""

    tables: Tables = field(default_factory=Tables)
    rows: list[TextRow] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    stages: Stages = field(default_factory=Stages)


@dataclass(frozen=True, slots=True)
class _Read:
    """The format a file was read with, its documents ready to be stored, and seconds by stage."""

    kind: str
    documents: tuple[tuple[ParsedDocument, ReadyText], ...]
    seconds: dict[str, float]


def import_files(
    files: Sequence[Given], *, draft: bool, as_of: date | None = None, jobs: int | None = None
) -> Batch:
    """Import each file, in order; then link and index what was shelved.

    ``as_of`` is the day of the status tables among them.

    Files are read in as many processes as ``jobs`` says, one a core when None; this one alone
    writes. A file that cannot be read, or that ends the process reading it, changes nothing and is
    one line of the problems.
    """
    batch = Batch(Tables(as_of))
    jobs = jobs or cores()
    with progress("Importing", len(files)) as told:
        for number, done in enumerate(done_apart(_read, files, processes=min(jobs, len(files)))):
            try:
                _take(done.job, done.get(), batch, draft=draft)
            except WorkerDied:
                batch.problems.append(f"{done.job.path}: {_DIED}")
            except (UnreadableDocument, LibraryError) as error:
                batch.problems.append(with_name(done.job.path, str(error)))
            told(number + 1)
    if batch.rows:
        link_texts(jobs=jobs, stages=batch.stages)
        with batch.stages.timed("index"):
            update_index()
    return batch


def _read(given: Given) -> _Read:
    stages = Stages()
    with stages.timed("parse"):
        form, documents = read_documents(given.kind, given.path)
    with stages.timed("sanitise"):
        ready = tuple((document, make_ready(document)) for document in documents)
    return _Read(form.name, ready, stages.seconds)


def _take(given: Given, read: _Read, batch: Batch, *, draft: bool) -> None:
    for stage, seconds in read.seconds.items():
        batch.stages.add(stage, seconds)
    with batch.stages.timed("store"):
        for document, ready in read.documents:
            taken = batch.tables.take(document, ready, given.key)
            if document.units or not taken:
                row = shelve(document, kind=read.kind, key=given.key, draft=draft, ready=ready)
                batch.rows.append(row)
