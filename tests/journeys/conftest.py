"""A running centre and a real browser."""

import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.paths import REPOSITORY, SAMPLES, shared_files

CHROMIUM = Path(os.environ.get("MANUMIT_CHROMIUM", "/usr/bin/chromium"))
REQUIRED = bool(os.environ.get("MANUMIT_REQUIRE_SERVICES"))
# Invented texts with footnotes, tables, quotations and pictures.
SAMPLE_TEXTS = [
    str(SAMPLES / "formats/akn" / name) for name in ("lanterns-en.xml", "lantern-case.xml")
]
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a journey in the browser."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker("browser")


@dataclass(frozen=True)
class Centre:
    """A centre that was started as the README says, in a home of its own."""

    address: str
    home: Path

    def run(self, *words: str) -> str:
        """Run the manumit program in this centre; returns what it prints."""
        return self._do("-m", "manumit", *words)

    def change(self, code: str) -> str:
        """Run code of another process in this centre, with Django set up; returns what it prints."""
        setup = (
            "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'manumit.config.settings'"
        )
        return self._do("-c", f"{setup}; django.setup()\n{code}")

    def _do(self, *words: str) -> str:
        command = [sys.executable, *words]
        done = subprocess.run(
            command, env=environment(self.home), capture_output=True, text=True, check=True
        )
        return done.stdout


def environment(home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    # Whoever leaves at once is led to a page of the centre: nothing is asked of the network here.
    kept["MANUMIT_EXIT"] = "/about"
    return kept | {"MANUMIT_HOME": str(home), "PYTHONPATH": str(REPOSITORY), "LANG": "C.UTF-8"}


@pytest.fixture(scope="session")
def centre(tmp_path_factory) -> Iterator[Centre]:
    """The demo with samples, one in two versions, and the real Cap. 486 where it is at hand."""
    home = tmp_path_factory.mktemp("home")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = (home / "serve.log").open("w")
    command = [sys.executable, "-m", "manumit", "serve", "--port", str(port)]
    server = subprocess.Popen(command, env=environment(home), stdout=log, stderr=log)
    running = Centre(f"http://127.0.0.1:{port}", home)
    try:
        _wait_for(running, server)
        running.run("import", "akn", *SAMPLE_TEXTS)
        real = shared_files("data/hk/hklm", "*.xml")
        running.run("import", "hklm", *map(str, [*_two_versions(home), *real]))
        yield running
    finally:
        server.terminate()
        server.wait(timeout=20)
        log.close()


def _answers(centre: Centre) -> bool:
    try:
        urllib.request.urlopen(centre.address + "/about", timeout=5).close()
    except (urllib.error.URLError, ConnectionError):
        return False
    return True


def _two_versions(folder: Path) -> list[Path]:
    """The invented law as it stands, and as it stood years before."""
    source = SAMPLES / "formats/hklm/cap9999-en.xml"
    earlier = folder / "cap9999-earlier.xml"
    text = source.read_text("utf-8").replace("2031-05-01</dc:date>", "2018-05-01</dc:date>")
    earlier.write_text(text.replace("Oil must be clean", "Oil must be fresh"), "utf-8")
    return [earlier, source]


def _wait_for(centre: Centre, server: subprocess.Popen) -> None:
    """Ask until the centre answers; its own process says when there is no hope."""
    for _ in range(3000):
        if _answers(centre):
            return
        # Waiting for the process to end is a wait that ends by itself when there is no hope.
        try:
            server.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
        break
    pytest.fail((centre.home / "serve.log").read_text())


# Ended with each module: while it lives its event loop runs here, and Django refuses the database.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium."""
    if not CHROMIUM.exists():
        if REQUIRED:
            pytest.fail(f"Chromium is required here and is not at {CHROMIUM}")
        pytest.skip(f"no Chromium at {CHROMIUM}: install it or set MANUMIT_CHROMIUM")
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    quiet += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=quiet)
        yield chromium
        chromium.close()


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def page(request, browser, centre) -> Iterator[Page]:
    """A page without JavaScript, on a phone and on a desk."""
    context = browser.new_context(
        viewport=request.param, java_script_enabled=False, base_url=centre.address
    )
    yield context.new_page()
    context.close()
