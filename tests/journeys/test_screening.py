"""A caseworker goes through the screening guide, without a script, on a phone and on a desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.test_accessible import OPTIONS, SCHEMES

TICKED = [
    "found or hired the person",
    "lies about the work",
    "passport or papers kept",
    "agreed to something else",
    "someone else kept what the person earned",
    "not paid, or paid late",
]


def answer_all(page: Page) -> None:
    for words in TICKED:
        page.get_by_label(words).check()
    page.locator("#q-danger input[value=yes]").check()
    page.locator("#q-work input[value=yes]").check()


def test_from_the_front_page_to_a_memo_one_question_at_a_time(page):
    page.goto("/")
    page.get_by_role("link", name="Is it trafficking?").first.click()
    page.get_by_role("button", name="One question at a time").click()
    page.get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("housed or kept the person").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_label("housed or kept the person")).to_be_checked()

    page.get_by_role("button", name="What do the answers point to so far?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What these answers point to")
    expect(page.get_by_role("heading", name="What to ask next")).to_be_visible()
    page.get_by_role("button", name="A memo to print").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Memo")
    page.get_by_role("button", name="Back to the outcome").click()
    page.get_by_role("button", name="Change an answer").click()
    expect(page.get_by_label("housed or kept the person")).to_be_checked()
    assert "?" not in page.url
    assert page.context.cookies() == []


def test_a_page_never_grows_wider_than_the_screen(page):
    page.goto("/guide")
    page.get_by_role("button", name="All on one page").click()
    answer_all(page)
    page.get_by_role("button", name="What do the answers point to?").click()
    width = page.viewport_size["width"]
    for box in page.locator("main *").all():
        seen = box.bounding_box()
        assert not seen or seen["x"] + seen["width"] <= width + 1, box.inner_text()[:80]


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def seen(request, browser, centre):
    """Each page that answers make, by its name, with what axe finds in it."""
    context = browser.new_context(viewport=request.param, base_url=centre.address, bypass_csp=True)
    page, found = context.new_page(), {}

    def look(name: str) -> None:
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            faults = Axe().run(page, options=OPTIONS).response["violations"]
            found[f"{name}, {scheme}"] = [(one["id"], one["nodes"][0]["html"]) for one in faults]

    page.goto("/guide")
    page.get_by_role("button", name="One question at a time").click()
    look("a plain question")
    page.get_by_role("button", name="Continue").click()
    look("a question with options")
    page.goto("/guide")
    page.get_by_role("button", name="All on one page").click()
    answer_all(page)
    look("all questions")
    page.get_by_role("button", name="What do the answers point to?").click()
    look("outcome")
    page.get_by_role("button", name="A memo to print").click()
    look("memo")
    yield found
    context.close()


def test_axe_finds_nothing_on_any_page_of_the_guide(seen):
    assert len(seen) == 5 * len(SCHEMES)
    assert {name: faults for name, faults in seen.items() if faults} == {}
