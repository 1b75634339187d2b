"""On a phone, without JavaScript: signing up, and an editor's first second factor."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.conftest import PHONE
from tests.journeys.staff import password_for, set_up_app, sign_in
from tests.journeys.test_accessible import OPTIONS, SCHEMES
from tests.staff import PASSWORD


@pytest.fixture
def phone(browser, centre):
    context = browser.new_context(
        viewport=PHONE, java_script_enabled=False, base_url=centre.address
    )
    yield context.new_page()
    context.close()


def link_in_mail(centre) -> str:
    """The centre of the tests prints its mails."""
    return re.findall(r"http://\S+(/account/confirm-email/\S+)", log_of(centre))[-1]


def log_of(centre) -> str:
    return (centre.home / "serve.log").read_text()


def fits(page) -> bool:
    """Nothing stands outside the width of the phone."""
    return page.locator("html").bounding_box()["width"] <= PHONE["width"]


def test_a_contributor_signs_up_on_a_phone(phone, centre):
    phone.goto("/account/signup/")
    assert fits(phone)
    phone.get_by_label("Email:").fill("caseworker@example.org")
    phone.get_by_label("Password:").fill(PASSWORD)
    phone.get_by_role("button", name="Sign Up").click()
    phone.goto(link_in_mail(centre))
    phone.get_by_role("button", name="Confirm").click()
    sign_in(phone, "caseworker@example.org", PASSWORD)
    assert "contributor" in phone.get_by_role("main").inner_text()
    assert phone.goto("/editorial/").status == 403


def test_an_editor_sets_up_an_app_on_a_phone_and_enters(phone, centre):
    password = password_for(centre, "writer@example.org", "editor")
    phone.goto("/editorial/")
    sign_in(phone, "writer@example.org", password)
    assert "/account/second-factor/" in phone.url
    assert fits(phone)
    set_up_app(phone)
    assert len(phone.get_by_label("Unused codes").input_value().split()) == 10
    assert phone.goto("/editorial/").status == 200
    assert "/editorial/" in phone.url


@pytest.mark.parametrize("address", ["login/", "signup/", "password/reset/"])
def test_pages_of_accounts_are_for_everyone(browser, centre, address):
    context = browser.new_context(viewport=PHONE, base_url=centre.address, bypass_csp=True)
    page = context.new_page()
    page.goto(f"/account/{address}")
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert Axe().run(page, options=OPTIONS).response["violations"] == []
    context.close()
