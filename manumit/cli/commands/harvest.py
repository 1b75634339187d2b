"""manumit harvest"""

from collections.abc import Sequence
from pathlib import Path

import click
from django.conf import settings
from django.utils import timezone

from manumit.cli.ground import link_texts, prepare_database, update_index
from manumit.cli.output import format_option, progress, write_json
from manumit.harvest import selectors, services
from manumit.harvest.errors import HarvestError, SourceNotFound
from manumit.harvest.types import Pace, Run, Source

_COUNTS = ("fetched", "new", "changed", "unchanged", "failed")


@click.command("harvest")
@click.argument("names", nargs=-1, metavar="[SOURCE]...")
@click.option("--list", "show", is_flag=True, help="Show the sources, and fetch nothing.")
@click.option(
    "--add",
    "file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Add or change the sources that a YAML file lists.",
)
@format_option
def command(names: tuple[str, ...], show: bool, file: Path | None, as_json: bool) -> int:
    """Fetch what the sources have: those named, else every one that is due.

    What comes is a draft or in review, never published. A run that is stopped goes on where it was.
    """
    prepare_database()
    if file:
        return _add(file, as_json=as_json)
    if show:
        return _list(as_json=as_json)
    try:
        chosen = [selectors.source_named(name) for name in names]
    except SourceNotFound as error:
        raise click.UsageError(str(error)) from error
    runs, problems = _harvest(chosen or selectors.due_sources(timezone.now()))
    link_texts()
    update_index()
    _tell(runs, problems, as_json=as_json)
    return 1 if problems or any(run.failed or run.broken_off for run in runs) else 0


def _harvest(sources: Sequence[Source]) -> tuple[list[Run], list[str]]:
    """Harvest one source after the other; one that cannot be begun does not stop the rest."""
    runs, problems, pace = [], [], Pace(settings.MANUMIT_HARVEST_PAUSE)
    for source in sources:
        try:
            runs.append(_harvest_one(source, pace))
        except HarvestError as error:
            problems.append(f"{source.name}: {error}")
    return runs, problems


def _harvest_one(source: Source, pace: Pace) -> Run:
    fetcher = services.fetcher_for(source=source, pace=pace)
    try:
        with progress(source.name, None) as done:
            return services.run_source(
                source=source, by=None, at=timezone.now(), fetcher=fetcher, progress=done
            )
    finally:
        fetcher.close()


def _add(file: Path, *, as_json: bool) -> int:
    try:
        outcomes = services.add_sources(file=file)
    except HarvestError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        write_json({name: outcome.value for name, outcome in outcomes.items()})
        return 0
    for name, outcome in outcomes.items():
        click.echo(f"{name}: {outcome.value}")
    return 0


def _list(*, as_json: bool) -> int:
    rows = list(selectors.sources())
    if as_json:
        write_json({"sources": [_source_as_json(row) for row in rows]})
        return 0
    if not rows:
        click.echo("No sources yet: manumit harvest --add FILE.yaml")
    for row in rows:
        last = f"{timezone.localtime(row.last_run):%Y-%m-%d %H:%M}" if row.last_run else "never"
        off = "" if row.enabled else " (off)"
        click.echo(
            f"{row.name}{off}: {row.title} [{row.kind}], arrives as {row.trust}, last {last}"
        )
    return 0


def _source_as_json(row: Source) -> dict[str, object]:
    fields = ("name", "title", "kind", "address", "settings", "trust", "every_hours", "enabled")
    last = getattr(row, "last_run", None)
    return {**{name: getattr(row, name) for name in fields}, "last_run": last}


def _tell(runs: list[Run], problems: list[str], *, as_json: bool) -> None:
    for line in problems:
        click.echo(line, err=True)
    if as_json:
        write_json({"runs": [_run_as_json(run) for run in runs], "problems": problems})
        return
    if not runs and not problems:
        click.echo("No source is due.")
    for run in runs:
        click.echo(f"{run.source.name}: " + ", ".join(f"{getattr(run, n)} {n}" for n in _COUNTS))
        for line in run.to_look_at:
            click.echo(f"  look at: {line}")
        for line in [*run.reasons, *([run.broken_off] if run.broken_off else [])]:
            click.echo(f"{run.source.name}: {line}", err=True)


def _run_as_json(run: Run) -> dict[str, object]:
    counts = {name: getattr(run, name) for name in _COUNTS}
    said = {name: getattr(run, name) for name in ("reasons", "to_look_at", "broken_off")}
    times = {"started_at": run.started_at, "ended_at": run.ended_at}
    return {"source": run.source.name, **counts, **said, **times}
