"""manumit import"""

from pathlib import Path

import click
from django.utils import timezone

from manumit.cli.ground import prepare_database, update_index
from manumit.cli.output import format_option, progress, write_json
from manumit.formats import (
    MAX_BYTES,
    Format,
    ParsedDocument,
    UnreadableDocument,
    format_named,
    formats,
)
from manumit.library import selectors as library
from manumit.library.errors import LibraryError
from manumit.library.services import import_text


@click.command("import")
@click.argument("kind", type=click.Choice([form.name for form in formats()]))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--work", "key", help="The work whose text this is, if the file does not say.")
@click.option("--draft", is_flag=True, help="Keep new works from readers until published.")
@format_option
def command(kind: str, files: tuple[Path, ...], key: str | None, draft: bool, as_json: bool) -> int:
    """Read files of a format into the library as texts and passages of their works.

    Importing a file again changes nothing. A file that cannot be read changes nothing and is
    reported in one line; the others are imported.
    """
    prepare_database()
    rows: list[dict[str, object]] = []
    problems: list[str] = []
    with progress("Importing", len(files)) as done:
        for number, path in enumerate(files, start=1):
            try:
                documents = _read(format_named(kind), path)
                rows.extend(_shelve(one, kind=kind, key=key, draft=draft) for one in documents)
            except (UnreadableDocument, LibraryError) as error:
                problems.append(_with_name(path, str(error)))
            done(number)
    update_index()
    _tell(rows, problems, as_json=as_json)
    return 1 if problems else 0


def _read(form: Format, path: Path) -> list[ParsedDocument]:
    try:
        if path.stat().st_size > MAX_BYTES:  # before a byte of it is in memory
            raise UnreadableDocument(f"{path} is larger than {MAX_BYTES // 2**20} MB")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(f"{path}: {error.strerror}") from error
    return form.read(data, str(path))


def _shelve(
    document: ParsedDocument, *, kind: str, key: str | None, draft: bool
) -> dict[str, object]:
    key = key or document.key or library.key_for_title(document.title, document.kind)
    outcome = import_text(
        document=document,
        key=key,
        format_name=kind,
        by=None,
        at=timezone.now(),
        publish=not draft,
    )
    return {
        "key": key,
        "language": document.language,
        "outcome": outcome.value,
        "units": len(document.units),
        "notes": [*document.notes, *_doubts(key)],
    }


def _doubts(key: str) -> list[str]:
    """What the work's record says that the text just imported does not bear out."""
    missing = library.provisions_not_in_text(library.any_work(key))
    if not missing:
        return []
    return [f"The record speaks of provisions that the text has not: {', '.join(missing)}."]


def _with_name(path: Path, reason: str) -> str:
    return reason if reason.startswith(str(path)) else f"{path}: {reason}"


def _tell(rows: list[dict[str, object]], problems: list[str], *, as_json: bool) -> None:
    for problem in problems:
        click.echo(problem, err=True)
    if as_json:
        write_json({"texts": rows, "problems": problems})
        return
    for row in rows:
        click.echo(f"{row['key']} ({row['language']}): {row['outcome']}, {row['units']} passages")
        for note in row["notes"]:  # type: ignore[attr-defined]  # a list of sentences
            click.echo(f"  look at: {note}")
