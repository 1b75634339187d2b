"""Somebody opens an edition from a stick: no server, no network, and finds law in four languages."""

import shutil
import subprocess
import sys
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from manumit.guide import selectors as guides
from tests.journeys.conftest import PHONE, environment
from tests.paths import REPOSITORY

RECORDS = (
    "collection.yaml",
    "hk/law/cap-200.md",
    "ilo/treaty/c105.md",
    "th/law/anti-trafficking-2551.md",
    "th/organisation/royal-thai-police.md",
    "site/page/compared/en.md",
    "site/page/compared/th.md",
    "site/page/compared/vi.md",
    "site/page/compared/zh-hant.md",
)
LANGUAGES = ("zh-Hant", "th", "vi")
# Of each language of the interface: the folder of its pages, and what the button says.
PLACES = {
    "en": ("", "Search"),
    "zh-Hant": ("lang/zh-Hant", "搜尋"),
    "th": ("lang/th", "ค้นหา"),
    "vi": ("lang/vi", "Tìm kiếm"),
}
# What a work is called for readers of a language, where that is not its own title.
TITLES = {
    ("Crimes Ordinance", "zh-Hant"): "刑事罪行條例",
    ("Convention concerning the Abolition of Forced Labour", "zh-Hant"): "廢除強迫勞動公約",
    (
        "Anti-Trafficking in Persons Act, B.E. 2551 (2008)",
        "th",
    ): "พระราชบัญญัติป้องกันและปราบปรามการค้ามนุษย์ พ.ศ. 2551",
}


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    """An edition of a few records of the starter collection."""
    home, root = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("collection")
    for name in RECORDS:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(REPOSITORY / "collection" / name, root / name)
    languages = [word for tag in LANGUAGES for word in ("--language", tag)]
    for words in (("load", root), ("export", "--site", home / "site", *languages)):
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


@pytest.mark.parametrize("language", PLACES)
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
def test_law_is_found_in_english_chinese_and_thai(page, stick, language, typed, title, marked):
    folder, button = PLACES[language]
    page.goto((stick / folder / "index.html").as_uri())
    page.get_by_role("searchbox").fill(typed)
    page.get_by_role("button", name=button).click()
    found = page.locator("#found ol > li").filter(has=page.get_by_role("link", name=title))
    expect(found.locator("mark").first).to_contain_text(marked)
    expect(found).to_have_attribute("lang", "en")
    found.get_by_role("link", name=title).click()
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("h1")).to_contain_text(TITLES.get((title, language), title))


@pytest.mark.parametrize(
    ("language", "kind"),
    [("en", "Legislation"), ("zh-Hant", "法例"), ("th", "กฎหมาย"), ("vi", "Pháp luật")],
)
def test_each_result_says_its_kind_in_the_language_of_the_edition(page, stick, language, kind):
    page.goto(
        f"{(stick / PLACES[language][0] / 'search.html').as_uri()}?q={quote('scam compounds')}"
    )
    title = "Anti-Trafficking in Persons Act, B.E. 2551 (2008)"
    found = page.locator("#found ol > li").filter(has=page.get_by_role("link", name=title))
    told = found.locator(".eyebrow")
    expect(told).to_have_text(kind)
    expect(told).to_have_attribute("lang", language)


@pytest.mark.parametrize("language", PLACES)
def test_what_is_nowhere_is_said_to_be_nowhere(page, stick, language):
    page.goto(f"{(stick / PLACES[language][0] / 'search.html').as_uri()}?q={quote('zzzqqq')}")
    found = page.locator("#found")
    expect(found).to_contain_text(found.get_attribute("data-none"))
    expect(page.locator("#found button")).to_have_count(0)  # nothing more to show


def test_a_lesson_is_found_by_its_words_in_each_language_it_is_written_in(page, stick):
    page.goto(f"{(stick / 'lang/th/search.html').as_uri()}?q={quote('惡劣工作')}")
    link = page.get_by_role("link", name="販運人口、奴隸制度").first
    expect(link).to_have_attribute("lang", "zh-Hant")
    link.click()
    expect(page.locator("html")).to_have_attribute("lang", "th")
    expect(page.locator("h1")).to_have_attribute("lang", "zh-Hant")


@pytest.mark.parametrize("typed", ["lao động cưỡng bức", "NÔ LỆ"])
def test_a_lesson_is_found_by_vietnamese_words(page, stick, typed):
    page.goto((stick / "lang/vi/index.html").as_uri())
    page.get_by_role("searchbox").fill(typed)
    page.get_by_role("button", name="Tìm kiếm").click()
    found = page.locator("#found ol > li").filter(
        has=page.get_by_role("link", name="So sánh mua bán")
    )
    expect(found.locator("mark").first).to_be_visible()
    found.get_by_role("link", name="So sánh mua bán").click()
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    expect(page.locator("h1")).to_contain_text("So sánh mua bán người")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_to_go_through_by_hand_is_in_the_language_of_the_edition(page, stick, language):
    page.goto((stick / PLACES[language][0] / "guide.html").as_uri())
    asked = guides.wordings(language)["Is someone in danger now?"]
    expect(page.get_by_text(asked, exact=True)).to_be_visible()
    expect(page.get_by_text("Is someone in danger now?")).to_have_count(0)


def test_the_language_is_changed_on_the_page_and_stays(page, stick):
    page.goto((stick / "hk/law/cap-200.html").as_uri())
    page.locator("details.languages summary").click()
    assert page.locator("details.languages li").count() == len(PLACES)
    page.get_by_role("link", name="繁體中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hant")
    page.get_by_role("link", name="主題", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hant")


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
