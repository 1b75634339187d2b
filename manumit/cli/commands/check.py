"""manumit check"""

from pathlib import Path

import click
from django.utils import timezone

from manumit.cli.output import format_option, problem_as_json, progress, write_json, write_problems
from manumit.guide import selectors as guides
from manumit.records import (
    BadRecord,
    Place,
    Problem,
    RecordFile,
    check_file,
    check_form,
    check_together,
    check_upkeep,
    find_files,
    read_file,
    write_text,
)


@click.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--fix", is_flag=True, help="Rewrite sound files in canonical form.")
@format_option
def command(paths: tuple[Path, ...], fix: bool, as_json: bool) -> int:
    """Check collection files without loading them: schema, sources, dates, codes, links.

    A guide's files are checked too: its paths, and that what it cites is among the files given.
    """
    places, guide_files = _found(paths)
    files, problems = _read(places, fix=fix)
    problems += check_together(files)
    problems += _guide_faults(guide_files, files)
    problems.sort()
    write_problems(problems)
    total = len(places) + len(guide_files)
    if as_json:
        write_json({"files": total, "problems": [problem_as_json(item) for item in problems]})
    elif problems:
        click.echo(f"{total} files, {len(problems)} problems.")
    else:
        click.echo(f"{total} files, no problems.")
    return 1 if problems else 0


def _found(paths: tuple[Path, ...]) -> tuple[list[Place], list[Path]]:
    """The records and the guides at or below the paths."""
    guide_files = guides.find_guides(paths)
    return find_files(path for path in paths if path not in guide_files), guide_files


def _guide_faults(paths: list[Path], records: list[RecordFile]) -> list[Problem]:
    read, problems = [], list[Problem]()
    for path in paths:
        try:
            read.append(guides.read_guide(path))
        except BadRecord as error:
            problems += error.problems
    return [*problems, *guides.check_guides(read, records)]


def _read(places: list[Place], *, fix: bool) -> tuple[list[RecordFile], list[Problem]]:
    files: list[RecordFile] = []
    problems: list[Problem] = []
    with progress("Checking", len(places)) as done:
        for number, place in enumerate(places, start=1):
            try:
                file = read_file(place.path, place.key)
            except BadRecord as error:
                problems += error.problems
            else:
                files.append(file)
                problems += [*_faults(file), *_form(file, fix=fix)]
            done(number)
    return files, problems


def _faults(file: RecordFile) -> list[Problem]:
    today = timezone.localdate()
    return [*check_file(file, today=today), *check_upkeep(file, today=today)]


def _form(file: RecordFile, *, fix: bool) -> list[Problem]:
    text = file.path.read_bytes().decode("utf-8")
    problems = check_form(file, text)
    if problems and fix:
        file.path.write_text(write_text(file.record, file.body), encoding="utf-8")
        return []
    return problems
