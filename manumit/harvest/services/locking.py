"""One harvest of a source at a time; the lock goes with the process, however that ends."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from manumit.harvest.errors import SourceBusy
from manumit.harvest.models import Source

_ROOM = 0x6D616E75  # tells our locks from those of others in one PostgreSQL


@contextmanager
def only_one(source: Source) -> Iterator[None]:
    """Nobody else harvests the source meanwhile. Raises SourceBusy."""
    lock = _in_postgresql if connection.vendor == "postgresql" else _beside_the_database
    with lock(source):
        yield


@contextmanager
def _beside_the_database(source: Source) -> Iterator[None]:
    folder = Path(settings.HOME) / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"harvest-{source.pk}").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise _busy(source) from error
        yield


@contextmanager
def _in_postgresql(source: Source) -> Iterator[None]:
    """The lock of a connection of its own: it ends with that, and with the process at the latest.

    It is given back before the connection closes: the server hears of a closed one a little later,
    and whoever asks meanwhile would be told that somebody is at it.
    """
    own = connection.copy()
    try:
        with own.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [_ROOM, source.pk])
            if not cursor.fetchone()[0]:
                raise _busy(source)
            try:
                yield
            finally:
                with suppress(DatabaseError):  # a connection that broke has no lock any more
                    cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_ROOM, source.pk])
    finally:
        own.close()


def _busy(source: Source) -> SourceBusy:
    return SourceBusy(f"{source.name} is being harvested at this moment")
