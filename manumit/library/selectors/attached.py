"""The cover and the files of publications: in a record, and for who reads or exports them."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from manumit.library.errors import WorkNotFound
from manumit.library.models import Publication, PublicationFile

_MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".txt": "text/plain; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of a publication under its name, with what it is for a browser."""

    name: str
    media_type: str
    data: bytes


def attached_to(work: Publication) -> dict[str, Any]:
    """The fields ``cover`` and ``files`` of the publication's record."""
    parts: dict[str, Any] = {"files": [_file(row) for row in _rows(work)]}
    if work.cover:
        parts["cover"] = {
            "file": work.shown_cover_name(),
            "sha256": sha256(_bytes(work.cover)).hexdigest(),
            "alt": work.cover_alt,
        }
    return parts


def attached_files(key: str) -> Iterator[Attached]:
    """Every file of the publication with this key, its cover first; none of any other work."""
    work = Publication.objects.filter(key=key).first()
    if work is None:
        return
    if work.cover:
        yield _attached(work.shown_cover_name(), work.cover)
    for row in _rows(work):
        yield _attached(row.shown_name(), row.document)


def published_file(key: str, name: str) -> Attached:
    """The file of that name of a publication that readers may see. Raises WorkNotFound."""
    work = Publication.objects.published().filter(key=key).first()
    if work is not None and work.cover and work.shown_cover_name() == name:
        return _attached(name, work.cover)
    for row in _rows(work) if work else []:
        if row.shown_name() == name:
            return _attached(name, row.document)
    raise WorkNotFound(f"{key} has no file called {name}")


def names_of_files(key: str) -> frozenset[str]:
    """What the cover and the files are called that readers may have of the work with this key."""
    work = Publication.objects.published().filter(key=key).first()
    if work is None:
        return frozenset()
    cover = {work.shown_cover_name()} if work.cover else set()
    return frozenset(cover | {row.shown_name() for row in _rows(work)})


def _rows(work: Publication) -> list[PublicationFile]:
    """The files that are still there, in their order."""
    rows = work.files.select_related("document")
    return [row for row in rows.order_by("sort_order") if row.document]


def _file(row: PublicationFile) -> dict[str, Any]:
    digest = sha256(_bytes(row.document)).hexdigest()
    said = {"file": row.shown_name(), "sha256": digest, "language": row.language}
    return said | {"title": row.title}


def _attached(name: str, held: Any) -> Attached:
    media_type = _MEDIA_TYPES.get(PurePath(name).suffix.lower(), "application/octet-stream")
    return Attached(name, media_type, _bytes(held))


def _bytes(held: Any) -> bytes:
    with held.file.open("rb") as file:
        return bytes(file.read())
