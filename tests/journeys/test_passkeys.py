"""In a real browser: a passkey is set up as second factor, and signs in by itself."""

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import DESK
from tests.journeys.staff import password_for, sign_in

PHONE_WITH_A_FINGERPRINT = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def desk(browser, centre):
    """A browser with a device that makes passkeys; they need a name, and a number is none."""
    address = centre.address.replace("127.0.0.1", "localhost")
    context = browser.new_context(viewport=DESK, base_url=address)
    page = context.new_page()
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": PHONE_WITH_A_FINGERPRINT})
    yield page
    context.close()


def set_up_passkey(page: Page) -> None:
    page.get_by_role("link", name="Use a passkey").click()
    page.get_by_label("Name").fill("My phone")
    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add").click()
    page.wait_for_url("**/second-factors/**recovery**")


def test_an_editor_sets_up_a_passkey_and_signs_in_with_nothing_else(desk, centre):
    said = []
    desk.on("console", lambda message: said.append(message.text))
    desk.goto("/editorial/")
    sign_in(desk, "keys@example.org", password_for(centre, "keys@example.org", "editor"))
    set_up_passkey(desk)
    assert desk.goto("/editorial/").status == 200
    assert "/editorial/" in desk.url

    desk.goto("/account/logout/")
    desk.get_by_role("button", name="Sign Out").click()
    desk.goto("/editorial/")
    assert "/account/login/" in desk.url
    desk.get_by_role("button", name="Sign in with a passkey").click()
    desk.wait_for_url("**/editorial/")
    assert desk.get_by_role("heading").first.is_visible()
    assert [line for line in said if "Content Security Policy" in line] == []


def test_a_passkey_is_asked_for_after_a_password_too(desk, centre):
    desk.goto("/editorial/")
    password = password_for(centre, "both@example.org", "editor")
    sign_in(desk, "both@example.org", password)
    set_up_passkey(desk)
    desk.goto("/account/logout/")
    desk.get_by_role("button", name="Sign Out").click()
    desk.goto("/editorial/")
    sign_in(desk, "both@example.org", password)
    desk.get_by_role("button", name="Use a security key").click()
    desk.wait_for_url("**/editorial/")
