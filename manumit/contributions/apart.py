"""Strangers' files looked into in a process of their own, few at a time, each within its time."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

# Each holds one of the server's few threads, and as much memory as its process may take.
_AT_ONCE = BoundedSemaphore(2)
_WAITS = 2.0  # seconds until somebody is told to come again


class GaveUp(Exception):
    """The process took too long, or died."""


class Crowded(Exception):
    """As many as may are at it already."""


def answer_of(module: str, argument: str, data: bytes, *, seconds: float) -> bytes:
    """What ``python -m module argument`` says to the data, with nothing of the server's environment.

    Raises GaveUp or Crowded. What it would say of a fault is thrown away: the file's words could be in it.
    """
    with _one_of_few():
        try:
            done = subprocess.run(  # noqa: S603 - ourselves
                [sys.executable, "-m", module, argument],
                input=data,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "LANG": "C.UTF-8"},
                cwd="/",
                timeout=seconds,
                check=True,
            )
        except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
            raise GaveUp from error
    return done.stdout


@contextmanager
def _one_of_few() -> Iterator[None]:
    if not _AT_ONCE.acquire(timeout=_WAITS):
        raise Crowded
    try:
        yield
    finally:
        _AT_ONCE.release()
