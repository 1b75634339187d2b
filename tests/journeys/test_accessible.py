"""Nothing serious stands in the way of anyone, on any type of page."""

from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response

from tests.journeys.conftest import DESK

SCHEMES = ["light", "dark"]
PAGES = [
    "/",
    "/search?q=trafficking",
    "/search?q=nothingwillbefound",
    "/topics",
    "/topics/trafficking",
    "/case-law",
    "/case-law?topic=trafficking",
    "/law",
    "/resources",
    "/about",
    "/accessibility",
    "/legal-notice",
    "/learn",
    "/learn/compared",
    "/learn/test-yourself",
    "/learn/compared?read=zh-Hant",
    "/glossary",
    "/guide",
    "/help",
    "/help?in=hk&for=legal-aid",
    "/hk/organisation/labour-department",
    "/check",
    "/un/treaty/palermo-protocol",
    "/un/treaty/palermo-protocol/art_3",
    "/hk/law/cap-200",
    "/hk/law/cap-486/sec_26",
    "/hk/law/cap-486?read=en",
    "/hk/law/cap-9999?read=en&on=2033-02-01",
    "/hk/law/cap-9999/sched_1?on=2033-02-01",
    "/gb/case/2031-ewca-civ-9999?read=en",
    "/coe/case/25965-04/2010-01-07",
    "/coe/case/25965-04/2010-01-07/para_282",
    "/coe/case/25965-04/2010-01-07?cited-by=1",
    "/coe/case/25965-04/2010-01-07?cited-by=1&treatment=follows",
    "/hk/law/cap-486?cites=1",
    "/hk/law/cap-9999?on=2033-02-01",
    "/hk/law/cap-9999/sec_4A?on=1999-01-01",
    "/hk/law/cap-9999?changes=1",
    "/hk/law/cap-9999/sec_4A?changes=1",
    "/hk/law/cap-9999?terms=1",
    "/hk/case/2018-hkca-473",
    "/status/hk",
    "/status/hk/un/treaty/crc?on=1997-07-01",
    "/status/hk/changes?from=1997-06-30&to=1997-07-01",
    "/status/matrix",
    "/un/treaty/palermo-protocol?status=1",
    "/which?key=coe/case/60561-14/2018-07-19&key=coe/case/60561-14/2020-06-25",
    "/cite/un/treaty/palermo-protocol?at=art_3",
    "/forward?about=un/treaty/palermo-protocol",
    "/forward/takedown",
    "/forward/no-such-receipt",
    "/no/such/page",
]


TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What is in order need not be told element by element.
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}


@dataclass
class Visit:
    """What one load of a page brought: who was asked, how many bytes came, and what axe found."""

    address: str
    asked: list[str] = field(default_factory=list)
    weight: int = 0
    faults: dict[str, list[str]] = field(default_factory=dict)

    def note(self, response: Response) -> None:
        self.asked.append(response.url)
        self.weight += len(response.body()) if response.ok or response.status == 404 else 0

    def look(self, page: Page, scheme: str) -> None:
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=OPTIONS)
        self.faults[scheme] = [
            f"{fault['impact']}: {fault['help']}: {fault['nodes'][0]['html'][:120]}"
            for fault in found.response["violations"]
        ]


@pytest.fixture(scope="module", params=PAGES)
def visit(request, browser, centre) -> Visit:
    """A page loaded once, with JavaScript for the tool that looks at it, by day and by night."""
    context = browser.new_context(viewport=DESK, base_url=centre.address, bypass_csp=True)
    page, seen = context.new_page(), Visit(request.param)
    page.on("response", seen.note)
    page.goto(seen.address)
    for scheme in SCHEMES:
        seen.look(page, scheme)
    context.close()
    return seen


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_serious(visit, scheme):
    assert not visit.faults[scheme], "\n".join(visit.faults[scheme])


def test_a_page_asks_nobody_else_for_anything_and_is_light(visit, centre):
    assert visit.asked
    assert all(url.startswith(centre.address + "/") for url in visit.asked)
    assert visit.weight <= 60_000, f"{visit.address} weighs {visit.weight} bytes"
