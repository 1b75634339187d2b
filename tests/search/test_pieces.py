"""Cutting long passages."""

from hypothesis import given
from hypothesis import strategies as st

from manumit.search.pieces import LENGTH, pieces


def test_a_short_passage_is_one_piece():
    assert list(pieces("Short.")) == ["Short."]
    assert list(pieces("")) == [""]


def test_a_long_one_is_cut_after_a_paragraph_if_it_can_be():
    text = ("A sentence of some length. " * 20 + "\n") * 10
    assert all(piece.endswith("\n") for piece in pieces(text))


def test_else_after_a_sentence_in_any_script():
    for sentence in ("Wages fall due monthly. ", "任何人販運他人，即屬犯罪。"):
        assert all(piece.endswith(sentence[-2:]) for piece in pieces(sentence * 300))


@given(st.text(alphabet="ab .\n。ก", max_size=100), st.integers(1, 100))
def test_nothing_is_lost_and_no_piece_is_too_long(text, times):
    cut = list(pieces(text * times))
    assert "".join(cut) == text * times
    assert all(len(piece) <= LENGTH for piece in cut)
