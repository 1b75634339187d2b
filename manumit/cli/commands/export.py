"""manumit export"""

from pathlib import Path

import click

from manumit.cli.collection import count_records, every_record
from manumit.cli.ground import prepare_database
from manumit.cli.output import format_option, progress, write_json
from manumit.library.errors import IncompleteRecord
from manumit.records import MARKER, path_of


@click.command("export")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@format_option
def command(folder: Path, as_json: bool) -> int:
    """Write every record of the library and the directory as a collection file below FOLDER.

    What is loaded and not edited comes out byte for byte as it went in. A draft that lacks what
    every record has is left out and named.
    """
    prepare_database()
    _claim(folder)
    total = count_records()
    problems: list[str] = []
    with progress("Exporting", total) as done:
        for number, (key, text) in enumerate(every_record(), start=1):
            if isinstance(text, IncompleteRecord):
                problems.append(str(text))
            else:
                _write_whole(folder / path_of(key), text)
            done(number)
    for problem in problems:
        click.echo(problem, err=True)
    written = total - len(problems)
    if as_json:
        write_json({"folder": str(folder), "records": written, "problems": problems})
    else:
        click.echo(f"{written} records written to {folder}.")
    return 1 if problems else 0


def _claim(folder: Path) -> None:
    """Write only into an empty folder or a collection: never among someone's other files."""
    marker = folder / MARKER
    if folder.exists() and any(folder.iterdir()) and not marker.exists():
        raise click.UsageError(f"{folder} is not empty and no collection: name an empty folder")
    folder.mkdir(parents=True, exist_ok=True)
    if not marker.exists():
        marker.write_text("name: Exported collection\nlicence: CC-BY-4.0\n", encoding="utf-8")


def _write_whole(path: Path, text: str) -> None:
    """A reader, or a power cut, meets the old file or the new one, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)
