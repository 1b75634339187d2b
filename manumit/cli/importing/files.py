"""Files given to the program: read whole, or refused in one line; and written whole."""

from collections.abc import Iterable
from pathlib import Path

import click

from manumit.formats import (
    MAX_BYTES,
    Format,
    ParsedDocument,
    UnreadableDocument,
    format_named,
    read_any,
)
from manumit.records import MARKER, folder_of, path_of

CONCEPTS = "concepts.ttl"
"""What was accepted of concepts, beside the records of a collection that was exported."""
ANY = "any"
"""The kind that leaves it to the file which format it is read with."""


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that is not too large. Raises UnreadableDocument."""
    try:
        if path.stat().st_size > MAX_BYTES:  # before a byte of it is in memory
            raise UnreadableDocument(f"{path} is larger than {MAX_BYTES // 2**20} MB")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(f"{path}: {error.strerror}") from error


def read_documents(kind: str, path: Path) -> tuple[Format, list[ParsedDocument]]:
    """The documents of a file of that format, ``any``: of the one it looks like, and the format.

    Raises UnreadableDocument.
    """
    data = read_bytes(path)
    if kind == ANY:
        return read_any(data, str(path))
    form = format_named(kind)
    return form, form.read(data, str(path))


def with_name(path: Path, reason: str) -> str:
    """A reason that begins with the file it is about."""
    return reason if reason.startswith(str(path)) else f"{path}: {reason}"


def claim(folder: Path, *, name: str) -> None:
    """Make the folder a collection of this name, unless it is one already.

    Raises UsageError where it holds something else: never write among someone's other files.
    """
    marker = folder / MARKER
    if folder.exists() and any(folder.iterdir()) and not marker.exists():
        raise click.UsageError(f"{folder} is not empty and no collection: name an empty folder")
    folder.mkdir(parents=True, exist_ok=True)
    if not marker.exists():
        marker.write_text(f"name: {name}\nlicence: CC-BY-4.0\n", encoding="utf-8")


def write_record(folder: Path, key: str, text: str) -> Path:
    """Write a record's file below the folder; gives where it stands.

    A reader, or a power cut, meets the old file or the new one, never half of it.
    """
    path = folder / path_of(key)
    _write_whole(path, text.encode())
    return path


def write_attached(record: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write the files of a record, each by name and bytes, beside its own."""
    for name, data in files:
        _write_whole(folder_of(record) / name, data)


def write_concepts(folder: Path, turtle: str) -> None:
    """Write what was accepted of concepts; where there is nothing, take away what an earlier time wrote."""
    if turtle:
        _write_whole(folder / CONCEPTS, turtle.encode())
    else:
        (folder / CONCEPTS).unlink(missing_ok=True)


def _write_whole(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_bytes(data)
    fresh.replace(path)
