"""Passwords, recovery codes and receipts: what proves them, what they cost, how they may be typed."""

import itertools
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.desk.sealing import pool as pooling
from manumit.desk.sealing.credentials import Credentials, Kind
from manumit.desk.sealing.errors import Busy, KeyGone, SealBroken, Unreadable, WrongSecret
from manumit.desk.sealing.keys import SecretKey
from manumit.desk.sealing.pool import KdfPool
from manumit.desk.sealing.receipts import Receipt, new_receipt, read_receipt
from manumit.desk.sealing.recovery import new_recovery_code, read_recovery_code
from manumit.desk.sealing.words import all_words, places
from tests.desk.sealing.desk_people import counting, numbered

PEPPER = SecretKey(b"p" * 32)
RECEIPT = new_receipt(counting())

receipts = st.lists(st.sampled_from(all_words()), min_size=10, max_size=10).map(
    lambda words: Receipt(tuple(words))
)


@pytest.fixture(scope="module")
def desk():
    return Credentials(KdfPool(), PEPPER, random=numbered)


@pytest.fixture(scope="module")
def enrolled(desk):
    return desk.enroll("correct horse", Kind.PASSWORD)


def test_the_right_password_gives_the_key_again(desk, enrolled):
    stored, kek = enrolled
    assert desk.prove(stored, "correct horse", Kind.PASSWORD) == kek


def test_a_password_typed_with_full_width_letters_is_the_same(desk, enrolled):
    stored, kek = enrolled
    assert desk.prove(stored, "ｃｏｒｒｅｃｔ ｈｏｒｓｅ", Kind.PASSWORD) == kek


def test_half_a_character_is_a_wrong_password_and_no_error_page(desk, enrolled):
    with pytest.raises(WrongSecret):
        desk.prove(enrolled[0], "correct \ud83d", Kind.PASSWORD)


def test_a_wrong_password_and_nobody_of_that_name_are_refused_alike(desk, enrolled):
    refusals = []
    for stored in (enrolled[0], None):
        with pytest.raises(WrongSecret) as refusal:
            desk.prove(stored, "wrong", Kind.PASSWORD)
        refusals.append(str(refusal.value))
    assert refusals[0] == refusals[1]


def test_a_stranger_costs_as_much_as_a_wrong_password(desk, enrolled, monkeypatch):
    stretched = []
    real = KdfPool.stretch
    monkeypatch.setattr(KdfPool, "stretch", lambda *given: stretched.append(given) or real(*given))
    for stored in (enrolled[0], None):
        with pytest.raises(WrongSecret):
            desk.prove(stored, "wrong", Kind.PASSWORD)
    assert len(stretched) == 2


def test_a_stolen_database_without_the_pepper_cannot_try_passwords(enrolled):
    with pytest.raises(KeyGone):
        Credentials(KdfPool(), SecretKey(b"q" * 32)).prove(
            enrolled[0], "correct horse", Kind.PASSWORD
        )


def test_a_pepper_that_lies_about_its_name_proves_nothing(enrolled):
    other = SecretKey(b"q" * 32)
    forged = enrolled[0][:2] + other.key_id + enrolled[0][18:]
    with pytest.raises(WrongSecret):
        Credentials(KdfPool(), other).prove(forged, "correct horse", Kind.PASSWORD)


def test_a_receipt_is_no_password(desk, enrolled):
    with pytest.raises(WrongSecret):
        desk.prove(enrolled[0], "correct horse", Kind.RECEIPT)


def test_what_is_stored_holds_neither_the_key_nor_its_sibling(enrolled):
    stored, kek = enrolled
    assert kek.reveal() not in stored
    assert len(stored) == 18 + 16 + 32


def test_a_credential_that_was_cut_off_is_refused(desk, enrolled):
    with pytest.raises(SealBroken):
        desk.prove(enrolled[0][:-1], "correct horse", Kind.PASSWORD)


def test_the_credential_of_a_known_password_is_the_known_one(enrolled):
    stored, kek = enrolled
    assert (
        stored.hex()
        == "01046b77cb92798c35ff6509dd3d2290a66e000102030405060708090a0b0c0d0e0f170b5db04168e312f3b42cc53d586a4a1d266e1e940b6218d98fd31c83c720c2"
    )
    assert kek.reveal().hex() == "ebe241947fbf307e14d99dcb61f1ae90431d907e23943c622c807468921de97b"


def test_each_enrolment_has_a_salt_of_its_own():
    desk = Credentials(KdfPool(), PEPPER)
    one, other = (desk.enroll("correct horse", Kind.PASSWORD) for _ in range(2))
    assert one[0] != other[0]
    assert one[1] != other[1]


def test_a_derivation_takes_the_memory_it_should():
    assert (pooling.TIME_COST, pooling.MEMORY_KIB, pooling.LANES) == (3, 65_536, 1)


def test_however_many_come_only_so_many_derive_at_once(monkeypatch):
    """The memory of Argon2 is the number at once times 64 MiB: so the number is what is bounded."""
    inside, most, lock = 0, 0, threading.Lock()

    def derive(*args, **options):
        nonlocal inside, most
        with lock:
            inside += 1
            most = max(most, inside)
        gate.wait(0.01)
        with lock:
            inside -= 1
        return bytes(32)

    gate = threading.Event()
    monkeypatch.setattr(pooling, "hash_secret_raw", derive)
    bounded = KdfPool(running=2, waiting=100)
    with ThreadPoolExecutor(40) as crowd:
        assert len(list(crowd.map(lambda _: bounded.stretch(b"x", bytes(16)), range(80)))) == 80
    assert most == 2


