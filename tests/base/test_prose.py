"""The project's own prose: Markdown becomes pages, and nothing else gets in."""

import pytest

from manumit.base.prose import to_html


def test_headings_begin_below_the_title_of_the_page():
    assert to_html("# Facts") == "<h2>Facts</h2>\n"
    assert to_html("## Facts", top=3) == "<h4>Facts</h4>\n"
    assert to_html("###### Facts") == "<h6>Facts</h6>\n"


def test_prose_is_set_with_care():
    assert to_html('"Consent" -- irrelevant...') == "<p>“Consent” – irrelevant…</p>\n"


def test_tables_and_lists_are_rendered():
    html = to_html("| a | b |\n|---|---|\n| 1 | 2 |\n\n- c\n")
    assert '<th scope="col">a</th>' in html
    assert '<th scope="row">1</th>' in html
    assert "<td>2</td>" in html
    assert "<li>c</li>" in html


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "[a](javascript:alert(1))", "<img src=x onerror=y>"]
)
def test_html_in_prose_is_shown_and_not_run(text):
    html = to_html(text)
    assert "<script" not in html
    assert "<img" not in html
    assert "href" not in html


def test_an_empty_text_gives_an_empty_page():
    assert to_html("") == ""


def test_whoever_asks_for_prose_says_where_its_links_lead():
    html = to_html("See [the law](hk/law/cap-1).", href=lambda target: f"/works/{target}")
    assert 'href="/works/hk/law/cap-1"' in html
