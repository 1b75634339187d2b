"""Visitors who hold connections, and what an honest one waits meanwhile. Run as a program it measures.

It is no test then: a figure needs a quiet machine. Against a running server::

    python -m tests.web.slow_visitors http://127.0.0.1:8204

Told is, for each way of being slow, what an honest visitor waits for a page in milliseconds (the median, the
95th of a hundred, the longest), and how many pages did not come within the patience. ``docs/threat-model.md`` has the figures.
"""

import argparse
import socket
import statistics
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from urllib.parse import urlsplit

import click

PAUSE = 0.2  # seconds between two bytes of one visitor
PATIENCE = 10  # seconds that an honest visitor waits
# Who has a cookie for the token of forms has the form read, to look for the token in it.
_HEAD = (
    "POST /desk/question/ HTTP/1.1\r\nHost: {host}\r\nCookie: csrftoken=" + "a" * 32 + "\r\n"
    "Content-Type: application/x-www-form-urlencoded\r\n"
)

Begin = Callable[[str], bytes]


def slow_body(host: str) -> bytes:
    """All headers of a form of which 100,000 bytes are to come."""
    return (_HEAD.format(host=host) + "Content-Length: 100000\r\n\r\ntext=").encode()


def slow_head(host: str) -> bytes:
    """Headers that do not end."""
    return (_HEAD.format(host=host) + "X-Long: ").encode()


def reading(path: str) -> Begin:
    """A whole request for something large, whose answer is not read."""
    return lambda host: f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()


@contextmanager
def crowd(address: str, begin: Begin, *, many: int, drip: bool) -> Iterator[list[socket.socket]]:
    """So many connections that have begun, each sent one byte more from time to time where they ``drip``."""
    place = urlsplit(address)
    lines = [_line(place.hostname or "", place.port or 80) for _ in range(many)]
    over = threading.Event()
    dripping = threading.Thread(target=_drip, args=(lines, over), daemon=True)
    try:
        for line in lines:
            line.sendall(begin(place.netloc))
        if drip:
            dripping.start()
        yield lines
    finally:
        over.set()
        if drip:
            dripping.join()
        for line in lines:
            line.close()


def _line(host: str, port: int) -> socket.socket:
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    line.settimeout(PATIENCE)
    line.connect((host, port))
    return line


def _drip(lines: list[socket.socket], over: threading.Event) -> None:
    while not over.wait(PAUSE):
        for line in lines:
            try:
                line.send(b"a")
            except OSError:  # the server had enough of it
                continue


def waited(url: str) -> float | None:
    """Seconds until the page was there; None where it did not come."""
    began = perf_counter()
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
            answer.read()
    except (urllib.error.URLError, OSError):
        return None
    return perf_counter() - began


def _told(address: str, path: str, seconds: float) -> str:
    found: list[float | None] = []
    until = perf_counter() + seconds
    while perf_counter() < until:
        found.append(waited(f"{address}{path}"))
    came = sorted(one * 1000 for one in found if one is not None)
    lost = len(found) - len(came)
    if not came:
        return f"{path}: none of {len(found)} came within {PATIENCE} s"
    middle, late = statistics.median(came), came[int(len(came) * 0.95)]
    return f"{path}: {middle:.1f} ms, 95th {late:.1f}, longest {came[-1]:.1f}; {len(came)} came, {lost} did not"


def main() -> None:
    parser = argparse.ArgumentParser(
        description="What an honest visitor waits while others are slow."
    )
    parser.add_argument("address")
    parser.add_argument("--many", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--large", default="/static/web/search.js")
    asked = parser.parse_args()
    ways = [("nobody", slow_body, 0, False), ("slow bodies", slow_body, asked.many, True)]
    ways += [("slow headers", slow_head, asked.many, True)]
    ways += [("slow readers", reading(asked.large), asked.many, False)]
    for name, begin, many, drip in ways:
        with crowd(asked.address, begin, many=many, drip=drip):
            for path in ("/about", "/desk/"):
                click.echo(f"{many} {name}, {_told(asked.address, path, asked.seconds / 2)}")


if __name__ == "__main__":
    main()
