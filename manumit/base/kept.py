"""What is read from the whole library, and kept for as long as the library stays as it is."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock, Thread
from typing import Generic, TypeVar

from django.db import connection

_T = TypeVar("_T")
_PATIENCE = 0.5  # seconds of reading that a reader waits for
_OLDEST = 60  # seconds for which a reader may be given what is no longer so


@dataclass(frozen=True, slots=True)
class _Held(Generic[_T]):
    """What was read under a stamp, and how many seconds that took."""

    stamp: int
    seconds: float
    value: _T


class Kept(Generic[_T]):
    """What ``read`` gives, read anew when ``stamp`` gives another number; by one thread at a time."""

    def __init__(
        self,
        read: Callable[[], _T],
        stamp: Callable[[], int],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._read, self._stamp, self._clock = read, stamp, clock
        self._reading = Lock()
        self._held: _Held[_T] | None = None
        self._current_at = 0.0  # by the clock, when what is held was last known to be so

    def now(self) -> _T:
        """As things stand."""
        stamp = self._stamp()
        held = self._held_under(stamp)
        if held is None:
            with self._reading:
                held = self._held_under(stamp) or self._read_under(stamp)
        return held.value

    def lately(self) -> _T:
        """As things stand; where reading takes long, as they stood, while they are read beside.

        What stood more than a minute ago is given to nobody.
        """
        held = self._held
        if held is None or held.seconds <= _PATIENCE or self._held_under(self._stamp()):
            return self.now()
        if self._clock() - self._current_at > _OLDEST:
            return self.now()
        if not self._reading.locked():
            Thread(target=self._read_beside, daemon=True).start()
        return held.value

    def forget(self) -> None:
        """Keep nothing."""
        self._held = None

    def _held_under(self, stamp: int) -> _Held[_T] | None:
        held = self._held
        if held is None or held.stamp != stamp:
            return None
        self._current_at = self._clock()
        return held

    def _read_under(self, stamp: int) -> _Held[_T]:
        begun = self._clock()
        value = self._read()
        self._held = held = _Held(stamp, self._clock() - begun, value)
        self._current_at = begun
        return held

    def _read_beside(self) -> None:
        try:
            self.now()
        finally:
            connection.close()  # this thread's own
