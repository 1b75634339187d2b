"""HTML from outside is made harmless before it is kept, and keeps its words and structure."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manumit.base.markup import fragment, identities, plain_text, sanitise


@pytest.mark.parametrize(
    ("hostile", "kept"),
    [
        ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>"),
        ("<p>a<style>p{color:red}</style>b</p>", "<p>ab</p>"),
        ('<p onclick="x()" style="color:red">a</p>', "<p>a</p>"),
        ('<iframe src="https://example.org"></iframe>a', "a"),
        ('<svg onload="x()"><circle/></svg>a', "a"),
        ('<img src="x" onerror="x()">a', "a"),
        ("<form action='/x'><input name='a'></form>b", "b"),
        ("<object data='x'></object><embed src='x'>a", "a"),
        ("<!-- hidden -->a", "a"),
        ("<p>a\x1b&#27;b</p>", "<p>ab</p>"),
        ("<base href='https://example.org/'>a", "a"),
        ("<meta http-equiv='refresh' content='0'>a", "a"),
    ],
)
def test_what_could_act_is_dropped_and_words_are_kept(hostile, kept):
    assert sanitise(hostile) == kept


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
    ],
)
def test_an_odd_address_is_dropped_from_its_link(address):
    assert sanitise(f'<a href="{address}">a</a>') == '<a rel="noopener noreferrer">a</a>'


def test_a_link_to_another_page_tells_it_nothing():
    link = sanitise('<a href="https://example.org/a" target="_blank">a</a>')
    assert link == '<a href="https://example.org/a" rel="noopener noreferrer">a</a>'


def test_structure_and_addresses_inside_a_text_are_kept():
    text = (
        '<ol start="3" type="a"><li id="sec_1__para_a" lang="zh-Hant"><b>燈</b></li></ol>'
        '<table><tbody><tr><td colspan="2">H<sub>2</sub>O</td></tr></tbody></table>'
    )
    assert sanitise(text) == text


@given(st.text(alphabet="<>/=\"' abcsriptonlj:&#;x\n", max_size=80))
@settings(max_examples=200)
def test_whatever_comes_in_nothing_that_acts_comes_out(text):
    clean = sanitise(text)
    assert "<script" not in clean.lower()
    assert sanitise(clean) == clean


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("<p>One <b>t</b>wo</p>", "One two"),
        ("<ul><li>a</li><li>b</li></ul>c", "a\nb\nc"),
        ("a<br>b", "a\nb"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
        ("<p>  a \n\n b&nbsp; c </p>", "a\nb c"),
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
        ("", ""),
        ("  \n ", ""),
        ("just words", "just words"),
        ("<p>第1條</p>", "第1條"),
    ],
)
def test_the_words_of_a_text_stand_one_line_a_block(markup, words):
    assert plain_text(markup) == words


@given(st.text(max_size=60))
@settings(max_examples=200)
def test_words_can_be_taken_from_anything_that_was_made_harmless(text):
    assert "\n\n" not in plain_text(sanitise(text))


def test_one_provision_can_be_cut_out_of_a_longer_text():
    text = '<p>a</p><div id="sec_1__subsec_1"><p id="sec_1__subsec_1__para_a">b</p></div> tail'
    cut = fragment(text, "sec_1__subsec_1")
    assert cut == '<div id="sec_1__subsec_1"><p id="sec_1__subsec_1__para_a">b</p></div>'
    assert fragment(text, "sec_1__subsec_1__para_a") == '<p id="sec_1__subsec_1__para_a">b</p>'
    assert fragment(text, "sec_2") is None
    assert fragment(text, "' or 1=1") is None


def test_the_addresses_inside_a_text_are_listed_in_order():
    assert identities('<p id="b">x</p><p id="a"><i id="c">y</i></p>') == ["b", "a", "c"]
    assert identities("") == []
