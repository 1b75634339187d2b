"""What is sealed opens with its key, at its place, unchanged; and in no other way."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.public import PrivateKey
from nacl.secret import Aead

from manumit.desk.sealing import aead, boxes
from manumit.desk.sealing.blobs import Algorithm, parse
from manumit.desk.sealing.errors import SealBroken
from manumit.desk.sealing.fields import encode
from manumit.desk.sealing.keys import SecretKey
from manumit.desk.sealing.labels import Label
from manumit.desk.sealing.padding import bucket, pad, unpad
from manumit.desk.sealing.persons import new_person
from manumit.desk.sealing.vaults import Purpose, Vault, VaultName
from tests.desk.sealing.desk_people import numbered

KEY = SecretKey(bytes(range(32)))
READER = PrivateKey(bytes(range(32)))

fields = st.lists(st.one_of(st.text(), st.binary(), st.integers()))


@given(st.binary(max_size=3000), fields)
def test_what_is_locked_opens_again(plaintext, context):
    locked = aead.lock(KEY, plaintext, Label.RECORD, *context)
    assert aead.unlock(KEY, locked, Label.RECORD, *context) == plaintext


@given(st.binary(max_size=3000), fields)
def test_what_is_sealed_to_a_person_opens_again(plaintext, context):
    sealed = boxes.seal(bytes(READER.public_key), plaintext, Label.APPEND, *context)
    assert boxes.unseal(READER, sealed, Label.APPEND, *context) == plaintext


@given(fields, fields)
def test_two_contexts_never_look_the_same(one, other):
    assert (encode(*one) == encode(*other)) == (
        [(type(field), field) for field in one] == [(type(field), field) for field in other]
    )


@pytest.mark.parametrize("one", [("ab", "c"), ("a", "bc"), ("abc",), (b"ab", "c"), ("ab", "c", "")])
def test_a_field_cannot_run_into_its_neighbour(one):
    others = {("ab", "c"), ("a", "bc"), ("abc",), (b"ab", "c"), ("ab", "c", "")} - {one}
    assert encode(*one) not in {encode(*other) for other in others}


@given(st.data())
def test_no_changed_byte_is_let_through(data):
    public = bytes(READER.public_key)
    blob = bytearray(
        data.draw(
            st.sampled_from(
                [
                    aead.lock(KEY, b"the name", Label.RECORD, "x"),
                    boxes.seal(public, b"the name", Label.RECORD, "x"),
                ]
            )
        )
    )
    blob[data.draw(st.integers(0, len(blob) - 1))] ^= data.draw(st.integers(1, 255))
    for opened in (
        lambda: aead.unlock(KEY, bytes(blob), Label.RECORD, "x"),
        lambda: boxes.unseal(READER, bytes(blob), Label.RECORD, "x"),
    ):
        with pytest.raises(SealBroken):
            opened()


@pytest.mark.parametrize("length", range(0, 140, 7))
def test_nothing_that_was_cut_off_opens(length):
    with pytest.raises(SealBroken):
        aead.unlock(KEY, aead.lock(KEY, bytes(100), Label.RECORD)[:length], Label.RECORD)
    sealed = boxes.seal(bytes(READER.public_key), bytes(100), Label.RECORD)
    with pytest.raises(SealBroken):
        boxes.unseal(READER, sealed[:length], Label.RECORD)


def test_another_key_another_use_or_another_place_opens_nothing():
    locked = aead.lock(KEY, b"the name", Label.RECORD, "case-1")
    sealed = boxes.seal(bytes(READER.public_key), b"the name", Label.RECORD, "case-1")
    for attempt in (
        lambda: aead.unlock(SecretKey(b"k" * 32), locked, Label.RECORD, "case-1"),
        lambda: aead.unlock(KEY, locked, Label.GRANT, "case-1"),
        lambda: aead.unlock(KEY, locked, Label.RECORD, "case-2"),
        lambda: boxes.unseal(PrivateKey(b"k" * 32), sealed, Label.RECORD, "case-1"),
        lambda: boxes.unseal(READER, sealed, Label.GRANT, "case-1"),
        lambda: boxes.unseal(READER, sealed, Label.RECORD, "case-2"),
    ):
        with pytest.raises(SealBroken):
            attempt()


def test_the_box_of_one_message_is_not_put_before_another():
    public = bytes(READER.public_key)
    one, other = (
        boxes.seal(public, text, Label.RECORD, "x", random=numbered) for text in (b"1", b"2")
    )
    box_ends = 18 + 80
    with pytest.raises(SealBroken):
        boxes.unseal(READER, one[:box_ends] + other[box_ends:], Label.RECORD, "x")


def test_a_blob_belongs_to_the_key_it_names_and_to_no_other_that_would_open_it():
    """XChaCha20-Poly1305 alone lets one blob be made that opens with two keys."""
    head = bytes((1, 1)) + SecretKey(b"k" * 32).key_id
    two_faced = head + Aead(KEY.reveal()).encrypt(b"x", encode(head, Label.RECORD))
    with pytest.raises(SealBroken, match="another key"):
        aead.unlock(KEY, two_faced, Label.RECORD)


def test_everything_stored_says_version_algorithm_and_key():
    blob = aead.lock(KEY, b"", Label.RECORD)
    assert blob[:2] == bytes((1, 1))
    assert parse(blob, Algorithm.XCHACHA20_POLY1305).key_id == KEY.key_id
    with pytest.raises(SealBroken, match="version"):
        parse(b"\x02" + blob[1:], Algorithm.XCHACHA20_POLY1305)


def test_keys_for_different_uses_are_the_known_ones():
    """Known answers: whoever changes a derivation locks everybody out, and sees it here first."""
    case = VaultName(Purpose.CONTENT, "case-1")
    assert KEY.key_id.hex() == "3580219fa0c885fdded1e68b3447e749"
    assert (
        KEY.derive(Label.KEK, "password", salt=b"pepper").reveal().hex()
        == "3138d16004122e1723db01107ed2835feb80c7d946a71b63921ebbc101739cbf"
    )
    assert (
        KEY.derive(Label.VERIFIER, "password", salt=b"pepper").reveal().hex()
        == "7e03a61b6828393d98c96bb2807078c1a3f3d8708f3492bd37be614b986ca92a"
    )
    assert (
        bytes(Vault(case, KEY).keypair.public_key).hex()
        == "2c1051c96a21bedbb079ea710e3ef0070a0bc90d61d0ba6f2de8e8d59b81610b"
    )
    assert boxes.public_key_id(bytes(READER.public_key)).hex() == "8c4923c18de2a6330fbb310e15529a2f"


def test_a_key_for_one_use_is_no_key_for_another():
    made = [KEY.derive(label).reveal() for label in Label]
    assert len({*made, KEY.reveal()}) == len(Label) + 1


def test_a_secret_gets_into_no_traceback_cache_or_session():
    keys = new_person("ann", numbered)
    for secret in (KEY, keys, Vault(VaultName(Purpose.CONTENT, "case-1"), KEY)):
        assert KEY.reveal().hex() not in repr(secret)
        assert repr(KEY.reveal())[2:-1] not in repr(secret)
        with pytest.raises(TypeError):
            pickle.dumps(secret)
        with pytest.raises(TypeError):
            copy.deepcopy(secret)


@given(st.binary(max_size=70_000))
def test_padding_comes_off_again(data):
    assert unpad(pad(data)) == data


@pytest.mark.parametrize(
    ("length", "stored"),
    [
        (0, 1024),
        (1023, 1024),
        (1024, 4096),
        (65_535, 65_536),
        (65_536, 131_072),
        (200_000, 262_144),
    ],
)
def test_a_text_is_stored_in_one_of_few_lengths(length, stored):
    assert bucket(length) == stored
    assert len(pad(bytes(length))) == stored


def test_what_is_not_padded_is_refused():
    for broken in (b"", bytes(1024)):
        with pytest.raises(SealBroken):
            unpad(broken)
