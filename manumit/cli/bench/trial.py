"""One import in a process and a home of its own, timed from inside and outside."""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from manumit.cli.bench.homes import environment_of
from manumit.cli.bench.memory import PeakMemory
from manumit.cli.importing.batches import Given, import_files
from manumit.formats import formats

_CODE = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); import django; django.setup(); "
    "from manumit.cli.bench.trial import serve; serve()"
)


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
    child = subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-c", _CODE, json.dumps(sys.path)],
        env=environment_of(home),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    memory = PeakMemory(child.pid)
    memory.start()
    answer, _ = child.communicate(json.dumps([[str(one.path), one.kind, one.key] for one in files]))
    peak = memory.stop()
    if child.returncode:
        raise click.ClickException(f"the import ended with {child.returncode}")
    return Trial(peak=peak, **json.loads(answer))


def serve() -> None:
    """What the process of its own does: read what to import, import, tell what it cost."""
    files = [Given(Path(path), kind, key) for path, kind, key in json.load(sys.stdin)]
    formats()  # as the program has done by the time it knows what to import
    before, begun = _used(), time.perf_counter()
    batch = import_files(files, draft=False)
    told = {
        "wall": time.perf_counter() - begun,
        "cpu": _used() - before,
        "stages": batch.stages.seconds,
        "problems": batch.problems,
    }
    json.dump(told, sys.stdout)


def _used() -> float:
    """Processor seconds of this process and of all it began that have ended."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, whose))
