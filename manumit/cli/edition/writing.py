"""The folder of an edition: written aside, and put in its place when it is whole."""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

SUMS = "SHA256SUMS"
MARKER = "edition.txt"
_FIRST_LINE = "An offline edition of Manumit."


@contextmanager
def whole_or_nothing(folder: Path) -> Iterator[Path]:
    """A folder to write into, which takes the place of ``folder`` when all went well.

    An edition that is there stays until then. Raises UsageError where something else is there.
    """
    claim(folder)
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        yield part
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    old = folder.with_name(f"{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    part.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def claim(folder: Path) -> None:
    """Only an edition is ever replaced. Raises UsageError."""
    if folder.exists() and any(folder.iterdir()) and not _is_edition(folder):
        raise click.UsageError(
            f"{folder} is not empty and no edition: name an empty folder or a new one"
        )


def _is_edition(folder: Path) -> bool:
    marker = folder / MARKER
    return marker.is_file() and marker.read_text("utf-8").startswith(_FIRST_LINE)


def write_marker(folder: Path, lines: dict[str, str]) -> None:
    """Say in plain text what the folder is, for people and for the next export."""
    told = "".join(f"{name}: {value}\n" for name, value in lines.items())
    (folder / MARKER).write_text(f"{_FIRST_LINE}\n\n{told}", "utf-8")


def write_file(folder: Path, name: str, content: bytes) -> None:
    """Write a file of the edition, and the folders it stands in."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def write_sums(folder: Path) -> int:
    """Write the checksum of every file, as ``sha256sum -c`` reads them; gives how many there are."""
    files = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    lines = (f"{_digest(folder / file)}  {file.as_posix()}\n" for file in files)
    (folder / SUMS).write_text("".join(lines), "utf-8")
    return len(files)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
