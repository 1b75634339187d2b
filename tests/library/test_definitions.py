"""A law's own glossary: its terms, paired in its languages as the law pairs them."""

from dataclasses import replace
from datetime import date

import pytest

from manumit.formats import Unit, format_named
from manumit.library import selectors
from tests.library.files import LAW
from tests.paths import shared_files

pytestmark = pytest.mark.django_db
ON = date(2031, 6, 1)


def told(key=LAW, on=ON):
    return selectors.definitions(selectors.published_work(key), on)


def test_a_term_is_paired_across_languages_by_its_address(bring, lanterns, lanterns_zh):
    bring(lanterns)
    bring(lanterns_zh)
    keeper = next(one for one in told() if one.terms["en"] == "keeper")
    assert keeper.terms == {"en": "keeper", "zh-Hant": "守燈人"}
    assert (keeper.unit, keeper.eid) == ("sec_2", "sec_2__subsec_1__item_keeper")
    assert keeper.meanings["en"].startswith("means a person who keeps a lantern & its oil;")


def test_a_text_in_one_language_names_the_term_of_the_other_without_its_meaning(bring, lanterns):
    bring(lanterns)
    keeper = next(one for one in told() if one.terms["en"] == "keeper")
    assert keeper.terms["zh-Hant"] == "守燈人"
    assert set(keeper.meanings) == {"en"}


def test_a_text_that_does_not_mark_the_other_languages_term_is_paired_by_its_own(
    bring, lanterns, lanterns_zh
):
    bring(lanterns)
    html = '<dl><div id="sec_2__item"><dt><dfn>守燈人</dfn></dt><dd>(keeper) 指</dd></div></dl>'
    bring(replace(lanterns_zh, units=(Unit("sec_2", "section", html=html),)))
    [keeper] = [one for one in told() if "守燈人" in one.terms.values()]
    assert keeper.eid == "sec_2__subsec_1__item_keeper"
    assert keeper.meanings["zh-Hant"] == "(keeper) 指"


def test_two_terms_of_one_section_without_addresses_are_two(bring, lanterns):
    html = "<dl><dt><dfn>oil</dfn></dt><dd>, in a lamp, burns</dd><dt><dfn>wick</dfn></dt></dl>"
    bring(replace(lanterns, units=(Unit("sec_2", "section", html=html),)))
    oil, wick = told()
    assert (oil.terms, oil.meanings) == ({"en": "oil"}, {"en": "in a lamp, burns"})
    assert (wick.terms, wick.meanings) == ({"en": "wick"}, {})


def test_a_law_that_does_not_hold_on_the_day_defines_nothing(bring, lanterns):
    bring(lanterns)
    work = selectors.published_work(LAW)
    assert selectors.defines_terms(work, ON)
    assert not selectors.defines_terms(work, date(2019, 1, 1))
    assert told(on=date(2019, 1, 1)) == []


def test_every_term_of_the_real_privacy_ordinance_has_its_chinese_pair(bring):
    paths = shared_files("data/hk/hklm", "*.xml")
    if not paths:
        pytest.skip("no shared material")
    for path in paths:
        [document] = format_named("hklm").read(path.read_bytes(), path.name)
        bring(document)
    found = told("hk/law/cap-486", date(2023, 1, 1))
    pairs = {one.terms.get("en"): one.terms.get("zh-Hant") for one in found}
    assert pairs["data user"] == "資料使用者"
    assert len(found) > 100
    assert [one.terms for one in found if len(one.terms) != 2] == []
