"""Somebody with a role, from the mail they get to the editors' house."""

import re

from playwright.sync_api import Page

from tests.journeys.conftest import Centre
from tests.staff import code_of


def password_for(centre: Centre, email: str, role: str) -> str:
    """Add the person; gives the password that is shown once."""
    said = centre.run("people", "add", email, "--role", role)
    return re.search(r"password (\S+)", said)[1]


def sign_in(page: Page, email: str, password: str) -> None:
    """Fill in the form that stands before a page of staff."""
    page.get_by_label("Email:").fill(email)
    page.get_by_label("Password:").fill(password)
    page.get_by_role("button", name="Sign In", exact=True).click()


def set_up_app(page: Page) -> None:
    """Set up an authenticator app, as the page asks before any page of staff opens."""
    page.get_by_role("link", name="Use an app").click()
    secret = page.get_by_label("Authenticator secret").input_value()
    page.get_by_label("Authenticator code").fill(code_of(secret))
    page.get_by_role("button", name="Activate").click()


def enter(page: Page, centre: Centre, email: str, role: str) -> None:
    """From nothing to the first page of the editors' house."""
    password = password_for(centre, email, role)
    page.goto("/editorial/")
    sign_in(page, email, password)
    set_up_app(page)
    page.goto("/editorial/")
