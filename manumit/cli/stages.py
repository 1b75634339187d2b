"""What each stage of a long work costs."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")


class Stages:
    """Seconds of processor time by the name of a stage, in the order in which each first came."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Count what this process does inside as the stage's."""
        begun = time.process_time()
        try:
            yield
        finally:
            self.add(stage, time.process_time() - begun)

    def add(self, stage: str, seconds: float) -> None:
        """Count seconds that another process has spent on the stage."""
        self.seconds[stage] = self.seconds.get(stage, 0.0) + seconds


def with_seconds(work: Callable[[_Job], _Result], job: _Job) -> tuple[float, _Result]:
    """What comes of a job, and the seconds of processor time that it took."""
    begun = time.process_time()
    result = work(job)
    return time.process_time() - begun, result
