"""What the desk gives away by time and memory, measured over HTTP. Not a test: a figure needs a quiet machine.

In a home of its own, which is filled with invented people and cases::

    MANUMIT_HOME=/tmp/measured python -m manumit serve --port 8204
    MANUMIT_HOME=/tmp/measured python -m tests.desk.measure http://127.0.0.1:8204

Two things that must look alike are asked for in pairs, either first by lot, over one connection that stays open. Two that are
nobody's show how much such a figure means nothing.
Told is the median of the first in milliseconds and the median of the differences in the pairs, with the bounds between
which it lies in 95 of 100 resamples (bootstrap). ``docs/threat-model.md`` has the figures.
"""

import argparse
import http.client
import os
import random
import secrets
import sqlite3
import statistics
import tarfile
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter
from urllib.parse import urlencode, urlsplit

import click
import django
from django.test.utils import setup_test_environment

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "manumit.config.settings")
django.setup()

from django.conf import settings  # noqa: E402 -- what follows needs Django to be set up
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from manumit.desk import keys, services  # noqa: E402
from manumit.desk.models import Consultation, Member, Record  # noqa: E402
from manumit.desk.sealing.receipts import Receipt, new_receipt  # noqa: E402
from manumit.desk.types import Holder, Question, Upload  # noqa: E402
from tests.desk.centre import AT, DESK_ROLES, PASSWORD, Desk  # noqa: E402
from tests.staff import StaffClient  # noqa: E402

RESAMPLES = 1000
CROWD, AT_ONCE = 1000, 32
Ask = Callable[[], bytes]


def main() -> None:
    parser = argparse.ArgumentParser(description="What the desk gives away by time and memory.")
    parser.add_argument("address")
    parser.add_argument("--times", type=int, default=2000, help="requests of each of two")
    parser.add_argument("--receipts", type=int, default=60, help="receipts typed of each of two")
    asked = parser.parse_args()
    setup_test_environment()
    place = urlsplit(asked.address)
    server = Server(place.hostname or "", place.port or 80)
    desk = a_desk()
    cases = [told(desk, number) for number in range(2)]
    for name, first, second in alike(server, desk, cases):
        click.echo(f"{name}: {compared(first, second, asked.times)}")
    click.echo(f"receipts: {compared(*receipts(server, cases), asked.receipts)}")
    click.echo(f"memory: {crowded(server)}")
    click.echo(f"backup: {looked_for(cases)}")


