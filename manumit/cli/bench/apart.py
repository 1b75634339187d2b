"""Something done in a process and a home of its own, watched from outside."""

import json
import pickle
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from manumit.cli.bench.homes import environment_of
from manumit.cli.bench.memory import PeakMemory

_CODE = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); import django; django.setup(); "
    "from manumit.cli.bench.apart import serve; serve()"
)


def done_in(home: Path, task: Callable[..., Any], *given: Any) -> tuple[Any, int]:
    """What the function of a module answers in a process of its own, and the bytes it held at most.

    What is given and answered must be fit to be pickled.
    """
    child = subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-c", _CODE, json.dumps(sys.path)],
        env=environment_of(home),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    memory = PeakMemory(child.pid)
    memory.start()
    answer, _ = child.communicate(pickle.dumps((task, given)))
    peak = memory.stop()
    if child.returncode:
        raise click.ClickException(f"a process of the benchmark ended with {child.returncode}")
    return pickle.loads(answer), peak  # noqa: S301 - from ourselves


def serve() -> None:
    """What the process of its own does: take the task, do it, tell the answer."""
    task, given = pickle.load(sys.stdin.buffer)  # noqa: S301 - from ourselves
    pickle.dump(task(*given), sys.stdout.buffer)


def seconds_used() -> float:
    """Processor seconds of this process and of all it began that have ended."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, whose))
