"""``manumit bench connection``: what a reader waits for whose connection is bad, in a real browser."""

import os
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

import click

from manumit.cli.bench.homes import fill_home
from manumit.cli.bench.serving import HOST, served
from manumit.cli.ground import starter_collection

_PATIENCE = 300  # seconds until the server answers, and until a page is complete
_PHONE = {"width": 390, "height": 844}
_LANGUAGES = {"en": "", "th": "/lang/th"}


@dataclass(frozen=True, slots=True)
class Line:
    """A connection: kilobits a second each way, and milliseconds until an answer begins."""

    name: str
    down: int
    up: int
    latency: int


@dataclass(frozen=True, slots=True)
class Stop:
    """A page on a way: by its address, or by the button that leads to it from the page before."""

    name: str
    address: str = ""


# As Firefox's developer tools and as WebPageTest have them (docs/benchmarks.md).
LINES = (Line("regular 2G, Firefox", 250, 50, 300), Line("2G, WebPageTest", 280, 256, 800))
# Each way begins with nothing kept; a later page of it finds what the earlier ones left.
WAYS = (
    (Stop("front page", "/"),),
    (Stop("search page", "/search?q=forced+labour"),),
    (Stop("help now", "/help?in=hk"),),
    (Stop("guide", "/guide"), Stop("guide, first question")),
)
_TIMES = """() => {
    const [page] = performance.getEntriesByType('navigation');
    const [text] = performance.getEntriesByName('first-contentful-paint');
    return text && page.loadEventEnd ? [text.startTime, page.loadEventEnd] : null;
}"""


def run(_over: Path | None, *, keep: Path | None) -> dict[str, Any]:
    """Serve the starter collection, read the pages over each line, and give the figures."""
    if find_spec("playwright") is None:
        raise click.ClickException("bench connection needs playwright: install the extra dev")
    with tempfile.TemporaryDirectory(prefix="manumit-bench-") as folder:
        home = (keep or Path(folder)).absolute() / "connection"
        if not (home / "filled").exists():
            home.mkdir(parents=True, exist_ok=True)
            fill_home(home, starter_collection())
            (home / "filled").touch()
        with served(home) as (_, port):
            address = f"http://{HOST}:{port}"
            _wait_for(address)
            return {"lines": list(map(asdict, LINES)), "pages": measure(address, LINES, rounds=3)}


def measure(address: str, lines: Sequence[Line], *, rounds: int) -> list[dict[str, Any]]:
    """Read each page over each line so many times: medians, a row a page, language and line."""
    with _chromium() as browser:
        return [
            {"line": line.name, "language": language, **row}
            for line in lines
            for language, prefix in _LANGUAGES.items()
            for way in WAYS
            for row in _rows(partial(_read, browser, address + prefix, way, line), rounds)
        ]


def _wait_for(address: str) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{address}/help", timeout=_PATIENCE):  # noqa: S310 - ourselves
                return
        except OSError:
            time.sleep(0.2)
    raise click.ClickException("the server of the benchmark did not answer")


@contextmanager
def _chromium() -> Iterator[Any]:
    program = os.environ.get("MANUMIT_CHROMIUM", "/usr/bin/chromium")
    with import_module("playwright.sync_api").sync_playwright() as player:
        browser = player.chromium.launch(executable_path=program)
        yield browser
        browser.close()


def _rows(read: Any, rounds: int) -> Iterator[dict[str, Any]]:
    """One row for each page of a way, out of several readings of it."""
    for readings in zip(*(read() for _ in range(rounds)), strict=True):
        row = dict(readings[0])
        for name in ("text_s", "complete_s", "kb"):
            row[name] = round(median(one[name] for one in readings), 1)
        yield row


def _read(browser: Any, address: str, way: Sequence[Stop], line: Line) -> list[dict[str, Any]]:
    """A way, by somebody who was never here."""
    context = browser.new_context(viewport=_PHONE)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    sizes: list[int] = []
    wire.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", _conditions(line))
    page.set_default_timeout(_PATIENCE * 1000)
    rows = [_arrive(page, address, stop, sizes) for stop in way]
    context.close()
    return rows


def _arrive(page: Any, address: str, stop: Stop, sizes: list[int]) -> dict[str, Any]:
    sizes.clear()
    if stop.address:
        page.goto(address + stop.address, wait_until="load")
    else:
        with page.expect_navigation(wait_until="load"):
            page.locator("main form button").first.click()
    text, complete = page.wait_for_function(_TIMES).json_value()
    return {
        "page": stop.name,
        "text_s": text / 1000,
        "complete_s": complete / 1000,
        "kb": sum(sizes) / 1000,
        "files": sum(size > 0 for size in sizes),
    }


def _conditions(line: Line) -> dict[str, Any]:
    """As the browser takes them: bytes a second, and milliseconds."""
    return {
        "offline": False,
        "latency": line.latency,
        "downloadThroughput": line.down * 125,
        "uploadThroughput": line.up * 125,
    }
