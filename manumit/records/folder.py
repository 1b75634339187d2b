"""A collection as a folder: which files it holds and what each one's key is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from manumit.records.files import RecordFile, read_file
from manumit.records.problems import BadRecord, Problem
from manumit.reference import SITE, system_codes

_FEWEST_PARTS = 3
MARKER = "collection.yaml"  # stands at the root of a collection and says whose it is


@dataclass(frozen=True, slots=True)
class Place:
    """A file of a collection and the key its path gives it."""

    path: Path
    key: str


def find_files(paths: Iterable[Path]) -> list[Place]:
    """Every record file at or below the paths, in a stable order.

    A folder given is searched to the bottom. The root, from which keys count, is the nearest
    folder above that holds ``collection.yaml``; without one, the part of the path that begins
    with the code of a known system. Raises BadRecord for a path that does not exist.
    """
    places: dict[Path, Place] = {}
    for path in paths:
        if not path.exists():
            raise BadRecord([Problem(path, 1, "", "there is no such file or folder")])
        root = path if path.is_dir() else path.parent
        for file in _markdown_below(path):
            places[file] = Place(file, _key_of(file, root))
    return sorted(places.values(), key=lambda place: place.key)


def read_files(places: Iterable[Place]) -> Iterator[RecordFile | BadRecord]:
    """Read each file in turn; a bad one comes back as its BadRecord, and the rest go on."""
    for place in places:
        try:
            yield read_file(place.path, place.key)
        except BadRecord as error:
            yield error


def path_of(key: str) -> Path:
    """Where a record's file stands below its collection's root."""
    return Path(f"{key}.md")


def folder_of(record: Path) -> Path:
    """Where the pictures and files of a record lie: beside its own file, under its name."""
    return record.with_suffix("")


def _markdown_below(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for file in sorted(path.rglob("*.md")):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        about = file.parent == path and file.stem.isupper()  # README.md and its like
        if not hidden and not about:
            yield file


def _key_of(file: Path, given: Path) -> str:
    for folder in file.absolute().parents:
        if (folder / MARKER).is_file():
            return file.absolute().relative_to(folder).with_suffix("").as_posix()
    parts = file.relative_to(given).with_suffix("").parts
    beginnings = {SITE, *system_codes()}
    # No key has fewer than three parts: a page in Thai is th.md, and th begins the keys of Thai law.
    if parts[0] not in beginnings or len(parts) < _FEWEST_PARTS:
        parts = file.absolute().with_suffix("").parts
        starts = [
            number for number, part in enumerate(parts[: 1 - _FEWEST_PARTS]) if part in beginnings
        ]
        parts = parts[starts[-1] :] if starts else parts[-3:]
    return "/".join(parts)
