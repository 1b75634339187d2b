"""By keyboard, in large type, in the system's own colours, without motion, and by ear."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.conftest import DESK, PHONE, Centre

# One of each type of page.
TYPES = [
    "/",
    "/search?q=trafficking",
    "/search?q=nothingwillbefound",
    "/topics",
    "/topics/trafficking",
    "/case-law",
    "/law",
    "/resources",
    "/about",
    "/legal-notice",
    "/accessibility",
    "/learn",
    "/learn/compared",
    "/learn/compared?read=zh-Hant",
    "/learn/mekong?read=th",
    "/learn/test-yourself",
    "/glossary",
    "/glossary?part=work",
    "/guide",
    "/guide/all",
    "/help",
    "/hk/organisation/labour-department",
    "/check",
    "/forward",
    "/forward/takedown",
    "/changes",
    "/desk/",
    "/un/treaty/palermo-protocol",
    "/un/treaty/palermo-protocol/art_3",
    "/un/treaty/palermo-protocol?status=1",
    "/hk/law/cap-200",
    "/hk/law/cap-9999?read=en&on=2033-02-01",
    "/hk/law/cap-9999?changes=1",
    "/hk/law/cap-9999?terms=1",
    "/coe/case/25965-04/2010-01-07",
    "/coe/case/25965-04/2010-01-07/para_282",
    "/gb/case/2031-ewca-civ-9999?read=en",
    "/status/hk",
    "/status/matrix",
    "/status/hk/un/treaty/crc",
    "/cite/un/treaty/palermo-protocol",
    "/no/such/page",
]
# A window of 1280 pixels at 400 per cent.
ZOOMED = {"width": 320, "height": 256}
MANY = 80  # presses of a key after which nobody goes on

_FOCUSED = """() => {
    const one = document.activeElement;
    const look = getComputedStyle(one);
    return {
        words: (one.innerText || one.getAttribute('aria-label') || one.name || '').trim(),
        href: one.getAttribute('href') || '',
        ring: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0,
        seen: one.getBoundingClientRect().height > 0,
    };
}"""
_TOO_WIDE = """() => [...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
    .filter(one => !one.closest('.scroll, .hidden, .skip, pre'))
    .slice(0, 5).map(one => one.outerHTML.slice(0, 120))"""
_FRAMES = """() => [...document.querySelectorAll('.scroll')]
    .filter(one => one.tabIndex !== 0 || !one.getAttribute('role')
        || !(one.getAttribute('aria-label') || one.getAttribute('aria-labelledby')))
    .map(one => one.outerHTML.slice(0, 120))"""
_HEADINGS = "() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(h => +h.tagName[1])"
_UNNAMED = """() => {
    const navs = [...document.querySelectorAll('nav')]
        .filter(one => !one.getAttribute('aria-label') && !one.getAttribute('aria-labelledby'));
    return navs.map(one => one.outerHTML.slice(0, 120));
}"""
_HEADERLESS = """() => [...document.querySelectorAll('main table')]
    .filter(one => !one.closest('.wording'))
    .flatMap(table => [...table.querySelectorAll('th')].filter(th => !th.getAttribute('scope')))
    .map(th => th.outerHTML.slice(0, 120))"""
_TOO_SMALL = """() => [...document.querySelectorAll('a[href], button, select, summary, input')]
    .filter(one => one.type !== 'hidden' && !one.closest('.hidden, .skip, svg, label'))
    .map(one => [one, one.getBoundingClientRect()])
    .filter(([, box]) => box.width && box.height < 24)
    .map(([one, box]) => `${Math.round(box.height)}: ${one.outerHTML.slice(0, 120)}`)"""
_MOVES = """() => [...document.querySelectorAll('*'), document.documentElement]
    .filter(one => {
        const look = getComputedStyle(one);
        return look.scrollBehavior === 'smooth'
            || look.animationName !== 'none'
            || look.transitionDuration.split(',').some(each => parseFloat(each) > 0);
    })
    .map(one => one.tagName)"""
_UNLIKE = """() => {
    const shade = document.createElement('span');
    document.body.append(shade);
    const as = name => { shade.style.color = name; return getComputedStyle(shade).color; };
    const told = [];
    for (const [choice, name] of [['main p, main li', 'CanvasText'], ['main a[href]', 'LinkText']]) {
        for (const one of document.querySelectorAll(choice)) {
            if (getComputedStyle(one).color !== as(name) && !one.closest('a, button, .button')) {
                told.push(one.outerHTML.slice(0, 120));
            }
        }
    }
    shade.remove();
    return told.slice(0, 5);
}"""


@pytest.fixture(scope="module")
def read(browser: Browser, centre: Centre) -> Iterator[Page]:
    """A page on a desk, on which the tests may ask the browser what it shows."""
    context = browser.new_context(viewport=DESK, base_url=centre.address, bypass_csp=True)
    yield context.new_page()
    context.close()


def walk_to(page: Page, wanted: str) -> None:
    """Press Tab until what has the focus says this, seeing the focus at every step."""
    for _ in range(MANY):
        page.keyboard.press("Tab")
        here = page.evaluate(_FOCUSED)
        assert here["seen"], f"something unseen has the focus before {wanted!r}: {here}"
        assert here["ring"], f"the focus cannot be seen on {here}"
        if wanted in here["words"] or here["href"].startswith(wanted):
            return
    pytest.fail(f"{MANY} presses of Tab do not lead to {wanted!r} at {page.url}")


def test_with_the_keyboard_alone_from_the_front_page_to_a_result_and_to_learn(read):
    read.goto("/")
    walk_to(read, "q")
    read.keyboard.type("Rantsev")
    read.keyboard.press("Enter")
    read.wait_for_url("**/search?q=Rantsev")
    walk_to(read, "/coe/case/25965-04/2010-01-07")
    read.keyboard.press("Enter")
    read.wait_for_url("**/coe/case/25965-04/2010-01-07**")
    walk_to(read, "/learn")
    read.keyboard.press("Enter")
    read.wait_for_url("**/learn")
    walk_to(read, "/learn/test-yourself")
    read.keyboard.press("Enter")
    read.wait_for_url("**/learn/test-yourself")
    walk_to(read, "The answer, and why")
    read.keyboard.press("Enter")
    assert read.get_by_text("need only be intended").first.is_visible()


def test_the_first_press_of_tab_offers_to_skip_to_the_text(read):
    read.goto("/learn/compared")
    walk_to(read, "Skip to the text")
    read.keyboard.press("Enter")
    assert read.url.endswith("#main")


@pytest.mark.parametrize("address", TYPES)
def test_at_400_per_cent_nothing_scrolls_sideways_but_wide_tables_in_their_frames(read, address):
    read.set_viewport_size(ZOOMED)
    try:
        read.goto(address)
        width = read.evaluate("document.documentElement.scrollWidth")
        assert width <= ZOOMED["width"], read.evaluate(_TOO_WIDE)
        assert read.evaluate(_FRAMES) == []
    finally:
        read.set_viewport_size(DESK)


@pytest.mark.parametrize("address", TYPES)
def test_a_thumb_finds_every_link_on_a_phone(read, address):
    read.set_viewport_size(PHONE)
    try:
        read.goto(address)
        assert read.evaluate(_TOO_SMALL) == []
    finally:
        read.set_viewport_size(DESK)


@pytest.mark.parametrize("address", TYPES)
def test_someone_who_listens_finds_their_way(read, address):
    read.goto(address)
    assert read.locator("main").count() == read.locator("h1").count() == 1
    assert read.evaluate(_UNNAMED) == []
    assert read.evaluate(_HEADERLESS) == []
    levels = read.evaluate(_HEADINGS)
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(
    "address", ["/", "/learn/compared", "/hk/law/cap-200", "/topics", "/desk/"]
)
def test_nothing_moves_for_who_asks_for_stillness(read, address):
    read.emulate_media(reduced_motion="reduce")
    read.goto(address)
    assert read.evaluate(_MOVES) == []
    read.emulate_media(reduced_motion="no-preference")


@pytest.mark.parametrize(
    "address", ["/", "/learn/compared", "/hk/law/cap-200", "/search?q=slavery"]
)
def test_in_forced_colours_words_and_links_have_the_readers_own(read, address):
    read.emulate_media(forced_colors="active")
    read.goto(address)
    assert read.evaluate(_UNLIKE) == []
    walk_to(read, "Learn")
    read.emulate_media(forced_colors="none")
