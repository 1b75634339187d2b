"""Where indexes lie, and which one is in use.

``current`` names the folder in use, ``<version>-<n>``; a rebuild writes the next ``n`` beside it
and then replaces that one small file. ``number`` inside a folder is the journal entry reached.
"""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from manumit.search.engines.tantivy.schema import VERSION
from manumit.search.errors import IndexBusy, SearchUnavailable

_NAME = re.compile(r"(?P<version>[\d.]+)-(?P<n>\d+)")


class Stamp(NamedTuple):
    """What changes when there is something new to read."""

    pointer: tuple[int, int]
    works: tuple[int, int]


class Folders:
    """The folder of one installation's indexes."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def current(self) -> Path:
        """The folder in use. Raises SearchUnavailable when there is none of this version."""
        try:
            name = (self.root / "current").read_text().strip()
        except FileNotFoundError:
            raise SearchUnavailable("There is no search index yet. Run: manumit index") from None
        found = _NAME.fullmatch(name)
        if not found or found["version"] != VERSION:
            raise SearchUnavailable(
                "The search index was made by another version of Manumit. Run: manumit index"
            )
        return self.root / name

    def stamp(self, folder: Path) -> Stamp:
        """The state of what is in use; ``folder`` is what ``current`` said."""
        return Stamp(_identity(self.root / "current"), _identity(folder / "works" / "meta.json"))

    def number(self, folder: Path) -> int:
        """The last journal entry in the index of the folder. Raises SearchUnavailable."""
        try:
            return int((folder / "number").read_text())
        except (OSError, ValueError) as error:
            raise SearchUnavailable(
                f"The search index cannot be read ({error}). Run: manumit index --rebuild"
            ) from error

    def set_number(self, folder: Path, number: int) -> None:
        """Remember the last journal entry in the index of the folder."""
        _replace(folder / "number", str(number))

    def fresh(self) -> Path:
        """A new folder beside those that are there; remains of broken-off builds are removed."""
        in_use = self._in_use()
        self._remove_all_but(in_use)
        n = int(in_use.rpartition("-")[2]) + 1 if in_use else 1
        folder = self.root / f"{VERSION}-{n}"
        for part in ("works", "passages"):
            (folder / part).mkdir(parents=True)
        return folder

    def use(self, folder: Path) -> None:
        """Make the folder the one in use, at once for all readers; the others are removed."""
        _replace(self.root / "current", folder.name)
        self._remove_all_but(folder.name)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Only one writer at a time; the system frees the lock of a process that dies."""
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / "writer.lock").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise IndexBusy(
                    "Another process is writing to the search index. Try again when it is done."
                ) from None
            yield

    def _in_use(self) -> str:
        try:
            name = (self.root / "current").read_text().strip()
        except FileNotFoundError:
            return ""
        return name if _NAME.fullmatch(name) else ""

    def _remove_all_but(self, kept: str) -> None:
        for entry in self.root.iterdir():
            if entry.is_dir() and entry.name != kept and _NAME.fullmatch(entry.name):
                shutil.rmtree(entry, ignore_errors=True)


def _identity(file: Path) -> tuple[int, int]:
    """Which file this is; both files are only ever replaced, never written to."""
    try:
        found = file.stat()
    except FileNotFoundError:
        return 0, 0
    return found.st_ino, found.st_mtime_ns


def _replace(file: Path, text: str) -> None:
    """Write the file so that a reader, or a crash, meets the old text or the new."""
    beside = file.with_name(f"{file.name}.new")
    with beside.open("w") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    beside.replace(file)
