"""Reading a query as a person types it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.search.query.reading import Clause, read


def clauses(query):
    return [(clause.role, clause.text) for clause in read(query).clauses]


def test_words_are_cut_at_spaces():
    assert clauses("forced  labour") == [("word", "forced"), ("word", "labour")]


@pytest.mark.parametrize("query", ['"debt bondage"', "“debt bondage”", "「debt bondage」"])
def test_quotation_marks_of_any_kind_make_a_phrase(query):
    assert clauses(query) == [("quoted", "debt bondage")]


def test_a_minus_before_a_word_or_phrase_excludes_it():
    assert clauses('wages -shillings -"old coins"') == [
        ("word", "wages"),
        ("excluded", "shillings"),
        ("excluded", "old coins"),
    ]


def test_a_hyphen_inside_a_word_excludes_nothing():
    assert clauses("non-refoulement") == [("word", "non-refoulement")]


def test_punctuation_alone_asks_for_nothing():
    assert clauses("& ... wages") == [("word", "wages")]
    assert read("???").remarks == ("There is no word in the query to look for.",)


def test_a_lone_quotation_mark_is_remarked_on():
    assert clauses('debt "bondage') == [("word", "debt"), ("word", "bondage")]
    assert "quotation mark" in read('debt "bondage').remarks[0]


def test_thai_and_digits_written_together_are_two_words():
    assert clauses("มาตรา6") == [("word", "มาตรา"), ("word", "6")]


def test_an_empty_query_is_nothing_to_remark_on():
    assert read("  ") == read("")
    assert read("").remarks == ()


@given(st.text())
def test_anything_can_be_read(query):
    assert all(isinstance(clause, Clause) for clause in read(query).clauses)
