"""Sealed files in the desk's folder. Their own names say nothing, and nothing in clear is written."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from manumit.desk.errors import SealBroken
from manumit.desk.models import Consultation, File
from manumit.desk.sealing.files import open_file, seal_file
from manumit.desk.sealing.vaults import Vault

_READ = 64 * 1024


def folder() -> Path:
    """Where sealed files are."""
    return Path(settings.MANUMIT_DESK_FILES)


def put(consultation: Consultation, vault: Vault, name: str, data: bytes) -> File:
    """Seal a file; what was written is taken away where it could not be finished."""
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder() / name
    try:
        with path.open("xb") as out:
            out.writelines(seal_file(vault, name, [data]))
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return File.objects.create(
        consultation=consultation, name=name, generation=vault.name.generation
    )


def whole(row: File, opened: dict[int, Vault]) -> bytes:
    """The file, once its end has proved that nothing is missing. :class:`SealBroken` otherwise."""
    try:
        return b"".join(open_file(opened[row.generation], row.name, _stored(row.name)))
    except (OSError, KeyError):
        raise SealBroken("the file is not there") from None


def forget(names: list[str]) -> None:
    """Remove files; one that is gone already is gone."""
    for name in names:
        (folder() / name).unlink(missing_ok=True)


def forget_strays(*, at: datetime) -> int:
    """Remove what no row knows: left by a process that was killed. Returns how many."""
    if not folder().exists():
        return 0
    # What is younger may be on its way to its row.
    before = (at - timedelta(hours=1)).timestamp()
    old = [path.name for path in folder().iterdir() if path.stat().st_mtime < before]
    known = set(File.objects.values_list("name", flat=True))
    strays = [name for name in old if name not in known]
    forget(strays)
    return len(strays)


def _stored(name: str) -> Iterator[bytes]:
    with (folder() / name).open("rb") as stored:
        while piece := stored.read(_READ):
            yield piece
