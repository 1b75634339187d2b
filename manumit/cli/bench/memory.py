"""How much memory a process and all below it hold at most."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

_PAUSE = 0.1  # seconds between two looks at least
_TIMES = 30  # how many times as long as a look the pause is: looking at gigabytes takes a while
_PROC = Path("/proc")


class PeakMemory(threading.Thread):
    """Looks at a process and its descendants until stopped; ``peak`` is in bytes.

    What processes share is counted once (the proportional set size of Linux); elsewhere, 0.
    """

    def __init__(self, process: int) -> None:
        super().__init__(name="peak-memory", daemon=True)
        self.peak = 0
        self._process = process
        self._stopped = threading.Event()

    def run(self) -> None:
        """Look, pause; until stopped."""
        pause = _PAUSE
        while not self._stopped.wait(pause):
            begun = time.perf_counter()
            self.peak = max(self.peak, self.look())
            pause = max(_PAUSE, (time.perf_counter() - begun) * _TIMES)

    def look(self) -> int:
        """What they hold now."""
        return sum(map(_held, _family(self._process)))

    def stop(self) -> int:
        """End, and give the peak."""
        self._stopped.set()
        self.join()
        return self.peak


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        lists = [file.read_text() for file in (_PROC / str(process) / "task").glob("*/children")]
    except OSError:
        return
    for child in " ".join(lists).split():
        yield from _family(int(child))


def _held(process: int) -> int:
    try:
        lines = (_PROC / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:  # it has ended meanwhile
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
