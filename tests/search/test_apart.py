"""Writing without spaces, cut so that every part of a phrase is a phrase."""

import pytest

from manumit.search.selectors import FIRST_SIGN, SIGNS, alike, apart, han_in


def back(text):
    """The signs as they were written."""
    return "".join(SIGNS[ord(c) - FIRST_SIGN] if ord(c) >= FIRST_SIGN else c for c in text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Section 129(1)", "Section 129(1)"),
        ("强迫劳动", "强 迫 劳 动"),
        ("第129條law", "第 129 條 law"),
        ("ค้ามนุษย์", "ค้ า ม นุ ษ ย์"),
        ("มาตรา6", "ม า ต ร า 6"),
        ("強迫\u200b勞動", "強 迫 勞 動"),
    ],
)
def test_each_written_syllable_is_a_word(text, words):
    assert back(apart(text)) == words


@pytest.mark.parametrize("phrase", ["ปราบปรามการค้ามนุษย์", "ការជួញដូរមនុស្ស", "လူကုန်ကူးမှု", "強迫勞動公約"])
def test_a_part_of_a_phrase_cut_between_syllables_is_a_phrase(phrase):
    words = apart(phrase).split()
    for start in range(len(words)):
        part = back("".join(words[start:]))
        assert apart(part).split() == words[start:]


def test_no_sign_is_left_that_could_be_taken_for_an_accent():
    assert not set(apart("ค้ามนุษย์ ការជួញដូរ")) & set(SIGNS)


def test_traditional_and_simplified_are_alike_where_both_could_be_meant():
    assert alike({"強", "强", "勞", "a"}) == {"強": "强", "强": "強", "劳": "勞"}
    assert han_in("第 129 條") == {"第", "條"}
