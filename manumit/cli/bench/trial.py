"""One import in a process and a home of its own, timed from inside and outside."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from manumit.cli.bench.apart import done_in, seconds_used
from manumit.cli.importing.batches import Given, import_files
from manumit.formats import formats


@dataclass(frozen=True, slots=True)
class Trial:
    """What an import cost: wall and processor seconds, also by stage, and bytes held at most.

    The start and the end of the program are not counted. ``problems`` is a line for each file refused.
    """

    wall: float
    cpu: float
    stages: dict[str, float]
    peak: int
    problems: list[str]


def try_import(files: Sequence[Given], home: Path) -> Trial:
    """Import the files into the prepared home, as ``manumit import`` does."""
    answer, peak = done_in(home, _imported, list(files))
    return Trial(peak=peak, **answer)


def _imported(files: list[Given]) -> dict[str, Any]:
    formats()  # as the program has done by the time it knows what to import
    before, begun = seconds_used(), time.perf_counter()
    batch = import_files(files, draft=False)
    return {
        "wall": time.perf_counter() - begun,
        "cpu": seconds_used() - before,
        "stages": batch.stages.seconds,
        "problems": batch.problems,
    }
