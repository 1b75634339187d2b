"""What is read from the whole library, and kept for as long as the library stays as it is."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock, Thread
from typing import Generic, TypeVar

from django.db import connection

_T = TypeVar("_T")
_PATIENCE = 0.5  # seconds of reading that a reader waits for


@dataclass(frozen=True, slots=True)
class _Held(Generic[_T]):
    """What was read under a stamp, and how many seconds that took."""

    stamp: int
    seconds: float
    value: _T


class Kept(Generic[_T]):
    """What ``read`` gives, read anew when ``stamp`` gives another number; by one thread at a time."""

    def __init__(self, read: Callable[[], _T], stamp: Callable[[], int]) -> None:
        self._read, self._stamp = read, stamp
        self._reading = Lock()
        self._held: _Held[_T] | None = None

    def now(self) -> _T:
        """As things stand."""
        stamp = self._stamp()
        held = self._held
        if held is None or held.stamp != stamp:
            with self._reading:
                held = self._held
                if held is None or held.stamp != stamp:
                    held = self._held = self._read_under(stamp)
        return held.value

    def lately(self) -> _T:
        """As things stand; where reading takes long, as they stood, while they are read beside."""
        held = self._held
        if held is None or held.seconds <= _PATIENCE or held.stamp == self._stamp():
            return self.now()
        if not self._reading.locked():
            Thread(target=self._read_beside, daemon=True).start()
        return held.value

    def forget(self) -> None:
        """Keep nothing."""
        self._held = None

    def _read_under(self, stamp: int) -> _Held[_T]:
        begun = time.perf_counter()
        value = self._read()
        return _Held(stamp, time.perf_counter() - begun, value)

    def _read_beside(self) -> None:
        try:
            self.now()
        finally:
            connection.close()  # this thread's own
