"""Nothing serious stands in the way of anyone, on any type of page."""

import pytest
from axe_playwright_python.sync_playwright import Axe

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
    "/help",
    "/help?in=hk&for=legal-aid",
    "/hk/organisation/labour-department",
    "/check",
    "/un/treaty/palermo-protocol",
    "/un/treaty/palermo-protocol/art_3",
    "/hk/law/cap-200",
    "/hk/law/cap-486/sec_26",
    "/hk/law/cap-486?read=en",
    "/coe/case/25965-04/2010-01-07",
    "/coe/case/25965-04/2010-01-07/para_282",
    "/coe/case/25965-04/2010-01-07?cited-by=1",
    "/coe/case/25965-04/2010-01-07?cited-by=1&treatment=follows",
    "/hk/law/cap-486?cites=1",
    "/hk/law/cap-9999?changes=1",
    "/hk/law/cap-9999/sec_4A?changes=1",
    "/hk/law/cap-9999?terms=1",
    "/hk/case/2018-hkca-473",
    "/which?key=coe/case/60561-14/2018-07-19&key=coe/case/60561-14/2020-06-25",
    "/cite/un/treaty/palermo-protocol?at=art_3",
    "/no/such/page",
]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(scripted_page, address, scheme):
    scripted_page.emulate_media(color_scheme=scheme)
    scripted_page.goto(address)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    result = Axe().run(scripted_page, options={"runOnly": {"type": "tag", "values": tags}})
    found = [
        f"{fault['impact']}: {fault['help']}: {fault['nodes'][0]['html'][:120]}"
        for fault in result.response["violations"]
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_asks_nobody_else_for_anything_and_is_light(scripted_page, centre, address):
    asked: list[str] = []
    weight = 0

    def note(response) -> None:
        nonlocal weight
        asked.append(response.url)
        weight += len(response.body()) if response.ok or response.status == 404 else 0

    scripted_page.on("response", note)
    scripted_page.goto(address, wait_until="networkidle")
    assert all(url.startswith(centre.address + "/") for url in asked)
    assert weight <= 60_000, f"{address} weighs {weight} bytes"
