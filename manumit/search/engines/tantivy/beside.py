"""Work done beside other work, where a processor is free for it."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Lock
from typing import TypeVar

_T = TypeVar("_T")


class Beside:
    """Lets one who is busy have a part done on another thread, while fewer are than processors are.

    Tantivy leaves Python alone while it searches, so that two parts of an answer are found at once.
    With as many at work as there are processors it would only keep others waiting.
    """

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(_processors(), "beside")
        self._counting = Lock()
        self._busy = 0

    @contextmanager
    def busy(self) -> Iterator[None]:
        """For as long as somebody is at work."""
        self._count(1)
        try:
            yield
        finally:
            self._count(-1)

    def start(self, work: Callable[[], _T]) -> Callable[[], _T]:
        """Begin the work where a processor is free; what is returned waits for it, or does it."""
        if self._busy >= _processors():
            return work
        return self._threads.submit(self._busily, work).result

    def _busily(self, work: Callable[[], _T]) -> _T:
        with self.busy():
            return work()

    def _count(self, more: int) -> None:
        with self._counting:
            self._busy += more


def _processors() -> int:
    return os.cpu_count() or 1