def test_beyond_the_queue_one_is_told_so_at_once_and_the_room_is_free_after(monkeypatch):
    started, gate = threading.Event(), threading.Event()

    def derive(*args, **options):
        started.set()
        assert gate.wait(10)
        return bytes(32)

    monkeypatch.setattr(pooling, "hash_secret_raw", derive)
    bounded = KdfPool(running=1, waiting=0)
    with ThreadPoolExecutor(1) as crowd:
        first = crowd.submit(bounded.stretch, b"x", bytes(16))
        assert started.wait(10)
        with pytest.raises(Busy):
            bounded.stretch(b"y", bytes(16))
        gate.set()
        first.result()
    assert bounded.stretch(b"y", bytes(16)) == SecretKey(bytes(32))


def test_nobody_waits_longer_than_the_patience_and_leaves_no_place_taken(monkeypatch):
    started, gate = threading.Event(), threading.Event()

    def derive(*args, **options):
        started.set()
        assert gate.wait(10)
        return bytes(32)

    monkeypatch.setattr(pooling, "hash_secret_raw", derive)
    bounded = KdfPool(running=1, waiting=1, patience=0.01)
    with ThreadPoolExecutor(1) as crowd:
        first = crowd.submit(bounded.stretch, b"x", bytes(16))
        assert started.wait(10)
        for _ in range(3):
            with pytest.raises(Busy):
                bounded.stretch(b"y", bytes(16))
        gate.set()
        first.result()
    bounded.stretch(b"y", bytes(16))


def test_a_derivation_that_fails_gives_its_place_back():
    bounded = KdfPool(running=1, waiting=0)
    for _ in range(2):
        with pytest.raises(Exception, match="Salt is too short"):
            bounded.stretch(b"x", b"")


def test_a_receipt_has_129_bits_of_which_103_are_the_secret():
    known = len(all_words())
    assert known**10 >= 2**129
    assert known**8 >= 2**103


def test_no_word_begins_another_so_that_spaces_may_be_forgotten():
    known = all_words()
    assert not [a for a, b in itertools.pairwise(known) if b.startswith(a)]
    assert all(word.isascii() and word.isalpha() and len(word) >= 3 for word in known)


@given(receipts)
def test_a_receipt_is_read_from_its_words_and_from_its_code(receipt):
    assert read_receipt(" ".join(receipt.words)) == receipt
    assert read_receipt("".join(receipt.words)) == receipt
    assert read_receipt(receipt.code) == receipt
    assert read_receipt(receipt.code.lower().replace("-", "")) == receipt


@pytest.mark.parametrize(
    "typed",
    [
        " ".join(RECEIPT.words).upper(),
        "-".join(RECEIPT.words),
        "\n".join(f"{number}. {word}" for number, word in enumerate(RECEIPT.words, 1)),
        " ".join(RECEIPT.words).translate({code: code + 0xFEE0 for code in range(97, 123)}),
        "　".join(RECEIPT.words),
        f"  {','.join(RECEIPT.words)}\u200b. ",
        RECEIPT.code.replace("0", "O").replace("1", "l"),
        RECEIPT.code.translate({code: code + 0xFEE0 for code in range(48, 91)}),
        RECEIPT.code.replace("-", " – "),
    ],
)
def test_a_receipt_is_read_however_it_is_typed(typed):
    assert read_receipt(typed) == RECEIPT


def test_the_first_word_that_is_not_on_the_list_is_told():
    typed = list(RECEIPT.words)
    typed[3] = "xylograph"
    with pytest.raises(Unreadable) as refusal:
        read_receipt(" ".join(typed))
    assert refusal.value.word == 4
    assert "xylograph" not in str(refusal.value)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ".join(RECEIPT.words[:9]),
        " ".join((*RECEIPT.words, "zoom")),
        "Z" * 26,
        "U" * 26,
        "販運",
    ],
)
def test_what_is_no_receipt_is_not_taken_for_one(typed):
    with pytest.raises(Unreadable):
        read_receipt(typed)


def test_yo_yo_is_one_word_with_and_without_its_hyphen():
    assert places("yo-yo") == places("yoyo")


@given(receipts, receipts)
def test_two_words_find_the_case_and_eight_are_the_secret(one, other):
    assert (one.locator(PEPPER) == other.locator(PEPPER)) == (one.words[:2] == other.words[:2])
    assert (one.secret == other.secret) == (one.words[2:] == other.words[2:])


def test_the_locator_needs_the_pepper_and_is_the_known_one():
    assert RECEIPT.locator(PEPPER) != RECEIPT.locator(SecretKey(b"q" * 32))
    assert (
        RECEIPT.locator(PEPPER).hex()
        == "d6b2998ca9ea805c9106605aaa1cd8ebb6992e2da4aedbc0e58b203c45e0fb95"
    )
    assert RECEIPT.code == "00HF-Z2TP-ZNZ5-7ZC0-EM3Z-XN7Q-S5"


def test_a_receipt_shows_itself_to_nobody_who_prints_it():
    assert RECEIPT.words[2] not in repr(RECEIPT)


def test_new_receipts_differ():
    assert len({new_receipt().words for _ in range(20)}) == 20


@given(st.binary(min_size=16, max_size=16))
def test_a_recovery_code_is_read_however_it_is_typed(data):
    code = new_recovery_code(lambda length: data[:length])
    assert len(code.replace("-", "")) == 26
    assert read_recovery_code(code.lower().replace("-", " ").replace("0", "o")) == code


@pytest.mark.parametrize("typed", ["", "Z" * 26, "0" * 25])
def test_what_is_no_recovery_code_is_not_taken_for_one(typed):
    with pytest.raises(Unreadable):
        read_recovery_code(typed)
