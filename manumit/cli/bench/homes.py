"""Homes that are thrown away, with a work on the shelves for every file of a benchmark."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from manumit.formats import DocumentKind

_SOURCES = "sources:\n- publisher: Nobody\n  for: [text]\n  on: 2026-01-01\n"
# The shelf of each kind, and what its record must say.
_RECORDS = {
    "judgment": ("hk/case", "forum: hkcfa\ndecided_on: 2026-01-01\n"),
    "legislation": ("hk/law", "legislation_type: ordinance\nnumber: {name}\n"),
    "instrument": ("un/treaty", "instrument_type: convention\nbinding: true\n"),
}


def key_of_bench(kind: DocumentKind, number: int) -> str:
    """The key of a work that stands on the shelves for a file of the benchmark."""
    return f"{_RECORDS[kind][0]}/bench-{number}"


def write_records(folder: Path, works: Iterable[tuple[str, DocumentKind]]) -> Path:
    """Write a bare record for each of the works below the folder; gives the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for key, kind in works:
        file = folder / f"{key}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        name = key.rpartition("/")[2]
        fields = _RECORDS[kind][1].format(name=name)
        file.write_text(f"---\nkind: {kind}\ntitle: {name}\n{fields}{_SOURCES}---\n", "utf-8")
    return folder


def copy_home(prepared: Path, home: Path) -> Path:
    """A fresh copy of a prepared home."""
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(prepared, home)
    return home


def environment_of(home: Path) -> dict[str, str]:
    """What the program is to find in its environment, to live in that home."""
    database = f"sqlite:///{home / 'manumit.sqlite3'}"
    settings = "manumit.config.settings"
    own = {"MANUMIT_HOME": str(home), "DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": settings}
    return {**os.environ, **own}


def fill_home(home: Path, collection: Path) -> None:
    """Load a folder of collection files into a home, made where there is none."""
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-m", "manumit", "load", str(collection)],
        env=environment_of(home),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise click.ClickException(f"the home of the benchmark: {done.stderr.strip()[-300:]}")
