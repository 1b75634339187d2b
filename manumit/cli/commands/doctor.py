"""manumit doctor"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import click
from django.conf import settings
from django.utils import timezone

from manumit.cli.ground import waiting_migrations
from manumit.cli.output import format_option, write_json
from manumit.directory import selectors as directory
from manumit.journal import selectors as journal
from manumit.library import selectors as library
from manumit.search import selectors as search
from manumit.search.errors import SearchError

_ENOUGH = 500 * 1024 * 1024  # bytes free, below which a load or an index may not end


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, and what is to be said of it."""

    what: str
    well: bool
    says: str


@click.command("doctor")
@format_option
def command(as_json: bool) -> int:
    """Look whether everything is well: journal, index, helplines, findings, database, disk.

    Changes nothing. Exits 1 when something is not well.
    """
    found = list(_look())
    if as_json:
        write_json([asdict(one) for one in found])
    else:
        for one in found:
            click.echo(f"{'well' if one.well else 'NOT WELL':8}  {one.what}: {one.says}")
    return 0 if all(one.well for one in found) else 1


def _look() -> Iterator[Finding]:
    """Every finding; without its tables a database can be asked no more."""
    ready = _migrations()
    yield ready
    yield _disk()
    yield _home()
    if ready.well:
        for look in _LOOKS:
            yield look()


def _migrations() -> Finding:
    waiting = waiting_migrations()
    says = f"{len(waiting)} migrations wait; any other command carries them out"
    return Finding("database", not waiting, says if waiting else "its tables are up to date")


def _disk() -> Finding:
    free = shutil.disk_usage(_existing(Path(settings.MEDIA_ROOT))).free
    return Finding("disk", free >= _ENOUGH, f"{free // 2**20} MB free")


def _home() -> Finding:
    open_to_others = Path(settings.HOME).stat().st_mode & 0o077
    says = f"others on this host can read it: chmod 700 {settings.HOME}"
    return Finding("home", not open_to_others, says if open_to_others else "its owner's alone")


def _journal() -> Finding:
    check = journal.check_chain()
    says = check.fault or f"{check.entries} entries, each as it was written; the last {check.last}"
    return Finding("journal", not check.fault, says)


def _index() -> Finding:
    newest = journal.last_number()
    try:
        state = search.index_state()
    except SearchError as error:
        return Finding("index", False, str(error))
    behind = newest - state.number
    says = f"{state.works} works" if not behind else f"{abs(behind)} changes away from the journal"
    return Finding("index", not behind, says if not behind else f"{says}: run manumit index")


def _helplines() -> Finding:
    counts = directory.count_services(timezone.localdate())
    says = f"{counts['current']} current, {counts['expired']} past the day until which they hold"
    return Finding("helplines", not counts["expired"], says)


def _stale() -> Finding:
    count = len(library.stale(timezone.localdate()))
    says = f"{count} rest on text that changed since: look again" if count else "none is stale"
    return Finding("findings and gists", not count, says)


_LOOKS: tuple[Callable[[], Finding], ...] = (_journal, _index, _helplines, _stale)


def _existing(folder: Path) -> Path:
    return next(place for place in (folder, *folder.parents) if place.exists())
