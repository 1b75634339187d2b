"""The real server, for as long as a benchmark asks it."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from manumit.cli.bench.homes import environment_of

HOST = "127.0.0.1"


@contextmanager
def served(home: Path) -> Iterator[tuple["subprocess.Popen[bytes]", int]]:
    """The server's process and its port; it may take a while until it listens there."""
    port, workers = _free_port(), str(os.cpu_count() or 1)
    process = subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-m", "manumit", "serve", "--port", str(port), "--workers", workers],
        env=environment_of(home),
        stdout=subprocess.DEVNULL,
    )
    try:
        yield process, port
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
