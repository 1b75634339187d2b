"""Quoting a passage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.search import analysis
from manumit.search.plan import AllOf, Everything, Not, Phrase, Term
from manumit.search.query import plan
from manumit.search.snippets import LENGTH, snippet
from manumit.search.types import Fragment, SearchRequest


def quote(text, query):
    return snippet(text, plan(SearchRequest(query)).plan.match)


def test_a_short_passage_is_quoted_whole():
    assert quote("Wages fall due monthly.", "wage") == (
        Fragment("Wages", True),
        Fragment(" fall due monthly."),
    )


def test_without_words_to_mark_it_is_quoted_from_the_beginning():
    assert snippet("Wages fall due.", Everything()) == (Fragment("Wages fall due."),)
    assert snippet("", Everything()) == ()


def test_a_phrase_is_marked_only_where_it_stands():
    text = "Debt and bondage are not debt bondage."
    assert [each.text for each in quote(text, '"debt bondage"') if each.highlighted] == [
        "debt bondage"
    ]


def test_folded_characters_are_marked_as_they_were_written():
    text = "Krachunova\u0301 v. Bulgaria: 販運"
    marks = [each.text for each in quote(text, "krachunová 贩运") if each.highlighted]
    assert marks == ["Krachunova\u0301", "販運"]


def test_what_is_excluded_is_not_marked():
    match = AllOf((Term("wage"), Not(Term("monthli"))))
    marks = [each.text for each in snippet("Wages monthly", match) if each.highlighted]
    assert marks == ["Wages"]


def test_a_long_passage_is_quoted_where_most_of_the_query_stands():
    filler = "nothing of note here " * 40
    text = f"bondage {filler} debt bondage of a helper {filler}"
    fragments = quote(text, "debt bondage helper")
    assert [each.text for each in fragments if each.highlighted] == ["debt", "bondage", "helper"]
    assert fragments[0].text.startswith("…")
    assert fragments[-1].text.endswith("…")


def test_a_quotation_is_not_cut_within_a_word():
    text = "unforgettable " * 100 + "peonage " + "unforgettable " * 100
    whole = "".join(each.text for each in quote(text, "peonage")).strip("…")
    assert set(whole.split()) == {"unforgettable", "peonage"}


def test_lines_and_spaces_run_on():
    assert quote("Wages\n\n  fall due", "fall")[0].text == "Wages "


@given(
    st.text(alphabet="ab กา人口\n\u200b", max_size=600), st.text(alphabet="ab กา人口", max_size=9)
)
def test_a_quotation_says_nothing_that_the_text_does_not(text, query):
    quoted = "".join(each.text for each in quote(text, query)).strip("…")
    assert "".join(quoted.split()) in "".join(text.split())
    assert len(quoted) <= LENGTH


def test_overlapping_marks_are_one():
    match = AllOf((Phrase(((0, "debt"), (1, "bondag"))), Term("bondag")))
    assert snippet("debt bondage", match) == (Fragment("debt bondage", True),)


@pytest.mark.parametrize("query", ["wages", "工資", "ค่าจ้าง"])
def test_a_long_text_is_cut_where_words_begin_and_end(query):
    text = "Whoever withholds wages, 扣減工資者 or หักค่าจ้าง of a domestic-worker’s month; " * 12
    shown = "".join(each.text for each in snippet(text, plan(SearchRequest(query)).plan.match))
    words = [token.term for token in analysis.analyse(shown.strip("…"))]
    whole = [token.term for token in analysis.analyse(text)]
    assert any(whole[at : at + len(words)] == words for at in range(len(whole)))
