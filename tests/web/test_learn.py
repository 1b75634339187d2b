"""Pages that teach, pages about the Centre, and the glossary."""

import re

import pytest

from manumit.pages.models import Page

pytestmark = pytest.mark.usefixtures("starter")

OWN = {"about": "/about", "legal-notice": "/legal-notice", "accessibility": "/accessibility"}


def text_of(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def addresses():
    for row in Page.objects.all():
        if row.name != "glossary":
            yield f"{OWN.get(row.name, f'/learn/{row.name}')}?read={row.language}"


def test_every_link_of_every_page_leads_somewhere_here(client):
    led = {
        href
        for address in addresses()
        for href in re.findall(r'href="(/[^"#?]*)', text_of(client.get(address)))
        if not href.startswith(("/static/", "/account/"))
    }
    assert len(led) > 100
    assert {href for href in led if client.get(href).status_code != 200} == set()


def test_a_page_is_shown_in_the_language_asked_for_with_the_mark_of_its_translator(client):
    page = text_of(client.get("/learn/compared?read=zh-Hant"))
    assert 'lang="zh-Hant"' in page
    assert "A machine translated this page on 23 November 2026" in page
    assert "Manumit library" in page  # the sources are those of the English page


def test_in_another_language_the_page_is_english_and_says_so(client):
    page = text_of(client.get("/learn/compared?read=km"))
    assert "has not been translated into your language" in page
    assert "Side by side" in page


def test_the_key_of_a_page_leads_to_it(client):
    for key, address in (
        ("site/page/compared/th", "/learn/compared?read=th"),
        ("site/page/about/en", "/about"),
    ):
        assert client.get(f"/{key}").headers["Location"] == address
    assert client.get("/site/page/nothing/en").status_code == 404
    assert client.get("/learn/about").status_code == 404


def test_a_table_says_what_each_header_is_the_header_of_and_can_be_reached(client):
    page = text_of(client.get("/learn/compared"))
    assert '<th scope="col">What must be shown</th>' in page
    assert '<th scope="row"><strong>Slavery</strong></th>' in page
    frames = re.findall(
        r'<div class="scroll" tabindex="0" role="region" aria-label="([^"]+)"', page
    )
    assert len(frames) == len(set(frames)) == page.count("<table>")
    assert '<th scope="col"></th>' not in page


def test_a_citation_in_a_page_leads_to_the_passage(client):
    assert 'href="/hk/law/cap-200/sec_129"' in text_of(client.get("/learn/compared"))


def test_a_test_of_oneself_has_its_answers_behind_a_fold_and_no_form(client):
    page = text_of(client.get("/learn/test-yourself"))
    main = page.split("<main")[1].split("</main>")[0]
    assert main.count("<details>") == main.count('class="question"') == 10
    assert "<form" not in main


def test_the_glossary_has_each_languages_word_and_the_word_of_each_instrument(client):
    page = text_of(client.get("/glossary"))
    assert '<a href="/topics/slavery">slavery</a>' in page
    assert '<i lang="th">ภาษาไทย</i> <span lang="th">การค้ามนุษย์</span>' in page
    assert re.search(
        r'href="/hk/law/cap-383">[^<]+</a>, <span lang="zh-Hant">繁體中文</span></i> '
        r'<span lang="zh-Hant">奴工<',
        page,
    )


def test_the_words_of_this_library_stand_in_the_glossary_and_nowhere_else(client):
    page = text_of(client.get("/glossary?part=work"))
    assert '<th scope="row"><strong>Gist</strong></th>' in page


def test_a_centre_that_has_not_written_a_page_says_so(client):
    Page.objects.all().delete()
    for address in ("/about", "/legal-notice", "/accessibility", "/learn"):
        assert "This Centre has not written" in text_of(client.get(address))
