"""Readers of other languages go through the centre in their own."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.test_accessible import OPTIONS

# A language, what is typed, and words of its pages: law found, help, the guide, the desk.
READERS = {
    "zh-Hant": ("販運", "份文獻", "立即求助", "這是人口販運嗎？", "我們的承諾"),
    "zh-Hans": ("贩运", "份文献", "立即求助", "这是人口贩运吗？", "我们的承诺"),
    "th": ("ค้ามนุษย์", "รายการ", "ขอความช่วยเหลือ", "นี่คือการค้ามนุษย์หรือไม่", "สิ่งที่เราสัญญา"),
    "vi": (
        "mua bán người",
        "tài liệu",
        "Trợ giúp ngay",
        "Đây có phải mua bán người?",
        "Điều chúng tôi hứa",
    ),
}
TYPES = [
    "/", "/search?q=trafficking", "/un/treaty/palermo-protocol", "/hk/law/cap-486/sec_26",
    "/coe/case/25965-04/2010-01-07", "/help", "/guide", "/desk/", "/status/hk", "/forward",
]  # fmt: skip


@pytest.mark.parametrize("tag", READERS)
def test_a_reader_stays_in_their_language_from_page_to_page(tag, browser, centre):
    typed, found, help_now, guide, promise = READERS[tag]
    context = browser.new_context(
        viewport=PHONE, base_url=centre.address, java_script_enabled=False
    )
    page = context.new_page()
    page.goto("/")
    page.locator(".languages summary").click()
    page.locator(f'.languages a[lang="{tag}"]').click()
    page.locator("#q").fill(typed)
    page.locator(".ask.big button").click()
    assert page.url.startswith(f"{centre.address}/lang/{tag}/search")
    assert found in page.locator(".summary").inner_text()
    page.goto(f"/lang/{tag}/coe/case/25965-04/2010-01-07")
    page.get_by_role("link", name=help_now, exact=True).click()
    assert page.url == f"{centre.address}/lang/{tag}/help"
    page.get_by_role("link", name=guide, exact=True).click()
    page.locator(".buttons button").first.click()
    assert page.url == f"{centre.address}/lang/{tag}/guide/step"
    page.goto(f"/lang/{tag}/desk/")
    assert promise in page.locator("main").inner_text()
    assert page.locator("html").get_attribute("lang") == tag
    context.close()


@pytest.mark.parametrize("tag", ["zh-Hant", "th", "vi"])
@pytest.mark.parametrize("address", TYPES)
def test_axe_finds_nothing_and_nothing_runs_over_the_edge(tag, address, browser, centre):
    context = browser.new_context(viewport=DESK, base_url=centre.address, bypass_csp=True)
    page = context.new_page()
    page.goto(f"/lang/{tag}{address}")
    found = Axe().run(page, options=OPTIONS).response["violations"]
    assert [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found] == []
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    context.close()
