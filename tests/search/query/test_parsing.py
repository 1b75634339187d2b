"""Reading a query as a person types it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from manumit.search.plan import places
from manumit.search.query.nodes import node
from manumit.search.query.parsing import DEEPEST, read
from manumit.search.query.tree import (
    Beginning,
    Between,
    Every,
    InField,
    Near,
    Quoted,
    Some,
    Spelt,
    Without,
    Words,
)

A, B, C, D = (Words(letter) for letter in ("alpha", "beta", "gamma", "delta"))


def said(query):
    return read(query).expression


def remarks(query):
    return " ".join(read(query).remarks)


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("alpha  beta", Every((A, B))),
        ("alpha AND beta", Every((A, B), said=True)),
        ("alpha OR beta", Some((A, B))),
        ("alpha OR beta gamma", Some((A, Every((B, C))))),
        ("(alpha OR beta) gamma", Every((Some((A, B)), C))),
        ("alpha NOT beta", Every((A, Without(B)))),
        ("alpha AND NOT (beta OR gamma)", Every((A, Without(Some((B, C)))), said=True)),
        ("alpha -beta", Every((A, Without(B)))),
        ('alpha -"beta gamma"', Every((A, Without(Quoted("beta gamma"))))),
        ("NOT NOT alpha", A),
        ("alpha /5 beta", Near(A, B, 5)),
        ("alpha w/5 beta", Near(A, B, 5)),
        ("alpha /s beta", Near(A, B, "sentence")),
        ("alpha /p beta", Near(A, B, "passage")),
        ("alpha /5 beta /3 gamma", Near(Near(A, B, 5), C, 3)),
        ("alpha /5 beta gamma", Every((Near(A, B, 5), C))),
        ("(alpha OR beta) /5 gamma", Near(Some((A, B)), C, 5)),
        ("alph*", Beginning("alph")),
        ("~alpha", Spelt("alpha", 1)),
        ("alpha~", Spelt("alpha", 1)),
        ("trafficking~", Spelt("trafficking", 2)),
        ("trafficking~1", Spelt("trafficking", 1)),
        ("title:alpha beta", Every((InField("title", A), B))),
        ('title:"alpha beta"', InField("title", Quoted("alpha beta"))),
        ("court:(alpha OR beta)", InField("court", Some((A, B)))),
        ("-kind:alpha", Without(InField("kind", A))),
        ("year:2010..2015", Between("date", "2010", "2015")),
        ("date:2010-05..", Between("date", "2010-05", "")),
        ("year:2010", Between("date", "2010", "2010")),
    ],
)
def test_operators_say_how_things_stand_together(query, meant):
    assert said(query) == meant
    assert read(query).remarks == ()


@pytest.mark.parametrize("query", ["alpha and beta", "alpha or beta", "not alpha"])
def test_small_letters_are_words_like_any_other(query):
    assert said(query) == Every(tuple(Words(word) for word in query.split()))


@pytest.mark.parametrize("query", ['"debt bondage"', "“debt bondage”", "「debt bondage」"])
def test_quotation_marks_of_any_kind_make_a_phrase(query):
    assert said(query) == Quoted("debt bondage")


@pytest.mark.parametrize(
    "word", ["non-refoulement", "26(1)(a)", "s.26(1)", "25965/04", "A/RES/55/25", "http://un.org"]
)
def test_signs_inside_a_word_are_no_operators(word):
    assert said(word) == Words(word)
    assert remarks(word) == ""


def test_thai_and_digits_written_together_are_two_words():
    assert said("มาตรา6") == Every((Words("มาตรา"), Words("6")))


@pytest.mark.parametrize(
    ("query", "meant", "told"),
    [
        ("", None, ""),
        ("   ", None, ""),
        ("???", None, "There is no word in the query to look for."),
        ("& ... alpha", A, ""),
        ('alpha "beta', Every((A, B)), "A quotation mark without its partner was ignored."),
        ("(alpha beta", Every((A, B)), "An opening bracket without its partner"),
        ("alpha beta)", Every((A, B)), "A closing bracket without its partner was ignored."),
        ("()", None, "There is no word"),
        ("AND alpha", A, "“AND” needs something on either side"),
        ("alpha OR", A, "“OR” needs something on either side"),
        ("alpha AND AND beta", Every((A, B), said=True), "“AND” needs something"),
        ("alpha /5", A, "“/5” needs something on either side"),
        ("/p alpha", A, "“/p” needs something on either side"),
        ("alpha NOT", A, "“NOT” needs something after it"),
        (
            "wage:alpha",
            Every((Words("wage"), A)),
            "“wage:” is no field here: its words were looked for.",
        ),
        ("*alpha", A, "* stands at the end of a word, after two letters or more."),
        ("year:often", None, "“year:often” is no range such as year:2010..2015."),
        (
            "alph* /5 beta",
            Near(Beginning("alph"), B, "passage"),
            "“/5” cannot stand beside * and ~: both were looked for in one passage.",
        ),
        ("alpha /5 -beta", Every((A, Without(B))), "“/5” cannot stand beside what is excluded."),
    ],
)
def test_what_makes_no_sense_is_left_out_and_told(query, meant, told):
    assert said(query) == meant
    assert told in remarks(query)
    assert bool(told) == bool(remarks(query))


def test_brackets_are_read_so_deep_and_no_deeper():
    inside = DEEPEST + 5
    query = "(" * inside + "alpha" + ")" * inside + " beta"
    assert said(query) == B
    assert "no deeper" in remarks(query)


def test_more_words_than_are_used_are_told():
    assert len(said(" ".join(f"word{n}" for n in range(100))).parts) == 32
    assert "Only the first 32 words were used." in remarks("word " * 100)


def test_more_nearness_in_sentences_and_passages_than_is_used_is_told():
    query = " /s ".join(["alpha", *(f"word{n}" for n in range(9))])
    assert remarks(query) == "Only the first 3 of /s and /p were used."
    assert len(list(places(node(said(query))))) == 3
    assert not remarks(query.replace("/s", "/5"))


def test_a_word_that_stands_everywhere_is_not_looked_for_sentence_by_sentence():
    told = "“of” stands in nearly every sentence: beside /s it was left out."
    assert remarks("alpha /s of") == told
    assert said("alpha /s of") == said("of /s alpha") == A
    assert said("alpha /s of /s beta") == said("alpha /s beta")
    assert said("alpha /5 of") == Near(A, Words("of"), 5)


def test_of_many_words_said_to_be_misspelt_the_rest_are_taken_as_they_stand():
    assert remarks("~lamp ~wick ~oil ~glass") == ""
    told = "Only the first 4 words with ~ were looked for as misspelt."
    assert remarks("~lamp OR ~wick OR ~oil OR ~glass OR ~flame") == told


SIGNS = ["alpha", "beta", "การค้า", "人口", " ", "(", ")", '"', "AND", "OR", "NOT", "-", "*", "~",
         "/5", "/s", "/p", "title:", "year:", "2010..", ":", "w/3", "\u202e", "\x00"]  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(SIGNS), max_size=60).map(" ".join),
                 st.lists(st.sampled_from(SIGNS), max_size=60).map("".join)))  # fmt: skip
@example("(" * 3_000)
@example("NOT " * 800)
@example("-" * 3_000)
@example("title:" * 500)
def test_anything_can_be_read(query):
    found = read(query)
    assert found.expression is not None or not query.strip() or found.remarks