class Server:
    """The running centre."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port

    def connected(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(self.host, self.port, timeout=300)

    def asker(
        self,
        path: str,
        cookies: str,
        body: bytes | None = None,
        *,
        over: http.client.HTTPConnection | None = None,
    ) -> Ask:
        """A request to be made again and again, over this connection or one of its own."""
        line = over or self.connected()
        headers = {"Cookie": cookies, "Origin": f"http://{self.host}:{self.port}"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"

        def ask() -> bytes:
            line.request("GET" if body is None else "POST", path, body, headers)
            return line.getresponse().read()

        return ask


def a_desk() -> Desk:
    """The desk of this home, with its people; made where there is none."""
    folder = Path(tempfile.mkdtemp())
    if Member.objects.exists():
        desk = Desk(folder)
        for one in Member.objects.filter(left_on=None):
            name = one.shown_as.lower()
            desk.people[name] = services.unlock(member=one, password=PASSWORD, at=timezone.now())
        return desk
    keys.make_keys(offline=folder / "desk.key", on=AT.date())
    desk = Desk(folder)
    for name in DESK_ROLES:
        desk.enrol(name)
    return desk


def told(desk: Desk, number: int) -> tuple[Receipt, Holder]:
    """A case that Chai does not read, with canaries in it and a file."""
    canary = f"canary-{number}"
    question = Question({"text": canary}, canary, canary, [desk.member("chai")])
    at = timezone.now()
    receipt, holder = services.ask(question=question, submission=new_receipt().code, at=at)
    upload = Upload(f"{canary}.pdf", "pdf", canary.encode() * 4000)
    services.add_file(holder=holder, upload=upload, at=at)
    return receipt, holder


def alike(
    server: Server, desk: Desk, cases: list[tuple[Receipt, Holder]]
) -> Iterator[tuple[str, Ask, Ask]]:
    """Pairs of addresses: what is another's, and what is nobody's."""
    (receipt, _), (_, other) = cases
    mine = Client(SERVER_NAME=server.host)
    mine.post("/desk/back/", {"typed": receipt.code})
    theirs = Record.objects.get(consultation=other.consultation, kind="file").name
    yield pair(server, "file of another asker", "/desk/mine/file/{}/", theirs, cookies_of(mine))
    chai = StaffClient(SERVER_NAME=server.host)
    chai.force_login(desk["chai"].member.account)
    chai.post("/desk/staff/unlock/", {"password": PASSWORD})
    case = Consultation.objects.get(pk=other.consultation.pk).case
    yield pair(server, "case of others", "/desk/staff/case/{}/", case, cookies_of(chai))
    nobodys = secrets.token_urlsafe(16)
    yield pair(server, "two of nobody", "/desk/staff/case/{}/", nobodys, cookies_of(chai))
    there = f"/desk/staff/case/{{}}/{theirs}/"
    yield pair(server, "file in a case of others", there, case, cookies_of(chai))


def pair(server: Server, name: str, path: str, foreign: str, cookies: str) -> tuple[str, Ask, Ask]:
    line, unknown = server.connected(), secrets.token_urlsafe(16)
    one, other = (
        server.asker(path.format(each), cookies, over=line) for each in (foreign, unknown)
    )
    return name, one, other


def cookies_of(client: Client) -> str:
    return "; ".join(f"{name}={one.value}" for name, one in client.cookies.items())


def receipts(server: Server, cases: list[tuple[Receipt, Holder]]) -> tuple[Ask, Ask]:
    """A receipt whose two finding words find a case, and one that finds none; both open nothing."""
    known = Receipt((*cases[0][0].words[:2], *new_receipt().words[2:]))
    typist = Typist(server)
    return typist.types(known), typist.types(new_receipt())


class Typist:
    """A browser on the page where receipts are typed."""

    def __init__(self, server: Server) -> None:
        page = Client(SERVER_NAME=server.host)
        self._token = str(page.get("/desk/back/").context["csrf_token"])
        self._server, self._cookies = server, cookies_of(page)

    def types(self, receipt: Receipt) -> Ask:
        form = {"typed": " ".join(receipt.words), "csrfmiddlewaretoken": self._token}
        return self._server.asker("/desk/back/", self._cookies, urlencode(form).encode())


def compared(first: Ask, second: Ask, times: int) -> str:
    """Both asked, one after the other, in pairs of which either may come first."""
    took: tuple[list[float], list[float]] = ([], [])
    asks = (first, second)
    for ask in asks:
        ask()
    for _ in range(times):
        for which in random.sample((0, 1), 2):
            began = perf_counter()
            asks[which]()
            took[which].append(1000 * (perf_counter() - began))
    return _told(took)


def _told(took: tuple[list[float], list[float]]) -> str:
    # Whatever else the machine does slows both of a pair.
    apart = [later - earlier for earlier, later in zip(*took, strict=True)]
    usual, middle = statistics.median(took[0]), statistics.median(apart)
    drawn = sorted(statistics.median(random.choices(apart, k=len(apart))) for _ in range(RESAMPLES))
    low, high = drawn[int(0.025 * RESAMPLES)], drawn[int(0.975 * RESAMPLES)]
    return (
        f"{len(apart)} pairs, {usual:.3f} ms; the second takes {middle:+.3f} ms "
        f"[{low:+.3f}, {high:+.3f}] more, {100 * middle / usual:+.2f} %"
    )


def crowded(server: Server) -> str:
    """A thousand invented receipts, so many at a time: the memory of the server before and at its most."""
    processes, typist = _of_server(server.port), Typist(server)
    before = sum(_field(each, "VmRSS") for each in processes)
    most, is_over = [before], threading.Event()

    def watch() -> None:
        while not is_over.wait(0.02):
            most[0] = max(most[0], sum(_field(each, "VmRSS") for each in processes))

    watcher = threading.Thread(target=watch)
    watcher.start()
    with ThreadPoolExecutor(AT_ONCE) as crowd:
        sent = [crowd.submit(typist.types(new_receipt())) for _ in range(CROWD)]
        busy = sum(b"Too much is being tried" in one.result() for one in sent)
    is_over.set()
    watcher.join()
    return (
        f"{before / 1024:.0f} MB before, {most[0] / 1024:.0f} MB at most during {CROWD} invented receipts, "
        f"{AT_ONCE} at a time, {busy} of them told to wait"
    )


def _of_server(port: int) -> set[int]:
    """The process whose command line names the port, and all that it has begun."""
    parents = {each: _field(each, "PPid") for each in _processes()}
    found = {each for each in parents if f"--port\0{port}\0".encode() in _read(f"{each}/cmdline")}
    while below := {each for each, parent in parents.items() if parent in found} - found:
        found |= below
    return found


def _processes() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal()]


def _field(process: int, name: str) -> int:
    """A number of a process: its parent, or kilobytes; 0 where it has ended."""
    lines = _read(f"{process}/status").decode().splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith(f"{name}:")), 0)


def _read(path: str) -> bytes:
    try:
        return Path("/proc", path).read_bytes()
    except OSError:
        return b""


def looked_for(cases: list[tuple[Receipt, Holder]]) -> str:
    """A backup as docs/desk-operations.md says, database and sealed files; how often a canary is in it."""
    folder = Path(tempfile.mkdtemp())
    _copy_database(folder / "database")
    with tarfile.open(folder / "files.tar", "w") as packed:
        packed.add(settings.MANUMIT_DESK_FILES, "desk-files")
    sought = [b"canary", *(one.code.encode() for one, _ in cases)]
    sought += [" ".join(one.words).encode() for one, _ in cases]
    stored = [(path.name, path.read_bytes()) for path in folder.iterdir()]
    # A member's name stands there in clear: who looks for it in the same way finds it.
    if not any(b"Chai" in data for _, data in stored):
        return "nothing was backed up"
    hits = [name for name, data in stored for one in sought if one in data]
    sizes = ", ".join(f"{name} {len(data) / 2**20:.1f} MB" for name, data in stored)
    return f"{len(hits)} hits of {len(sought)} secrets in {sizes} {hits or ''}"


def _copy_database(to: Path) -> None:
    """By SQLite's own backup, which takes what is in the log beside it too."""
    with (
        sqlite3.connect(settings.DATABASES["default"]["NAME"]) as living,
        sqlite3.connect(to) as kept,
    ):
        living.backup(kept)


if __name__ == "__main__":
    main()
