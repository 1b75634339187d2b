"""Picked passages become a pack: cited, quoted as they stood, honest about what is not held."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils import timezone

from manumit.formats import format_named
from manumit.library.errors import WorkNotFound
from manumit.library.services import import_text
from manumit.research.selectors import pack
from manumit.research.types import Pick
from tests.paths import SAMPLES

pytestmark = pytest.mark.usefixtures("starter")


def packed(*picks, language="en", **more):
    given = {
        "words": ["Thank you."],
        "on": date(2024, 3, 3),
        "dated": date(2026, 11, 22),
        "centre": "A Centre",
        "address_of": lambda key, eid, on: f"https://centre.example/{key}/{eid}?on={on}",
    }
    return pack(picks, language=language, **given | more)


def test_a_provision_is_cited_with_its_pinpoint_in_the_style_and_language_asked_for():
    picked = Pick("hk/law/cap-57", "sec_23")
    (english,) = packed(picked).sources
    assert english.citation == "Employment Ordinance (Cap 57) s 23"
    assert (english.title, english.label) == ("Employment Ordinance", "Section 23")
    assert english.address == "https://centre.example/hk/law/cap-57/sec_23?on=2024-03-03"
    (chinese,) = packed(picked, language="zh-Hant").sources
    assert chinese.citation == "《僱傭條例》（第57章）第23條"
    assert (chinese.title, chinese.label) == ("僱傭條例", "第23條")
    (oscola,) = packed(picked, style="oscola").sources
    assert oscola.citation != english.citation


@pytest.fixture
def oil(starter):
    """An invented law: its oil was fresh until 2018 and is clean now; Chinese only since 2018."""
    folder = SAMPLES / "formats" / "hklm"
    for name, day, words in (
        ("cap9999-en.xml", date(2010, 5, 1), "Oil must be fresh"),
        ("cap9999-en.xml", date(2018, 5, 1), "Oil must be clean"),
        ("cap9999-zh-Hant.xml", date(2018, 5, 1), ""),
    ):
        [document] = format_named("hklm").read((folder / name).read_bytes(), name)
        units = tuple(
            replace(unit, since=None, html=unit.html.replace("Oil must be clean", words))
            for unit in document.units
        )
        import_text(
            document=replace(document, valid_from=day, units=units),
            key="hk/law/cap-9999",
            format_name="hklm",
            by=None,
            at=timezone.now(),
        )
    return Pick("hk/law/cap-9999", "sec_4A")


def test_a_passage_is_quoted_as_it_stood_on_the_day(oil):
    (then,) = packed(oil, on=date(2012, 1, 1)).sources
    (now,) = packed(oil, on=date(2020, 1, 1)).sources
    assert "Oil must be fresh" in " ".join(then.quoted[0].paragraphs)
    assert "Oil must be clean" in " ".join(now.quoted[0].paragraphs)
    assert then.as_of == date(2012, 1, 1)
    assert [each.language for each in now.quoted] == ["en"]


def test_it_is_quoted_in_the_language_of_the_asker_or_else_in_others_saying_so(oil):
    title = Pick(oil.key, "sec_1")
    (now,) = packed(title, on=date(2020, 1, 1), language="zh-Hant").sources
    assert [each.language for each in now.quoted] == ["zh-Hant"]
    assert now.lacking == ()
    (then,) = packed(title, on=date(2012, 1, 1), language="zh-Hant").sources
    assert [each.language for each in then.quoted] == ["en"]
    assert then.lacking == ("zh-Hant",)


def test_where_no_text_is_held_the_summary_is_given_and_no_day_claimed():
    (source,) = packed(Pick("hk/law/cap-57", "sec_23"), language="th").sources
    assert source.as_of is None
    assert source.lacking == ("th",)
    assert [each.authority for each in source.quoted] == [""]
    assert "seven days" in source.quoted[0].paragraphs[0]


def test_of_a_judgment_what_was_found_there_is_told_and_not_what_was_overruled():
    (whole,) = packed(Pick("hk/case/hcal-15-2015/2016-12-23")).sources
    told = " ".join(whole.quoted[0].paragraphs)
    assert "victim of trafficking for forced labour" in told
    assert "specific crime" not in told  # overruled since
    (pinned,) = packed(Pick("hk/case/2019-hkcfa-53", "para_3")).sources
    assert pinned.citation.endswith("at [3]")
    assert "article 4(3)" in pinned.quoted[0].paragraphs[0]


def test_what_is_not_held_cannot_be_packed():
    with pytest.raises(WorkNotFound):
        packed(Pick("hk/law/cap-9999"))
