"""Someone finds a provision, a section and a judgment, reads them, and moves between them."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.paths import SHARED


def search(page: Page, words: str) -> None:
    page.get_by_role("searchbox", name="Search the library").first.fill(words)
    page.get_by_role("button", name="Search").first.click()


def test_from_the_front_page_to_the_provision_a_court_spoke_of(page):
    page.goto("/")
    search(page, "Rantsev")
    page.get_by_role("link", name="Rantsev v. Cyprus and Russia").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Rantsev v. Cyprus and Russia")
    findings = page.locator("ol.findings > li")
    expect(findings.first).to_contain_text("article 4")
    findings.first.get_by_role("link", name="Paragraph 282").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Paragraph 282")
    drawn = page.locator("ol.findings > li")
    expect(drawn.first).to_contain_text("article 4")
    drawn.first.get_by_role("link", name=re.compile("Palermo Protocol, Article 3")).first.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Article 3")
    beside = page.get_by_role("complementary")
    expect(beside.get_by_role("heading", name="What courts have found about it")).to_be_visible()


@pytest.mark.parametrize("words", ["การค้ามนุษย์", "人口販運"])
def test_a_topic_is_found_by_its_name_in_another_script(page, words):
    page.goto("/")
    search(page, words)
    expect(page.locator("ol.works > li")).not_to_have_count(0)
    expect(page.locator("ol.works")).to_contain_text("human trafficking")


@pytest.mark.skipif(SHARED is None, reason="no shared material: the real Cap. 486 is not at hand")
@pytest.mark.parametrize("words", ["data protection principles", "保障資料原則"])
def test_a_law_is_found_in_either_of_its_languages(page, words):
    page.goto("/")
    search(page, words)
    first = page.locator("ol.works > li").first
    expect(first.locator("a.name")).to_have_text("Personal Data (Privacy) Ordinance")
    first.locator("a.name").click()
    expect(page.get_by_text("個人資料(私隱)條例").first).to_be_visible()


@pytest.mark.skipif(SHARED is None, reason="no shared material: the real Cap. 486 is not at hand")
def test_a_section_is_read_in_both_languages_and_leads_to_the_next(page):
    page.goto("/hk/law/cap-486/sec_26")
    expect(page.locator("section[lang=en]")).to_contain_text("erase personal data")
    expect(page.locator("section[lang=zh-Hant]")).to_contain_text("個人資料")
    page.get_by_role("link", name="Section 27").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Section 27")


def test_the_grid_of_case_law_leads_to_judgments(page):
    page.goto("/case-law")
    row = page.get_by_role("row", name=re.compile("^human trafficking"))
    row.locator("a[href*='forum=hkcfa']").click()
    expect(page.locator("ul.works")).to_contain_text("ZN")


def test_nothing_scrolls_sideways_but_what_says_so(page):
    for address in (
        "/", "/case-law", "/law", "/topics", "/coe/case/25965-04/2010-01-07",
        "/hk/law/cap-9999/sched_1?on=2033-02-01", "/gb/case/2031-ewca-civ-9999?read=en",
    ):  # fmt: skip
        page.goto(address)
        box = page.locator("main").bounding_box()
        assert box["width"] <= page.viewport_size["width"]


def test_a_footnote_is_followed_and_the_way_back_found(page):
    page.goto("/hk/law/cap-9999/sec_1?on=2033-02-01")
    mark = page.get_by_role("link", name="Footnote 1")
    mark.click()
    note = page.locator(".footnote:target")
    expect(note).to_contain_text("But not a torch.")
    expect(note).to_be_in_viewport()
    note.get_by_role("link", name="Back to the text").click()
    expect(page.locator("a:target")).to_have_text("1")
