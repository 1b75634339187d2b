"""What a reader sees of a changed line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.base.differences import Piece, compare_words

WORDS = [*"abc .,()12", "การ", "ค้า", "มนุษย์", "保", "障", "資", "料", "ក", "មនុស្ស", "\u0e31"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map("".join)


def told(before: str, after: str) -> str:
    signs = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return "".join(signs[piece.change].format(piece.text) for piece in compare_words(before, after))


@pytest.mark.parametrize(
    ("before", "after", "seen"),
    [
        (
            "liable on conviction to a fine of $50,000 and to imprisonment for 2 years",
            "liable on conviction to a fine of $500,000 and to imprisonment for 5 years",
            "liable on conviction to a fine of $[-50,000-]{+500,000+} and to imprisonment for [-2-]{+5+} years",
        ),
        ("任何人不得披露資料", "任何人不得披露個人資料", "任何人不得披露{+個人+}資料"),
        ("ต้องระวางโทษจำคุกห้าปี", "ต้องระวางโทษจำคุกสิบปี", "ต้องระวางโทษจำคุก[-ห้า-]{+สิบ+}ปี"),
        ("the person", "the person", "the person"),
        ("", "A new line.", "{+A new line.+}"),
        ("An old line.", "", "[-An old line.-]"),
    ],
)
def test_only_the_words_that_changed_are_marked(before: str, after: str, seen: str) -> None:
    assert told(before, after) == seen


def test_a_line_with_little_in_common_is_shown_whole_and_not_as_crumbs() -> None:
    before = "The Commissioner may delegate any function in writing."
    after = "A notice under this section is not subsidiary legislation."
    assert told(before, after) == f"[-{before}-]{{+{after}+}}"


def test_a_comma_between_two_changes_does_not_tear_the_phrase_apart() -> None:
    before = "a person who buys, sells or keeps another person shall be guilty of an offence"
    after = "a person who recruits, moves or keeps another person shall be guilty of an offence"
    assert "[-buys, sells-]{+recruits, moves+}" in told(before, after)


@given(TEXTS, TEXTS)
def test_both_wordings_can_be_read_back_letter_for_letter(before: str, after: str) -> None:
    found = compare_words(before, after)
    assert "".join(piece.text for piece in found if piece.change != "new") == before
    assert "".join(piece.text for piece in found if piece.change != "gone") == after
    assert all(piece.text for piece in found)


@given(TEXTS)
def test_what_did_not_change_is_one_piece(text: str) -> None:
    assert compare_words(text, text) == ((Piece("same", text),) if text else ())
