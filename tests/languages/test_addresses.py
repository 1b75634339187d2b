"""The language of a page is in its address, and nothing else decides it."""

import dataclasses
import logging
import re
from html import unescape

import pytest
from django.utils.translation import get_language

from manumit.base import languages as known
from manumit.base.languages import languages
from manumit.config.logs import WithoutDesk
from tests.languages.catalogue import CLOSES, OPENS, with_gaps_marked

pytestmark = pytest.mark.usefixtures("starter")

COMPLETE = [tag for tag, one in languages().items() if one.state == "complete"]
BEGUN = [tag for tag, one in languages().items() if one.state == "begun"]
PALERMO = "/un/treaty/palermo-protocol"


def page(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, f"{address}: {response.status_code}"
    return response.content.decode()


def links(text: str) -> list[str]:
    return [unescape(one) for one in re.findall(r'<a[^>]* href="(/[^"]*)"', text)]


@pytest.mark.parametrize("tag", COMPLETE)
def test_every_link_stays_in_the_language(client, tag):
    text = page(client, f"/lang/{tag}{PALERMO}")
    assert f'<html lang="{tag}"' in text
    others = [one for one in links(text) if not one.startswith(f"/lang/{tag}/")]
    choice = text.partition('class="languages"')[2].partition("</details>")[0]
    assert set(others) == {one for one in links(choice) if not one.startswith(f"/lang/{tag}/")}
    assert 'href="/static/web/manumit.css"' in text


def test_the_page_after_it_is_in_english_again(client):
    assert "立即求助" in page(client, "/lang/zh-Hant/help")
    assert '<html lang="en"' in page(client, "/help")
    assert client.get("/lang/th/no/such/page").status_code == 404
    assert get_language() == "en"
    assert '<html lang="en"' in page(client, "/help")


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("/lang/en/help?in=th", "/help?in=th"),
        ("/lang/th", "/lang/th/"),
        ("/lang/th/account/login/", "/account/login/"),
        ("/lang/th/account/people/", "/account/people/"),
        ("/lang/th/desk/staff/", "/desk/staff/"),
        ("/lang/th/editorial/", "/editorial/"),
        ("/lang/th/api/hsds", "/api/hsds"),
        ("/lang/th/changes/feed", "/changes/feed"),
        ("/lang/my/law", "/law"),
        ("/lang/my//example.org/law", "/example.org/law"),
        ("/lang/en//example.org/law", "/example.org/law"),
    ],
)
def test_what_is_in_english_alone_is_shown_in_english(client, address, leads_to):
    response = client.get(address)
    assert response.status_code == 302
    assert response["Location"] == leads_to
    assert client.post(address).status_code == 404


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("zh-hant", "zh-Hant"),
        ("ZH-HANT", "zh-Hant"),
        ("ZH-HK", "zh-Hant"),
        ("zh_TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh-Hans-HK", "zh-Hans"),
        ("zh-cn", "zh-Hans"),
        ("TH", "th"),
        ("th-TH", "th"),
        ("vi-001", "vi"),
    ],
)
def test_a_tag_in_another_writing_leads_to_the_address_of_its_language(client, written, tag):
    response = client.get(f"/lang/{written}/help?in=hk")
    assert (response.status_code, response["Location"]) == (302, f"/lang/{tag}/help?in=hk")
    assert client.get(f"/lang/{written}")["Location"] == f"/lang/{tag}/"
    assert client.post(f"/lang/{written}/help").status_code == 404


def test_english_of_any_country_is_at_the_plain_address(client):
    assert client.get("/lang/en-GB/help")["Location"] == "/help"


@pytest.mark.parametrize(
    "tag", ["tlh", "zh", "zh-Latn", "zh-yue", "zh-FR", "th-Latn", "t", "-", "th-"]
)
def test_what_names_no_language_of_ours_or_several_is_no_page(client, tag):
    assert client.get(f"/lang/{tag}/help").status_code == 404


