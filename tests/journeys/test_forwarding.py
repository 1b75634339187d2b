"""A visitor on a phone, without JavaScript and without account, forwards a judgment and follows it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.journeys.conftest import DESK, PHONE, Centre
from tests.journeys.test_accessible import OPTIONS
from tests.paths import JUDGMENT


@pytest.fixture
def phone(browser, centre):
    """A phone whose browser runs no scripts."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_a_judgment_is_forwarded_from_a_page_and_followed_by_its_receipt(
    phone: Page, centre: Centre
):
    phone.goto(f"{centre.address}/coe/case/25965-04/2010-01-07")
    phone.get_by_role("link", name="Something missing or wrong here?").click()
    phone.get_by_label("What is it?").select_option("case")
    phone.get_by_label("Citation or title").fill("Rantsev v Cyprus and Russia, no. 25965/04")
    phone.get_by_label("File").set_input_files(JUDGMENT)
    phone.get_by_label("What should we know?").fill("Ask Ms Maria Santos, +852 2852 3000.")
    phone.get_by_role("button", name="Look at it").click()
    assert phone.get_by_role("heading", name="We have this").is_visible()
    assert phone.get_by_role("link", name="Rantsev").first.is_visible()
    assert phone.get_by_text("Maria Santos").first.is_visible()
    assert "Taken out of it" in phone.get_by_role("region", name="Your file").inner_text()
    phone.get_by_label("What should we know?").fill("See paragraph 282.")
    phone.get_by_role("button", name="Look at it").click()
    assert not phone.get_by_text("Maria Santos").count()
    phone.get_by_role("button", name="Send it").click()
    assert "It waits for a reviewer." in phone.get_by_role("status").inner_text()
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert not phone.context.cookies()
    receipt = phone.locator(".receipt code").inner_text()
    phone.goto(f"{centre.address}/forward")
    phone.get_by_label("Receipt").fill(receipt.upper())
    phone.get_by_role("button", name="Follow it").click()
    assert "It waits for a reviewer." in phone.get_by_role("status").inner_text()
    phone.get_by_role("link", name="Take back what I sent").click()
    phone.get_by_role("button", name="Yes, take it back").click()
    assert "You took it back." in phone.get_by_role("status").inner_text()


def test_nothing_stands_in_the_way_of_anyone_on_the_pages_between(browser, centre):
    page = browser.new_context(viewport=DESK, bypass_csp=True).new_page()
    page.goto(f"{centre.address}/forward")
    page.get_by_label("Citation or title").fill("Rantsev v Cyprus and Russia, no. 25965/04")
    page.get_by_label("What should we know?").fill("Ask Ms Maria Santos.")
    page.get_by_role("button", name="Look at it").click()
    assert faults(page) == []
    page.get_by_role("button", name="Send it").click()
    assert faults(page) == []
    page.context.close()


def faults(page: Page) -> list[str]:
    found = Axe().run(page, options=OPTIONS)
    return [
        f"{one['help']}: {one['nodes'][0]['html'][:120]}" for one in found.response["violations"]
    ]
