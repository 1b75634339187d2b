"""Phrases found in a text, in every script."""

import pytest

from manumit.search.selectors import Spotter


def spotted(text, *phrases):
    return [
        (text[spot.start : spot.end], spot.means)
        for spot in Spotter((phrase, phrase) for phrase in phrases).spots(text)
    ]


@pytest.mark.parametrize(
    ("phrase", "text", "as_written"),
    [
        ("forced labour", "Forced Labours of men", "Forced Labours"),
        ("強迫勞動", "这是强迫劳动吗", "强迫劳动"),
        ("ค้ามนุษย์", "เหยื่อการค้ามนุษย์ในไทย", "ค้ามนุษย์"),
        ("lao động", "Lao Động cưỡng bức", "Lao Động"),
    ],
)
def test_a_phrase_is_found_as_it_is_written_there(phrase, text, as_written):
    assert spotted(text, phrase) == [(as_written, phrase)]


def test_a_phrase_within_a_longer_one_is_not_told():
    assert spotted("child labour, child", "child", "child labour") == [
        ("child labour", "child labour"),
        ("child", "child"),
    ]


def test_a_few_words_may_stand_in_a_gap_and_no_more():
    assert spotted("took away her old passport", "took … passport") == [
        ("took away her old passport", "took … passport")
    ]
    assert spotted("took the bus to town, lost a passport", "took … passport") == []
    assert spotted("取去她的護照", "取…護照") == [("取去她的護照", "取…護照")]
    assert spotted("passport", "took … passport") == []
