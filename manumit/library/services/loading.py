"""Loading collection files: each whole or not at all, a bad one never in the way of a good one."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from wagtail.signal_handlers import disable_reference_index_auto_update

from manumit.accounts.types import User
from manumit.library.errors import LibraryError
from manumit.library.services.joining import join_newcomers
from manumit.library.services.linking import link_open_targets
from manumit.library.services.recording import record_work
from manumit.library.types import ANYWHERE, LoadReport, Outcome
from manumit.records import BadRecord, Place, Problem, RecordFile, check_file, read_files


def load_records(
    *,
    places: Sequence[Place],
    by: User | None,
    at: datetime,
    force: bool = False,
    progress: Callable[[int], None] = lambda done: None,
) -> LoadReport:
    """Load the files into the library; ``progress`` hears how many are done.

    A file with any problem changes nothing; the others are loaded. Afterwards links that waited
    for a newcomer are joined.
    """
    report = LoadReport()
    made: list[str] = []

    def record(file: RecordFile) -> Outcome:
        return record_work(file=file, by=by, at=at, force=force)

    # Wagtail's reference index would be rebuilt for every child row saved.
    with disable_reference_index_auto_update():
        for done, file in enumerate(read_files(places), start=1):
            made += _load_one(file, record, at=at, report=report)
            progress(done)
        if report.outcomes[Outcome.MADE] or report.outcomes[Outcome.CHANGED]:
            link_open_targets()
            join_newcomers(made)
    return report


def load_each(
    *,
    places: Sequence[Place],
    at: datetime,
    record: Callable[[RecordFile], Outcome],
    progress: Callable[[int], None],
) -> LoadReport:
    """Load files that are no works with ``record``, which keeps one of them or raises LibraryError.

    A file with any problem changes nothing; the others are loaded.
    """
    report = LoadReport()
    for done, file in enumerate(read_files(places), start=1):
        _load_one(file, record, at=at, report=report)
        progress(done)
    return report


def _load_one(
    file: RecordFile | BadRecord,
    record: Callable[[RecordFile], Outcome],
    *,
    at: datetime,
    report: LoadReport,
) -> list[str]:
    """Load one file and note in the report what became of it; gives the key of what is new."""
    problems = _problems_of(file, at)
    if problems or isinstance(file, BadRecord):
        report.problems += problems
        return []
    try:
        outcome = record(file)
    except LibraryError as error:
        report.problems.append(Problem(file.path, 1, "", str(error)))
        return []
    report.outcomes[outcome] += 1
    return [file.key] if outcome == Outcome.MADE else []


def _problems_of(file: RecordFile | BadRecord, at: datetime) -> Iterable[Problem]:
    return (
        file.problems
        if isinstance(file, BadRecord)
        else check_file(file, today=at.date() + ANYWHERE)
    )
