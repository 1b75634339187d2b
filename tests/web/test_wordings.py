"""How the words of an imported text stand on a page: footnotes, tables, what has no name."""

from dataclasses import replace

import pytest
from django.utils import timezone
from lxml import html

from manumit.formats import Unit, format_named
from manumit.library.services import import_text
from tests.paths import SAMPLES

pytestmark = pytest.mark.django_db
NOTE = '<div class="footnote"><p><span class="num">{0}</span> Note {0}.</p></div>'
MARK = '<sup class="note-mark">{}</sup>'


def import_law(name, *units):
    """Import one of the sample laws, with these units where any are given; returns its key."""
    path = SAMPLES / "formats/akn" / name
    [document] = format_named("akn").read(path.read_bytes(), path.name)
    document = replace(document, units=units or document.units, valid_from=None)
    now = timezone.now()
    import_text(document=document, key=document.key, format_name="akn", by=None, at=now)
    return document.key


@pytest.fixture
def page(client):
    def act(address):
        response = client.get(f"/{address}")
        assert response.status_code == 200
        return html.fromstring(response.content)

    return act


def notes_led_to(page) -> list[str]:
    """The footnotes that marks lead to, each held to lead back to its mark."""
    found = []
    for mark in page.xpath("//sup[@class='note-mark']/a"):
        [note] = page.xpath("//*[@id=$name]", name=mark.get("href").removeprefix("#"))
        [back] = note.xpath(".//a[@class='back']")
        assert back.get("href") == f"#{mark.get('id')}"
        found.append(note.text_content())
    return found


def section(markup) -> Unit:
    return Unit("sec_1", "section", number="1.", html=markup)


@pytest.mark.parametrize("address", ["/sec_1", "?read=en"])
def test_a_footnote_is_one_click_away_and_leads_back(page, address):
    shown = page(import_law("lanterns-en.xml") + address)
    assert "1 But not a torch. ↩" in notes_led_to(shown)
    assert shown.xpath("//div[@class='footnote'][contains(., 'Amended in 2033')][not(@id)]")


def test_no_address_stands_twice_where_languages_stand_side_by_side(page):
    notes = f'<p>Words{MARK.format(1)}</p><div class="footnotes">{NOTE.format(1)}</div>'
    for name in ("lanterns-en.xml", "lanterns-zh-Hant.xml"):
        key = import_law(name, section(notes))
    shown = page(f"{key}/sec_1")
    names = shown.xpath("//@id")
    assert len(notes_led_to(shown)) == 2
    assert len(names) == len(set(names))


def test_two_notes_with_one_mark_each_have_their_own(page):
    notes = "".join(NOTE.format("*") + NOTE.format(2) for _ in range(2))
    marks = "".join(MARK.format(each) for each in ("*", 2, "*", 3))
    key = import_law(
        "lanterns-en.xml", section(f'<p>A{marks}</p><div class="footnotes">{notes}</div>')
    )
    shown = page(f"{key}/sec_1")
    assert len(set(notes_led_to(shown))) == 2  # the words of * and of 2
    assert len(set(shown.xpath("//sup[@class='note-mark']/a/@href"))) == 3
    assert shown.xpath("//sup[@class='note-mark'][not(a)]/text()") == ["3"]


def test_a_part_of_a_section_brings_the_notes_it_refers_to_and_no_others(page):
    parts = "".join(
        f'<div id="sec_1__subsec_{n}" class="subsection"><p>Part {n}{MARK.format(n)}</p></div>'
        for n in (1, 2)
    )
    below = f'<div class="footnotes">{NOTE.format(1)}{NOTE.format(2)}</div>'
    key = import_law("lanterns-en.xml", section(parts + below))
    shown = page(f"{key}/sec_1__subsec_2")
    assert notes_led_to(shown) == ["2 Note 2. ↩"]
    assert len(shown.xpath("//div[@class='footnote']")) == 1


def test_a_part_that_holds_its_notes_keeps_them(page):
    own = f'<div id="sec_1__subsec_1"><p>One{MARK.format(1)}</p>{NOTE.format(1)}</div><p>Two</p>'
    key = import_law("lanterns-en.xml", section(own))
    shown = page(f"{key}/sec_1__subsec_1")
    assert notes_led_to(shown) == ["1 Note 1. ↩"]
    assert len(shown.xpath("//div[@id='sec_1__subsec_1']//div[@class='footnote']")) == 1


def test_a_table_scrolls_in_a_box_that_the_keyboard_reaches(page):
    shown = page(import_law("lanterns-en.xml") + "/sched_1")
    assert shown.xpath("//table")
    for table in shown.xpath("//table"):
        box = table.getparent()
        assert (box.get("class"), box.get("tabindex"), box.get("aria-label")) == (
            "scroll", "0", "Table",
        )  # fmt: skip


def test_what_only_we_have_numbered_has_no_heading_in_the_running_text(page):
    key = import_law("lanterns-en.xml")
    shown = page(f"{key}?read=en")
    [unnamed] = shown.xpath("//*[@id='unit_1']")
    assert not unnamed.xpath(".//h2")
    [link] = unnamed.xpath(".//a[@aria-label='Unit 1']")
    assert link.get("href") == f"/{key}/unit_1"
