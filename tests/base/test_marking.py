"""Links are put around words of sanitised HTML, and nothing else about it changes."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from manumit.base.marking import Mark, mark
from manumit.base.markup import plain_text, sanitise


def link(start, end, href="/x"):
    return Mark(start, end, "a", {"href": href})


def links_of(markup):
    """The words of each link, by its address, white space folded."""
    found = {}
    for element in html.fragment_fromstring(markup, create_parent="div").iter("a"):
        words = plain_text(html.tostring(element, encoding="unicode", with_tail=False))
        found[element.get("href")] = found.get(element.get("href"), "") + words
    return found


@pytest.mark.parametrize(
    ("markup", "start", "end", "marked"),
    [
        ("<p>see Rantsev here</p>", 4, 11, '<p>see <a href="/x">Rantsev</a> here</p>'),
        ("Rantsev", 0, 7, '<a href="/x">Rantsev</a>'),
        (
            "<p>see <i>Rantsev v. Cyprus</i>, no. 25965/04.</p>",
            4,
            35,
            '<p>see <a href="/x"><i>Rantsev v. Cyprus</i>, no. 25965/04</a>.</p>',
        ),
        (
            "<p>see <i>in Rantsev</i>, no. 1</p>",
            7,
            21,
            '<p>see <i>in <a href="/x">Rantsev</a></i><a href="/x">, no. 1</a></p>',
        ),
        ("<p>  a   b </p><p>c</p>", 2, 5, '<p>  a   <a href="/x">b </a></p><p><a href="/x">c</a></p>'),
        ("<p>一<b>《條例》</b>二</p>", 1, 5, '<p>一<a href="/x"><b>《條例》</b></a>二</p>'),
        ("<p>a &lt;b&gt; c</p>", 2, 5, '<p>a <a href="/x">&lt;b&gt;</a> c</p>'),
        ("<p>no.<br>5</p>", 0, 5, '<p><a href="/x">no.<br>5</a></p>'),
        (
            "<table><tbody><tr><td>a</td>\n<td>b</td></tr></tbody></table>",
            0,
            3,
            '<table><tbody><tr><td><a href="/x">a</a></td>\n<td><a href="/x">b</a></td></tr></tbody></table>',
        ),
    ],
)  # fmt: skip
def test_the_words_of_a_citation_become_its_link(markup, start, end, marked):
    assert mark(markup, [link(start, end)]) == marked


def test_two_citations_in_one_sentence_have_each_their_own_link():
    marked = mark("<p>A, then <i>B</i></p>", [link(8, 9, "/b"), link(0, 1, "/a")])
    assert marked == '<p><a href="/a">A</a>, then <a href="/b"><i>B</i></a></p>'


def test_what_is_a_link_already_stays_the_link_it_was():
    markup = '<p>see <a href="/old">Rantsev</a> at 5</p>'
    assert mark(markup, [link(4, 16)]) == '<p>see <a href="/old">Rantsev</a><a href="/x"> at 5</a></p>'  # fmt: skip


def test_attributes_of_the_markup_are_kept_and_those_of_a_mark_cannot_break_out():
    hostile = '"><script>'
    marked = mark('<p id="a" class="b">word</p>', [Mark(0, 4, "span", {"title": hostile})])
    [paragraph] = html.fragment_fromstring(marked, create_parent="div")
    [span] = paragraph
    assert dict(paragraph.attrib) == {"id": "a", "class": "b"}
    assert (span.tag, span.get("title"), span.text) == ("span", hostile, "word")


@pytest.mark.parametrize(("start", "end"), [(9, 12), (5, 5), (6, 4), (-3, 2), (4, 5)])
def test_a_span_without_words_marks_nothing(start, end):
    markup = "<p>some more</p>"
    assert links_of(mark(markup, [link(start, end)])) in ({}, {"/x": ""})
    assert plain_text(mark(markup, [link(start, end)])) == "some more"


def test_of_two_spans_that_overlap_the_first_is_marked():
    assert links_of(mark("<p>one two</p>", [link(0, 5, "/a"), link(4, 7, "/b")])) == {"/a": "one t"}


def test_markup_without_marks_is_given_back_as_it_is():
    assert mark("<p>a&nbsp;b", []) == "<p>a&nbsp;b"
    assert mark("", [link(0, 3)]) == ""


_words = st.text(alphabet="ab 條\n\u00a0<&§", max_size=8)
_inline = st.deferred(
    lambda: st.one_of(
        _words.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
        st.just("<br>"),
        st.tuples(st.sampled_from(["i", "b", "span", "sup"]), st.lists(_inline, max_size=3)).map(
            lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"
        ),
    )
)
_blocks = st.lists(
    st.tuples(st.sampled_from(["p", "div", "li", "h3"]), st.lists(_inline, max_size=4)).map(
        lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"
    ),
    max_size=4,
).map("".join)


@given(st.one_of(_blocks, _inline), st.data())
@settings(max_examples=300)
def test_whatever_is_marked_the_words_stay_and_every_span_is_linked(markup, data):
    markup = sanitise(markup)
    plain = plain_text(markup)
    cuts = sorted(data.draw(st.sets(st.integers(0, max(len(plain), 1)), max_size=8)))
    spans = [
        link(start, end, f"/{start}")
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        if plain[start:end].strip()
    ]
    marked = mark(markup, spans)
    wanted = {f"/{one.start}": "".join(plain[one.start : one.end].split()) for one in spans}
    for seen in (marked, sanitise(marked)):  # as written, and as a browser's parser reads it
        assert plain_text(seen) == plain
        found = {href: "".join(words.split()) for href, words in links_of(seen).items()}
        assert found == wanted
    assert re.sub("</?a[^>]*>", "", marked) == (_written_again(markup) if spans else markup)


def _written_again(markup):
    root = html.fragment_fromstring(markup, create_parent="div")
    return html.tostring(root, encoding="unicode")[len("<div>") : -len("</div>")]