def test_each_language_says_where_the_others_are(client):
    told = {
        tag: re.findall(r'rel="alternate" hreflang="([^"]+)" href="([^"]+)"', page(client, address))
        for tag, address in [("en", PALERMO), ("th", f"/lang/th{PALERMO}")]
    }
    assert told["en"] == told["th"]
    assert dict(told["en"]) == {
        "en": f"http://testserver{PALERMO}",
        **{tag: f"http://testserver/lang/{tag}{PALERMO}" for tag in COMPLETE},
        "x-default": f"http://testserver{PALERMO}",
    }


def test_choosing_a_language_keeps_what_was_asked(client):
    text = page(client, "/search?q=%E8%B2%A9%E9%81%8B&kind=judgment")
    assert "/lang/vi/search?q=%E8%B2%A9%E9%81%8B&kind=judgment" in links(text)


def test_pages_of_staff_and_accounts_offer_no_language(client):
    assert 'class="languages"' not in page(client, "/account/login/")


def test_what_is_cited_has_an_address_in_no_language(client):
    assert f"http://testserver{PALERMO}/art_3" in page(client, f"/lang/th/cite{PALERMO}?at=art_3")
    text = page(client, f"/lang/th{PALERMO}/art_3")
    assert f'<link rel="canonical" href="http://testserver/lang/th{PALERMO}/art_3">' in text


@pytest.mark.parametrize("tag", BEGUN)
def test_a_page_that_a_language_claims_is_whole_in_it(client, tag, tmp_path):
    with with_gaps_marked(languages()[tag], tmp_path):
        for address in ("/", "/help", "/help?in=th&for=legal-aid", "/guide", "/desk/"):
            text = page(client, f"/lang/{tag}{address}")
            assert re.findall(f"{OPENS}(.*?){CLOSES}", text) == [], address


def test_from_another_page_a_language_that_is_begun_leads_to_its_front_page(client):
    assert "/lang/km/" in links(page(client, PALERMO))
    assert "/lang/km/help?in=th" in links(page(client, "/help?in=th"))


@pytest.mark.parametrize("tag", COMPLETE + BEGUN)
def test_words_of_a_machine_bear_a_mark_until_a_named_person_reviewed_them(
    client, tag, monkeypatch
):
    from django.utils.translation import gettext, override  # noqa: PLC0415  # beside its use

    with override(languages()[tag].code):
        mark = gettext(
            "The words of this site were translated from English by a machine, and nobody has "
            "reviewed them yet. Where it matters, read the English as well."
        )
    assert mark in unescape(page(client, f"/lang/{tag}/help"))
    reviewed = dataclasses.replace(languages()[tag], reviewers=("A. Reviewer",))
    monkeypatch.setattr(known, "_by_code", lambda: {reviewed.code: reviewed})
    assert mark not in unescape(page(client, f"/lang/{tag}/help"))


def test_a_name_that_the_language_lacks_is_english_and_says_so(client):
    text = page(client, "/lang/th/hk/case/2018-hkca-473")
    assert '<span lang="en">Court of Appeal, Hong Kong</span>' in text
    assert "การค้ามนุษย์" in text
    assert not re.findall(r'<title>[^<]*<span|="[^">]*<span|&lt;span', text)


def test_what_the_centre_wrote_in_english_is_marked_as_english(client):
    text = page(client, f"/lang/zh-Hant{PALERMO}")
    assert '<div lang="en">' in text
    assert '<div lang="en">' not in page(client, PALERMO)


def test_a_law_is_shown_under_its_title_in_the_readers_language(client):
    text = page(client, "/lang/zh-Hant/hk/law/cap-200")
    assert '<h1 lang="zh-Hant">' in text
    assert '<p class="subtitle" lang="en">Crimes Ordinance</p>' in text


def test_a_remark_about_the_query_is_in_the_readers_language(client):
    assert "略去了一個不成對的引號" in page(client, "/lang/zh-Hant/search?q=%22forced+labour")


def test_the_log_names_no_case_of_the_desk_in_any_language():
    record = logging.LogRecord("django", 40, "", 1, "%s", ("/lang/th/desk/mine/file/x/",), None)
    WithoutDesk().filter(record)
    assert record.args == ("/desk/",)
