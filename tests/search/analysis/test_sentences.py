"""Where one sentence ends and the next begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.search.analysis import sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He paid. She left.", ["He paid.", "She left."]),
        ("“He paid.” She left!", ["“He paid.”", "She left!"]),
        ("In Rantsev v. Cyprus, no. 25965/04, Art. 4 was broken.", None),
        ("See s. 26 and Cap. 200. It holds.", ["See s. 26 and Cap. 200. It holds."]),
        ("Mr. A. B. Chan of Lantern Ltd. Kowloon paid.", None),
        ("Was it forced? Yes; It was.", ["Was it forced?", "Yes;", "It was."]),
        ("他被迫勞動。他是受害人。", ["他被迫勞動。", "他是受害人。"]),
        ("လုပ်ရမည်။ မလုပ်ရ။", ["လုပ်ရမည်။", "မလုပ်ရ။"]),
        ("ผู้ใดกระทำการค้ามนุษย์ ต้องระวางโทษ", None),
        ("one line\nanother line", ["one line", "another line"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_sentence_ends_at_its_stop_and_not_at_an_abbreviation(text, found):
    assert sentences(text) == ([text] if found is None else found)


@given(st.text(st.sampled_from(["a", "B", ".", " ", "。", "\n", '"', "1", "v", "?"]), max_size=80))
def test_no_word_is_lost_between_sentences(text):
    kept = "".join(sentences(text))
    assert [char for char in kept if char.isalnum()] == [char for char in text if char.isalnum()]
