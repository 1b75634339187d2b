"""What a command stands on: a prepared database and an index that is up to date."""

import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import click
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

import manumit
from manumit.accounts.services import sync_roles
from manumit.cli.output import progress
from manumit.cli.stages import Stages, with_seconds
from manumit.cli.workers import WorkerDied, cores, done_apart
from manumit.library import selectors as library
from manumit.library.services import link_citations
from manumit.library.types import LinkReport
from manumit.search import services as search
from manumit.search.errors import IndexBusy
from manumit.search.types import IndexReport
from manumit.vocab.services import sync_reference

_PAUSE, _TRIES = 0.2, 300  # seconds between two tries to index, and how many


def prepare_database() -> bool:
    """Bring tables and vocabularies up to date; returns whether anything was to be done.

    Safe to call before every command: on a prepared database it only looks.
    """
    if not waiting_migrations():
        return False
    click.echo("Preparing the database …", err=True)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    sync_reference()
    sync_roles()
    return True


def waiting_migrations() -> list[str]:
    """The names of the migrations that this database has not had."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def starter_collection() -> Path:
    """The records that come with Manumit: beside the package in a checkout, inside it in a wheel."""
    package = Path(manumit.__file__).parent
    inside = package / "starter_collection"
    return inside if inside.is_dir() else package.parent / "collection"


def link_texts(
    *, every: bool = False, jobs: int | None = None, stages: Stages | None = None
) -> LinkReport:
    """Read the texts whose citations nobody has read yet, or every text, with a bar on a terminal.

    ``jobs`` is in how many processes they are read, one a core when None; ``stages`` counts what
    it costs.
    """
    count, texts = library.texts_to_link(every=every)
    stages = stages or Stages()
    spread = partial(_spread, stages, min(jobs or cores(), count))
    with progress("Linking", count) as done, stages.timed("cite"):
        return link_citations(texts=texts, at=timezone.now(), progress=done, spread=spread)


def _spread(
    stages: Stages, processes: int, read: Callable[[Any], Any], texts: Iterable[Any]
) -> Iterator[Any]:
    """What is read in each text; None for one at which a process died."""
    for done in done_apart(partial(with_seconds, read), texts, processes=processes):
        try:
            seconds, found = done.get()
        except WorkerDied:
            click.echo("a text could not be read for its citations: the process died", err=True)
            yield None
            continue
        if processes > 1:  # in this one they are counted already
            stages.add("cite", seconds)
        yield found


def update_index() -> IndexReport:
    """Bring the search index up to what the journal says, with a bar on a terminal.

    A running server does the same by itself; when both meet, this one waits its turn. Raises
    IndexBusy when the other has not finished within a minute.
    """
    with progress("Indexing", None) as done:
        for _ in range(_TRIES):
            try:
                return _read_on(done)
            except IndexBusy:
                time.sleep(_PAUSE)
        return _read_on(done)


def _read_on(done: Callable[[int], None]) -> IndexReport:
    return search.bring_up_to_date(progress=lambda finished, _total: done(finished))
