"""manumit export"""

from pathlib import Path

import click

from manumit.cli.collection import attached_files, count_records, every_record
from manumit.cli.ground import prepare_database
from manumit.cli.importing.files import claim, write_attached, write_record
from manumit.cli.output import format_option, progress, write_json
from manumit.library.errors import IncompleteRecord


@click.command("export")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@format_option
def command(folder: Path, as_json: bool) -> int:
    """Write every record of the library, the directory and the site's pages as a collection file below FOLDER.

    The cover and files of a publication lie beside its own. What is loaded and not edited comes out byte for byte as it went in. A draft that lacks what
    every record has is left out and named.
    """
    prepare_database()
    claim(folder, name="Exported collection")
    total = count_records()
    problems: list[str] = []
    with progress("Exporting", total) as done:
        for number, (key, text) in enumerate(every_record(), start=1):
            if isinstance(text, IncompleteRecord):
                problems.append(str(text))
            else:
                write_attached(write_record(folder, key, text), attached_files(key))
            done(number)
    for problem in problems:
        click.echo(problem, err=True)
    written = total - len(problems)
    if as_json:
        write_json({"folder": str(folder), "records": written, "problems": problems})
    else:
        click.echo(f"{written} records written to {folder}.")
    return 1 if problems else 0
