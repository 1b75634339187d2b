"""manumit load"""

from pathlib import Path

import click
from django.utils import timezone

from manumit.cli.collection import load_collection
from manumit.cli.ground import link_texts, prepare_database, update_index
from manumit.cli.output import format_option, problem_as_json, progress, write_json, write_problems
from manumit.library.types import LoadReport, Outcome
from manumit.records import find_files


@click.command("load")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Let the files win over edits made in this Centre.")
@format_option
def command(paths: tuple[Path, ...], force: bool, as_json: bool) -> int:
    """Load collection files, or folders of them, into the library, the directory and the site's pages.

    A bad file changes nothing and is reported with its line; the others are loaded.
    """
    prepare_database()
    places = find_files(paths)
    with progress("Loading", len(places)) as done:
        report = load_collection(places=places, at=timezone.now(), force=force, progress=done)
    link_texts()
    update_index()
    write_problems(report.problems)
    if as_json:
        write_json(_as_json(report))
    else:
        click.echo(_as_text(report))
    return 1 if report.problems else 0


def _as_text(report: LoadReport) -> str:
    words = [f"{report.count(outcome)} {outcome.value}" for outcome in Outcome]
    refused = len({problem.file for problem in report.problems})
    return f"Records: {', '.join(words)}, {refused} refused."


def _as_json(report: LoadReport) -> dict[str, object]:
    return {
        **{outcome.value: report.count(outcome) for outcome in Outcome},
        "problems": [problem_as_json(item) for item in report.problems],
    }
