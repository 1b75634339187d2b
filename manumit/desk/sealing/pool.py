"""Argon2id in a bounded room: each derivation takes 64 MiB, so only so many may run at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from argon2.low_level import Type, hash_secret_raw

from manumit.desk.sealing.errors import Busy
from manumit.desk.sealing.keys import KEY_BYTES, SecretKey

TIME_COST = 3
MEMORY_KIB = 64 * 1024
LANES = 1
SALT_BYTES = 16


class KdfPool:
    """At most ``running`` derivations at a time and ``waiting`` behind them; whoever is beyond is told so.

    One a process: its memory is ``running`` x 64 MiB, whatever is asked of it. Nobody waits longer than
    ``patience`` seconds.
    """

    def __init__(self, *, running: int = 2, waiting: int = 16, patience: float = 10.0) -> None:
        self._inside = BoundedSemaphore(running + waiting)
        self._running = BoundedSemaphore(running)
        self._patience = patience

    def stretch(self, secret: bytes, salt: bytes) -> SecretKey:
        """A key that costs each guess 64 MiB and about 0.2 s; :class:`Busy` where there is no room."""
        with self._room():
            return SecretKey(
                hash_secret_raw(
                    secret,
                    salt,
                    time_cost=TIME_COST,
                    memory_cost=MEMORY_KIB,
                    parallelism=LANES,
                    hash_len=KEY_BYTES,
                    type=Type.ID,
                )
            )

    @contextmanager
    def _room(self) -> Iterator[None]:
        if not self._inside.acquire(blocking=False):
            raise Busy
        try:
            if not self._running.acquire(timeout=self._patience):
                raise Busy
            try:
                yield
            finally:
                self._running.release()
        finally:
            self._inside.release()
