"""An imported text as it is read: the invented Cap. 9999 of the samples, in English and Chinese."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.utils import timezone

from manumit.formats import format_named
from manumit.library.models import Text
from manumit.library.services import import_text
from tests.paths import SAMPLES
from tests.web.shown import text_of

pytestmark = pytest.mark.usefixtures("starter")
STARTS = date(2020, 5, 1)
KEY = "hk/law/cap-9999"


@pytest.fixture(autouse=True)
def sections(starter):
    """The law on the shelf, as from a day; its sections."""
    form = format_named("hklm")
    found = []
    for file in sorted((SAMPLES / "formats/hklm").glob("*.xml")):
        for read in form.read(file.read_bytes(), file.name):
            document = replace(read, valid_from=STARTS)
            found = [unit.eid for unit in document.units if unit.kind == "section"]
            import_text(document=document, key=KEY, format_name="hklm", by=None, at=timezone.now())
    return found


def test_each_section_has_a_page_in_every_language_it_is_held_in(client, sections):
    for eid in sections:
        page = text_of(client.get(f"/{KEY}/{eid}"))
        assert '<section class="wording law" lang="en">' in page
        assert '<section class="wording law" lang="zh-Hant">' in page


def test_an_address_inside_a_section_shows_that_part_and_no_other(client):
    section = client.get(f"/{KEY}/sec_2")
    below = re.findall(r'id="(sec_[^"]+__[^"]+)"', text_of(section))
    part = client.get(f"/{KEY}/{below[0]}")
    assert part.status_code == 200
    assert len(part.context["page"].said[0].html) < len(section.context["page"].said[0].html)


def test_the_running_text_can_be_read_in_either_language(client):
    assert client.get(f"/{KEY}?read=en").status_code == 200
    assert 'lang="zh-Hant"' in text_of(client.get(f"/{KEY}?read=zh-Hant"))
    assert client.get(f"/{KEY}?read=en&page=999").status_code == 404


def test_a_day_before_the_text_shows_no_text_and_says_which_day(client, sections):
    page = text_of(client.get(f"/{KEY}/{sections[0]}?on=1901-02-03"))
    assert "3 February 1901" in page
    assert "holds no text for that day" in page
    assert '<section class="wording' not in page


def test_a_text_that_does_not_hold_yet_is_not_shown_as_the_law(client, sections):
    Text.objects.update(valid_from=date(2999, 1, 1))
    page = text_of(client.get(f"/{KEY}/{sections[0]}"))
    assert '<section class="wording' not in page


def test_a_day_on_which_it_held_shows_it(client, sections):
    page = text_of(client.get(f"/{KEY}/{sections[0]}?on={STARTS}"))
    assert '<section class="wording' in page


def test_what_is_no_day_is_named_and_today_shown(client, sections):
    page = text_of(client.get(f"/{KEY}/{sections[0]}?on=2020-02-31"))
    assert "“2020-02-31” is not a day" in page
    assert '<section class="wording' in page


def test_a_reader_of_chinese_has_the_chinese_heading_and_wording_first(client):
    page = text_of(client.get(f"/lang/zh-Hant/{KEY}/sec_2"))
    assert "<h1>第2條: 釋義</h1>" in page
    assert re.findall(r'<section class="wording law" lang="([^"]+)">', page) == ["zh-Hant", "en"]
    english = text_of(client.get(f"/{KEY}/sec_2"))
    assert re.findall(r'<section class="wording law" lang="([^"]+)">', english) == ["en", "zh-Hant"]
