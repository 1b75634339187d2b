"""Whatever script and typography a citation is typed in, the patterns see plain signs."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit import reference
from manumit.reference import fold

# Every character that folding might touch, and the rest of Unicode more thinly.
TEXT = st.text(
    st.one_of(st.characters(), st.characters(categories=["Nd", "Zs", "Pd", "Ps", "Pe", "Pi", "Pf"]))
)


@given(TEXT)
def test_offsets_into_the_folded_text_are_offsets_into_the_text(text):
    assert len(fold(text)) == len(text)


@given(TEXT)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(TEXT)
def test_white_space_stays_white_space_and_digits_keep_their_value(text):
    for sign, plain in zip(text, fold(text), strict=True):
        if sign.isspace():
            assert plain.isspace()
        if plain.isdecimal():
            assert unicodedata.decimal(plain) == unicodedata.decimal(sign)


def test_plain_text_is_left_alone():
    assert all(fold(chr(code)) == chr(code) for code in range(128))


def test_no_letter_of_another_script_becomes_a_latin_one():
    latin = {chr(code) for code in range(sys.maxunicode + 1) if chr(code) != fold(chr(code))}
    letters = {sign for sign in latin if sign.isalpha()}
    assert letters == {chr(code) for code in range(0xFF21, 0xFF5B) if chr(code).isalpha()}


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("๑๒๓๔/๒๕๖๐ ០១២ ໑໒ ၁၂ ４２", "1234/2560 012 12 12 42"),
        ("Cap.\u00a0200\u2009s\u3000129\nend", "Cap. 200 s 129\nend"),
        ("IT‑96‑23 106–386 10—12 −1 －", "IT-96-23 106-386 10-12 -1 -"),
        ("“the Ordinance”, ‘it’", "\"the Ordinance\", 'it'"),
        ("（第２００章）［２０１９］，．：；／ＨＫＣＦＡ", "(第200章)[2019],.:;/HKCFA"),
        ("《刑事罪行條例》〈節〉「引」、。", "《刑事罪行條例》〈節〉「引」、。"),
    ],
)
def test_typography_gives_way_to_plain_signs_and_words_stay(typed, folded):
    assert fold(typed) == folded


def test_a_citation_begins_where_another_script_ends():
    cited = "高等法院HCAL 15/2015一案，終審法院［２０１９］ＨＫＣＦＡ　５３號"
    action = next(each for each in reference.forum("hkcfi").citations if each.kind == "action")
    neutral = next(each for each in reference.forum("hkcfa").citations if each.kind == "neutral")
    first, second = action.search(cited), neutral.search(cited)
    assert first
    assert second
    assert cited[first.start() : first.end()] == "HCAL 15/2015"
    assert cited[second.start() : second.end()] == "［２０１９］ＨＫＣＦＡ　５３"
