"""The guide as somebody meets it who reads Chinese, Thai or Vietnamese."""

import re
from html import unescape
from urllib.parse import urlencode

import lxml.html
import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.translation import override

from manumit.guide import selectors as guides
from manumit.web import guide_printed

pytestmark = pytest.mark.usefixtures("starter")

MARK = {"zh-Hant": "機器", "th": "เครื่อง", "vi": "máy"}
ASKED = {
    "zh-Hant": "現在有人身處危險嗎？",
    "th": "ขณะนี้มีใครตกอยู่ในอันตรายหรือไม่",
    "vi": "Có ai đang gặp nguy hiểm ngay lúc này không?",
}
FOUND = {
    "zh-Hant": "強迫勞動的跡象",
    "th": "ข้อบ่งชี้ของแรงงานบังคับ",
    "vi": "Dấu hiệu của lao động cưỡng bức",
}
TOLD = {
    "in": "hk",
    "act": ["recruitment"],
    "work": "yes",
    "penalty": ["documents"],
    "involuntary": ["deceived"],
    "labour": ["unpaid"],
}
LANGUAGES = pytest.mark.parametrize("tag", list(ASKED))


@pytest.fixture
def page(client):
    """Send answers to a page of the guide in a language; returns the words in its main part."""

    def act(tag, name="", **fields):
        address = f"/lang/{tag}/guide{name}"
        answer = client.post(address, fields) if fields else client.get(address)
        assert answer.status_code == 200
        html = unescape(answer.content.decode())
        return html[html.index("<main") : html.index("</main>")]

    return act


@LANGUAGES
def test_the_first_question_is_asked_in_the_readers_language(page, tag):
    assert ASKED[tag] in page(tag, "/step", **{"in": "hk"})


@LANGUAGES
def test_no_question_option_or_help_is_left_in_english(page, tag):
    html = page(tag, "/all", **TOLD)
    for question in guides.guide("screening").questions:
        assert question.ask not in html
        assert not [one.says for one in question.options if f">{one.says}<" in html]
    assert guides.wordings(tag)["violence"] in html
    assert '<span lang="en">' not in re.sub(r'<p class="cites.*?</p>', "", html, flags=re.DOTALL)


@LANGUAGES
def test_the_outcome_and_the_memo_are_in_it_with_the_tests_the_law_and_the_answers(page, tag):
    said = guides.wordings(tag)
    outcome, memo = page(tag, "/outcome", **TOLD), page(tag, "/memo", **TOLD)
    for html in (outcome, memo):
        assert FOUND[tag] in html
        assert said["The menace of a penalty"] in html
        assert said["passport or papers kept"] in html
        assert next(one.says for one in guides.guide("screening", "hk").laws) not in html
        assert 'href="/lang/' + tag + '/hk/law/cap-57/sec_63C"' in html
    assert said["Does or did the person work for someone, or give any service?"] in memo


@LANGUAGES
def test_what_a_machine_wrote_says_so_on_each_page_of_the_guide(page, tag, monkeypatch):
    pages = ("", "/step", "/all", "/outcome", "/memo")
    for name in pages:
        fields = TOLD if name else {}
        assert re.search(f'class="note">[^<]*{MARK[tag]}', page(tag, name, **fields)), name
    monkeypatch.setattr("manumit.guide.selectors.machine_made_on", lambda tag: None)
    for name in pages:
        fields = TOLD if name else {}
        assert not re.search(f'class="note">[^<]*{MARK[tag]}', page(tag, name, **fields)), name


def test_readers_of_simplified_chinese_get_the_traditional_words_marked_as_such(page):
    html = page("zh-Hans", "/step", **{"in": "hk"})
    assert f'<legend><span lang="zh-Hant">{ASKED["zh-Hant"]}</span></legend>' in html


def test_where_nobody_translated_it_english_stands_marked_as_such(page):
    html = page("id")
    assert '<h1><span lang="en">Is it trafficking?</span></h1>' in html
    assert "machine translated this page" not in html


def test_a_heading_begins_with_a_capital_where_its_script_has_them(page):
    html = page("vi", "/outcome", **{"in": "", "labour": ["unpaid"], "work": "yes"})
    assert "<h3>Lao động cưỡng bức</h3>" in html


@LANGUAGES
def test_the_memo_that_goes_to_the_desk_is_in_the_askers_words(rf, tag):
    answered = [
        {"question": guides.guide("screening").questions[0], "given": {"yes"}, "answer": "yes"}
    ]
    with override(tag.lower()):
        text = render_to_string("desk/memo.txt", {"answered": answered, "guide": {}})
    assert f"- {ASKED[tag]} " in text
    assert "<span" not in text


@LANGUAGES
def test_the_printed_guide_says_in_its_language_what_shows_an_element(tag):
    with override(tag.lower()):
        [land] = [
            shown
            for each in guide_printed.whole_guide()["indications"]
            if each.code == "serfdom"
            for view in each.views
            for _, shown in view.elements
        ]
    asked = next(one.ask for one in guides.guide("screening").questions if one.code == "land")
    assert guides.wordings(tag)[asked] in land[0]


@pytest.mark.parametrize("name", ["/step", "/all", "/outcome", "/memo"])
@LANGUAGES
def test_a_change_of_language_keeps_the_answers_and_the_place_in_the_guide(client, name, tag):
    told = {**TOLD, "shown": ["danger", "act"]}
    english = lxml.html.fromstring(client.post(f"/guide{name}", told).content)
    menu = english.forms[0]
    assert menu.getparent().get("class") == "languages"
    button = menu.xpath(f".//button[@lang='{tag}']")[0]
    there = button.get("formaction")
    assert there == f"/lang/{tag}/guide{name}"
    answer = client.post(there, dict(QueryDict(urlencode(menu.form_values())).lists()))
    translated = lxml.html.fromstring(answer.content)
    assert translated.get("lang") == tag
    assert sent_back(translated) == sent_back(english)


def sent_back(page) -> list[tuple[str, str]]:
    """What the forms of a page's main part hold."""
    return [field for form in page.xpath("//main//form") for field in form.form_values()]
