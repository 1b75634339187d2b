"""What each stage of an import costs."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


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
