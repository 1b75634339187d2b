"""Numbers that are not written in figures, and ranges of any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.citations.numerals import between, from_han, from_roman, to_roman


@pytest.mark.parametrize(
    ("text", "value"),
    [("三", 3), ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23), ("一百零二", 102),
     ("一百二十九", 129), ("二〇一", 201), ("兩百", 200)],
)  # fmt: skip
def test_a_chinese_numeral_has_its_value(text, value):
    assert from_han(text) == value


@given(st.integers(1, 39))
def test_a_roman_numeral_is_read_as_it_is_written(number):
    assert from_roman(to_roman(number)) == number


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        ("10", "12", ["10", "11", "12"]),
        ("17I", "17K", ["17I", "17J", "17K"]),
        ("a", "c", ["a", "b", "c"]),
        ("1", "90", ["1", "90"]),
        ("12", "10", ["12", "10"]),
        ("5", "5A", ["5", "5A"]),
    ],
)
def test_a_range_is_written_out_unless_it_is_none_or_too_long(first, last, wanted):
    assert between(first, last) == wanted


@given(st.integers(1, 9_000), st.integers(0, 49))
def test_a_range_of_figures_has_every_number_once(first, more):
    run = between(str(first), str(first + more))
    assert run == [str(number) for number in range(first, first + more + 1)] or more == 0
