"""An editor writes about a judgment, a second person publishes it, and readers have it."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.staff import enter
from tests.journeys.test_accessible import OPTIONS
from tests.paths import SAMPLES

KEY, TITLE = "gb/case/2031-ewca-civ-9999", "Wick v Lantern Makers Ltd"
FORWARDED = "hk/case/2031-hkcfi-9999"
FINDINGS = {
    "Unit 1": "A quarrelsome lantern binds nobody.",
    "Paragraph 1": "Who buys a lantern buys its wick.",
    "Paragraph 2": "A lantern that goes out is a breach.",
}
NEW_TOPIC = {
    "Code (needed)": "wick-trimming",
    "Name in English (needed)": "wick trimming",
    "Name in ไทย": "ตัดไส้ตะเกียง",
    "Name in 繁體中文": "剪燈芯",
    "What it means (needed)": "Making somebody trim the wicks of lanterns.",
    "Where that stands, or who knows it (needed)": "Lantern Act, section 6",
}
# Wagtail's own: its map of a long form scrolls without being reached by keys, and the title that
# an editor has not given yet is no heading.
WAGTAILS = {"scrollable-region-focusable", "page-has-heading-one", "landmark-unique"}


@pytest.fixture(scope="module")
def people(browser, centre) -> Iterator[tuple[Page, Page]]:
    """Ada, who edits, and Bo, who reviews, each at a desk of their own."""
    contexts = [
        browser.new_context(viewport=DESK, base_url=centre.address, bypass_csp=True)
        for _ in range(2)
    ]
    ada, bo = (context.new_page() for context in contexts)
    enter(ada, centre, "ada@example.org", "editor")
    enter(bo, centre, "bo@example.org", "reviewer")
    yield ada, bo
    for context in contexts:
        context.close()


def open_judgment(page: Page, key: str, title: str) -> None:
    page.goto(f"/editorial/snippets/library/judgment/?q={key}")
    page.get_by_role("link", name=title, exact=True).click()
    page.wait_for_load_state("networkidle")


def pin(page: Page, number: int, passage: str) -> None:
    """Pick the passage of a finding in the text of the judgment."""
    finding = page.locator(f"#inline_child_findings-{number}")
    finding.get_by_role("button", name="Add passage").click()
    finding.get_by_role("button", name="Choose a passage").click()
    window = page.get_by_role("dialog")
    window.get_by_role("link", name=f"{passage}", exact=False).first.click()
    finding.locator(".chooser__title", has_text=passage).wait_for()


def choose_action(page: Page, name: str) -> None:
    page.get_by_role("button", name="More actions").last.click()
    page.get_by_role("button", name=name).click()
    page.wait_for_load_state("networkidle")


def test_what_an_editor_writes_and_a_second_person_publishes_reaches_readers(
    people, centre, tmp_path
):
    ada, bo = people
    open_judgment(ada, KEY, TITLE)
    for number, (passage, says) in enumerate(FINDINGS.items()):
        ada.get_by_role("button", name="Add finding").click()
        ada.locator(f"#id_findings-{number}-says").fill(says)
        ada.locator(f"#id_findings-{number}-weight").select_option("ratio")
        pin(ada, number, passage)
    choose_action(ada, "Submit to Review by a second person")
    assert "submitted for moderation" in ada.locator(".messages").inner_text()

    bo.goto("/editorial/")
    assert TITLE in bo.get_by_role("main").inner_text()
    open_judgment(bo, KEY, TITLE)
    choose_action(bo, "Approve and Publish")
    published = time.monotonic()
    while "quarrelsome" not in bo.goto("/search?q=quarrelsome+lantern").text().partition("<ol")[2]:
        assert time.monotonic() - published < 1, "search has not heard of it within a second"

    page = bo.goto(f"/{KEY}").text()
    assert all(says in page for says in FINDINGS.values())
    assert TITLE in bo.request.get("/changes/feed").text()
    centre.run("export", str(tmp_path))
    (exported,) = tmp_path.rglob("2031-ewca-civ-9999.md")
    assert all(says in exported.read_text() for says in FINDINGS.values())


def test_a_judgment_forwarded_without_an_account_is_followed_to_its_publication(
    people, browser, centre
):
    ada, bo = people
    context = browser.new_context(
        viewport=PHONE, java_script_enabled=False, base_url=centre.address
    )
    visitor = context.new_page()
    receipt = forward(visitor, SAMPLES / "formats" / "pdf" / "judgment.pdf")
    visitor.goto(receipt)
    assert "It waits for a reviewer." in visitor.get_by_role("status").inner_text()

    bo.goto("/editorial/contributions/")
    bo.get_by_role("row", name="HKSAR v Lantern").get_by_role("link").click()
    assert bo.get_by_label("Key", exact=True).input_value() == FORWARDED
    bo.get_by_label("Title", exact=True).fill("HKSAR v Lantern")
    bo.get_by_label("Decided on").fill("2031-05-02")
    bo.get_by_role("button", name="Accept as a draft").click()
    visitor.goto(receipt)
    assert "An editor works on it." in visitor.get_by_role("main").inner_text()

    open_judgment(ada, FORWARDED, "HKSAR v Lantern")
    choose_action(ada, "Submit to Review by a second person")
    open_judgment(bo, FORWARDED, "HKSAR v Lantern")
    choose_action(bo, "Approve and Publish")
    visitor.goto(receipt)
    visitor.locator(f'a[href="/{FORWARDED}"]').click()
    assert visitor.get_by_role("heading", name="HKSAR v Lantern").is_visible()
    context.close()


def forward(page: Page, file: Path) -> str:
    """Forward a judgment with its file; gives the address of its receipt."""
    page.goto("/forward")
    page.get_by_label("What is it?").select_option("case")
    page.get_by_label("Citation or title").fill("HKSAR v Lantern [2031] HKCFI 9999")
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Look at it").click()
    page.get_by_role("button", name="Send it").click()
    return page.url


def test_a_topic_that_two_people_agree_on_is_ticked_found_and_explained(people):
    ada, bo = people
    ada.goto("/editorial/concepts/")
    ada.get_by_role("link", name="Propose a new concept").click()
    assert _faults(ada) == []
    ada.get_by_label("Vocabulary").select_option("exploitation")
    for box, said in NEW_TOPIC.items():
        ada.get_by_label(box, exact=True).fill(said)
    ada.get_by_label("Stands below").select_option("exploitation:forced-labour")
    ada.get_by_role("button", name="Propose").click()
    assert "Somebody else has to look" in ada.get_by_role("main").inner_text()

    bo.goto("/editorial/concepts/")
    bo.get_by_role("link", name="wick trimming").click()
    assert _faults(bo) == []
    bo.get_by_role("button", name="Accept").click()
    assert "It can be used by now." in bo.locator(".messages").inner_text()
    glossary = bo.goto("/glossary").text()
    assert all(said in glossary for said in ("wick trimming", "ตัดไส้ตะเกียง", "剪燈芯"))

    open_judgment(ada, KEY, TITLE)
    ada.get_by_label("wick trimming", exact=True).check()
    choose_action(ada, "Submit to Review by a second person")
    open_judgment(bo, KEY, TITLE)
    choose_action(bo, "Approve and Publish")
    published = time.monotonic()
    while "wick trimming" not in bo.goto("/search?q=wick").text():
        assert time.monotonic() - published < 5, "search has not heard of the topic"
    filters = bo.get_by_role("region", name="Filters")
    filters.get_by_role("link", name="wick trimming").click()
    assert "topic=wick-trimming" in bo.url
    assert TITLE in bo.get_by_role("main").inner_text()
    assert TITLE in bo.goto("/search?q=剪燈芯").text()  # a name that stands in no text


@pytest.mark.parametrize(
    "shelf",
    [
        "library/judgment",
        "library/instrument",
        "library/legislation",
        "library/publication",
        "directory/organisation",
        "pages/page",
    ],
)
def test_every_form_is_for_everyone(people, shelf):
    ada, _ = people
    ada.goto(f"/editorial/snippets/{shelf}/")
    ada.locator("table.listing td.title a").first.click()
    assert _faults(ada) == []


@pytest.mark.parametrize(
    "page",
    [
        "concepts/",
        "concepts/new/",
        "concepts/exploitation/forced-labour/",
        "notes/",
        "notes/hk/law/cap-200",
    ],
)
def test_vocabularies_and_notes_are_for_everyone(people, page):
    ada, _ = people
    ada.goto(f"/editorial/{page}")
    assert _faults(ada) == []


def _faults(ada):
    """What axe finds on the page, but for what Wagtail itself brings."""
    ada.wait_for_load_state("networkidle")
    found = Axe().run(ada, options=OPTIONS).response["violations"]
    faults = [fault for fault in found if fault["id"] not in WAGTAILS]
    return [(fault["id"], fault["nodes"][0]["html"]) for fault in faults]
