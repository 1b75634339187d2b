"""manumit import"""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click

from manumit.cli.ground import prepare_database, update_index
from manumit.cli.importing import lists
from manumit.cli.importing.batches import Batch, Given, import_files
from manumit.cli.importing.files import ANY, claim
from manumit.cli.importing.participation import TableRow, tell_kept, tell_tables
from manumit.cli.importing.texts import tell_texts
from manumit.cli.output import format_option, progress, write_json
from manumit.formats import UnreadableDocument, formats
from manumit.records import BadMapping, read_mapping


@click.command("import")
@click.argument("kind", type=click.Choice([*[form.name for form in formats()], ANY, lists.KIND]))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--work", "key", help="The work whose text this is, if the file does not say.")
@click.option("--draft", is_flag=True, help="Keep new works from readers until published.")
@click.option(
    "--propose",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write what an editor should decide on as collection files below DIR; load nothing.",
    metavar="DIR",
)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day of a status table.")
@click.option(
    "--mapping",
    type=click.Path(path_type=Path, dir_okay=False),
    help="For records: the YAML file that says which column is which field.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1),
    help="How many processes read the files; as many as there are cores, if not said.",
)
@format_option
def command(  # noqa: PLR0913, PLR0917 - each is an argument or an option of the program
    kind: str,
    files: tuple[Path, ...],
    key: str | None,
    draft: bool,
    folder: Path | None,
    as_of: datetime | None,
    mapping: Path | None,
    jobs: int | None,
    as_json: bool,
) -> int:
    """Read files of a format into the library as texts and passages of their works.

    Importing a file again changes nothing. A file that cannot be read changes nothing and is
    reported in one line; the others are imported. A table of what states did (untc) is kept as it
    says, of treaties without a record too, and changes no record: what differs is told, and
    --propose writes files for an editor to read and load.
    KIND any takes each file for what it looks like, and says what it is if no format reads it.
    KIND records reads lists (CSV, XLSX): each row becomes a draft, or is refused with its line.
    """
    if (kind == lists.KIND) != (mapping is not None):
        raise click.UsageError("lists of records need --mapping, and nothing else has one")
    day = _day_of_table(kind, folder, as_of)
    prepare_database()
    if folder:
        claim(folder, name="Proposals")
    if mapping:
        return _import_lists(files, mapping, folder, as_json=as_json)
    given = [Given(path, kind, key) for path in files]
    batch = import_files(given, draft=draft, as_of=day, jobs=jobs)
    return _tell(batch, batch.tables.compare(folder), as_json=as_json)


def _day_of_table(kind: str, folder: Path | None, as_of: datetime | None) -> date | None:
    if folder and not as_of and kind != lists.KIND:
        raise click.UsageError("say with --as-of of which day the table is: it becomes a source")
    return as_of.date() if as_of else None


def _tell(batch: Batch, compared: Sequence[TableRow], *, as_json: bool) -> int:
    _write_problems(batch.problems)
    if as_json:
        kept = batch.tables.kept()
        rows = {"texts": batch.rows, "kept": kept, "tables": compared}
        write_json({**rows, "problems": batch.problems})
    else:
        tell_texts(batch.rows)
        tell_kept(batch.tables.kept())
        tell_tables(compared)
    return 1 if batch.problems else 0


def _import_lists(
    files: tuple[Path, ...], mapping: Path, folder: Path | None, *, as_json: bool
) -> int:
    try:
        columns = read_mapping(mapping)
    except BadMapping as error:
        raise click.ClickException(str(error)) from error
    rows: list[dict[str, object]] = []
    problems: list[str] = []
    with progress("Importing", len(files)) as done:
        for number, path in enumerate(files, start=1):
            try:
                made, wrong = lists.import_list(path, columns, folder)
                rows, problems = rows + made, problems + wrong
            except UnreadableDocument as error:
                problems.append(str(error))
            done(number)
    if rows and not folder:
        update_index()
    _write_problems(problems)
    if as_json:
        write_json({"rows": rows, "problems": problems})
    else:
        lists.tell_lists(rows)
    return 1 if problems else 0


def _write_problems(problems: list[str]) -> None:
    for problem in problems:
        click.echo(problem, err=True)
