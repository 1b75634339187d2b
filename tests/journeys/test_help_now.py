"""Help now on a bad connection: what one page costs, first load and all."""

import pytest

from tests.journeys.conftest import PHONE

MOST = 15_000  # bytes over the wire: the page, its style and its sign


@pytest.mark.parametrize("address", ["/help", "/help?in=th"])
def test_the_first_load_is_under_fifteen_kilobytes(browser, centre, address):
    context = browser.new_context(
        viewport=PHONE, java_script_enabled=False, base_url=centre.address
    )
    page, loaded = context.new_page(), []
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda event: loaded.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    context.close()
    assert loaded
    assert sum(loaded) < MOST
