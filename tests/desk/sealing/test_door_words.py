"""Words that let somebody in while the desk is crowded: short, hard to guess, kept as a keyed hash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.desk.sealing.credentials import Credentials, Kind
from manumit.desk.sealing.door_words import DoorWord, new_door_word, read_door_word
from manumit.desk.sealing.errors import Unreadable, WrongSecret
from manumit.desk.sealing.keys import SecretKey
from manumit.desk.sealing.pool import KdfPool
from manumit.desk.sealing.receipts import new_receipt
from manumit.desk.sealing.words import all_words

PEPPER = SecretKey(b"p" * 32)
door_words = st.lists(st.sampled_from(all_words()), min_size=5, max_size=5).map(
    lambda words: DoorWord(tuple(words))
)


@given(door_words)
def test_it_is_read_however_it_was_typed(word):
    for typed in (" ".join(word.words).upper(), "-".join(word.words), "".join(word.words)):
        assert read_door_word(typed) == word


def test_a_word_more_or_less_or_a_receipt_is_none():
    words = new_door_word().words
    for typed in ("", " ".join(words[:4]), " ".join((*words, "zoom"))):
        with pytest.raises(Unreadable):
            read_door_word(typed)
    with pytest.raises(Unreadable):
        read_door_word(" ".join(new_receipt().words))


@given(door_words, door_words)
def test_two_words_find_it_and_three_are_the_secret(one, other):
    assert (one.locator(PEPPER) == other.locator(PEPPER)) == (one.words[:2] == other.words[:2])
    assert (one.secret == other.secret) == (one.words[2:] == other.words[2:])


def test_what_finds_a_word_and_what_finds_a_case_are_of_no_relation():
    receipt = new_receipt()
    assert DoorWord(receipt.words[:5]).locator(PEPPER) != receipt.locator(PEPPER)


def test_it_proves_itself_and_nothing_else():
    word, doors = new_door_word(), Credentials(KdfPool(), PEPPER)
    stored, _ = doors.enroll(word.secret, Kind.DOOR_WORD)
    doors.prove(stored, word.secret, Kind.DOOR_WORD)
    with pytest.raises(WrongSecret):
        doors.prove(stored, word.secret, Kind.RECEIPT)
    with pytest.raises(WrongSecret):
        doors.prove(stored, new_door_word().secret, Kind.DOOR_WORD)


def test_nobody_prints_it_by_mistake():
    word = new_door_word()
    assert word.words[2] not in repr(word)
