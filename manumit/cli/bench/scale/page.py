"""The search page of the real server, asked over HTTP by several clients at once."""

import http.client
import subprocess
import time
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

import click

from manumit.cli.bench.apart import done_in
from manumit.cli.bench.memory import PeakMemory
from manumit.cli.bench.scale.contender import Answer, Client
from manumit.cli.bench.scale.questions import MIXED, Question
from manumit.cli.bench.scale.rows import write_rows
from manumit.cli.bench.scale.tasks import Place
from manumit.cli.bench.scale.timing import row_of, time_all
from manumit.cli.bench.serving import HOST, served

_PATIENCE = 900  # seconds until the server answers, and until a first page comes
_LONGEST = 600  # seconds of asking


def measure(place: Place, asked: Sequence[Question], clients: int) -> dict[str, Any]:
    """Serve the works, ask for the page of every question, and give the times of whole pages."""
    _fill(place)
    with served(place.home) as running:
        server = _Server(*running)
        memory = PeakMemory(server.process.pid)
        memory.start()
        server.first_page()
        mixed = [question for question in asked if question.of in MIXED]
        timed = time_all(server, mixed, clients, _LONGEST)
        peak = memory.stop()
    row = row_of("search page", clients, "all", timed)
    return {"works": place.size, **row, "peak_mb": round(peak / 1e6)}


def _fill(place: Place) -> None:
    note = place.home / "rows"
    if not note.exists():
        done_in(place.home, _write, place)
        note.touch()


def _write(place: Place) -> None:
    write_rows(place.corpus())


class _Server:
    """The search page, as something that can be asked."""

    name = "search page"

    def __init__(self, process: "subprocess.Popen[bytes]", port: int) -> None:
        self.process, self._port = process, port

    def can(self, question: Question) -> bool:
        """Everything."""
        return True

    def client(self) -> Client:
        """A connection that is kept, as a browser does."""
        connection = http.client.HTTPConnection(HOST, self._port, timeout=_PATIENCE)

        def asked(question: Question) -> Answer:
            connection.request("GET", address_of(question), headers={"Accept-Encoding": "gzip"})
            response = connection.getresponse()
            response.read()
            if response.status != http.client.OK:
                raise click.ClickException(f"{address_of(question)} answered {response.status}")
            return Answer(0, (), 0, {})

        return asked

    def first_page(self) -> None:
        """Wait until the server listens, and for a page: with it much is read that is then kept."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            connection = http.client.HTTPConnection(HOST, self._port, timeout=_PATIENCE)
            try:
                connection.request("GET", "/search?q=law")
                connection.getresponse().read()
            except ConnectionError:
                time.sleep(0.2)
            else:
                return
        raise click.ClickException("the server of the benchmark did not answer")


def address_of(question: Question) -> str:
    """The address of the search page that asks the same."""
    request = question.request
    given = [("q", request.query)]
    given += [(name, value) for name, values in request.filters.items() for value in values]
    given += [("from", request.date_from), ("to", request.date_to), ("sort", request.sort)]
    if request.on:
        given.append(("on", request.on.isoformat()))
    return f"/search?{urlencode([pair for pair in given if pair[1]])}"
