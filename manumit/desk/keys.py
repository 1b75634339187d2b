"""The keys that are kept on the host, in no database and in no backup of it.

A folder: ``pepper.key``; ``epochs/`` with a key a month, named by its first day; ``desk.pub``, the public half
of the desk key, whose other half is offline; ``revoked.txt``, certificates that were taken back.
"""

import os
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from django.conf import settings
from nacl.signing import SigningKey

from manumit.desk.errors import Closed, DeskError
from manumit.desk.sealing.epochs import Epochs
from manumit.desk.sealing.keys import SecretKey


@dataclass(frozen=True, slots=True)
class Ring:
    """The host's keys as they are now. ``revoked`` has signatures, with the day each was taken back."""

    pepper: SecretKey
    epochs: Epochs
    desk: bytes
    revoked: dict[bytes, date]

    def revoked_on(self, day: date) -> Collection[bytes]:
        """The certificates that are taken back on a day."""
        return {signature for signature, since in self.revoked.items() if since <= day}


def folder() -> Path:
    """Where the keys are."""
    return Path(settings.MANUMIT_DESK_KEYS)


def ring() -> Ring:
    """The keys, read anew: there are few and they change under us. :class:`Closed` without them."""
    try:
        epochs = [SecretKey(file.read_bytes()) for file in _epoch_files()]
        pepper = SecretKey((folder() / "pepper.key").read_bytes())
        desk = bytes.fromhex((folder() / "desk.pub").read_text().strip())
    except (OSError, ValueError):
        raise Closed("The desk has no keys on this host.") from None
    if not epochs:
        raise Closed("The desk has no epoch key on this host.")
    return Ring(pepper, Epochs(*reversed(epochs)), desk, _revoked())


def make_keys(*, offline: Path, on: date) -> None:
    """Make pepper, first epoch key and desk key; the desk key's secret half goes to ``offline``.

    :class:`DeskError` where there are keys already, or the file ``offline`` is there.
    """
    if folder().exists() and any(folder().iterdir()):
        raise DeskError(f"there are keys in {folder()}: they are never replaced")
    desk = SigningKey.generate()
    _write(offline, desk.encode().hex().encode())
    (folder() / "epochs").mkdir(parents=True, mode=0o700)
    folder().chmod(0o700)
    _write(folder() / "pepper.key", SecretKey.new().reveal())
    _write(folder() / "desk.pub", bytes(desk.verify_key).hex().encode())
    new_epoch(on=on)


def read_desk_key(file: Path) -> SigningKey:
    """The secret half of the desk key, on the machine that has no network."""
    try:
        return SigningKey(bytes.fromhex(file.read_text().strip()))
    except (ValueError, TypeError):
        raise DeskError(f"{file} holds no desk key") from None


def new_epoch(*, on: date) -> bool:
    """Begin the epoch of a month, if it has none yet; returns whether it was begun."""
    months = {file.stem[:7] for file in _epoch_files()}
    if on.isoformat()[:7] in months:
        return False
    _write(folder() / "epochs" / f"{on.isoformat()}.key", SecretKey.new().reveal())
    return True


def destroy_epochs(*, on: date, keep: timedelta) -> int:
    """Destroy the keys that were followed by another so long ago; returns how many.

    Everything that lives on must have been carried to the newest before.
    """
    files = _epoch_files()
    over = [
        file for file, next_one in pairwise(files) if date.fromisoformat(next_one.stem) + keep <= on
    ]
    for file in over:
        # A disk may keep the old block all the same: the folder belongs on an encrypted one.
        file.write_bytes(os.urandom(file.stat().st_size))
        file.unlink()
    return len(over)


def revoke(signature: bytes, *, on: date) -> None:
    """Take a certificate back from a day on."""
    with (folder() / "revoked.txt").open("a") as out:
        out.write(f"{signature.hex()} {on.isoformat()}\n")


def _revoked() -> dict[bytes, date]:
    file = folder() / "revoked.txt"
    if not file.exists():
        return {}
    try:
        lines = [line.split() for line in file.read_text().splitlines() if line.strip()]
        return {bytes.fromhex(signature): date.fromisoformat(day) for signature, day in lines}
    except ValueError:
        raise Closed("revoked.txt cannot be read.") from None


def _epoch_files() -> list[Path]:
    return sorted((folder() / "epochs").glob("*.key"))


def _write(file: Path, data: bytes) -> None:
    """Only its owner can read it, from the first moment."""
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(data)
    except FileExistsError:
        raise DeskError(f"{file} is there already") from None
