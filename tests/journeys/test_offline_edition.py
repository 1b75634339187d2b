"""Somebody opens an edition from a stick: no server, no network, and finds law in three languages."""

import shutil
import subprocess
import sys
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import PHONE, environment
from tests.paths import REPOSITORY

RECORDS = (
    "collection.yaml",
    "hk/law/cap-200.md",
    "ilo/treaty/c105.md",
    "th/law/anti-trafficking-2551.md",
    "th/organisation/royal-thai-police.md",
)


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    """An edition of a few records of the starter collection."""
    home, root = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("collection")
    for name in RECORDS:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(REPOSITORY / "collection" / name, root / name)
    for words in (("load", root), ("export", "--site", home / "site")):
        command = [sys.executable, "-m", "manumit", *map(str, words)]
        subprocess.run(command, env=environment(home), check=True, capture_output=True)
    return home / "site"


@pytest.fixture
def stick(edition, tmp_path):
    """The edition in a folder that is not its own, as on a stick."""
    return shutil.copytree(edition, tmp_path / "USB stick")


@pytest.fixture
def page(browser, stick):
    """A page of the edition on a phone, without any network."""
    context = browser.new_context(viewport=PHONE, offline=True)
    opened = context.new_page()
    faults = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    context.close()
    assert not faults


@pytest.mark.parametrize(
    ("typed", "title", "marked"),
    [
        ("scam compounds", "Anti-Trafficking in Persons Act, B.E. 2551 (2008)", "scam"),
        ("強迫勞動", "Convention concerning the Abolition of Forced Labour", "強迫勞動"),
        ("强迫劳动", "Convention concerning the Abolition of Forced Labour", "強迫勞動"),
        ("ปราบปรามการค้า", "Anti-Trafficking in Persons Act, B.E. 2551 (2008)", "ปราบปรามการค้า"),
        ('"to or from Hong Kong"', "Crimes Ordinance", "to"),
    ],
)
def test_law_is_found_in_english_chinese_and_thai(page, stick, typed, title, marked):
    page.goto((stick / "index.html").as_uri())
    page.get_by_role("searchbox").fill(typed)
    page.get_by_role("button", name="Search").click()
    found = page.locator("#found ol > li").filter(has=page.get_by_role("link", name=title))
    expect(found.locator("mark").first).to_contain_text(marked)
    found.get_by_role("link", name=title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_what_is_nowhere_is_said_to_be_nowhere(page, stick):
    page.goto(f"{(stick / 'search.html').as_uri()}?q={quote('zzzqqq')}")
    expect(page.locator("#found")).to_contain_text("Nothing in this edition answers to that")


def test_without_javascript_everything_is_reached_by_lists(browser, stick):
    context = browser.new_context(viewport=PHONE, offline=True, java_script_enabled=False)
    page = context.new_page()
    page.goto((stick / "index.html").as_uri())
    page.get_by_role("link", name="Law and practice").click()
    page.get_by_role("link", name="Crimes Ordinance").click()
    page.get_by_role("link", name="Section 129", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Section 129")
    page.get_by_role("link", name="Help now").click()
    expect(page.get_by_role("link", name="191", exact=True)).to_be_visible()
    expect(page.get_by_text("can have changed since")).to_be_visible()
    context.close()
