"""Records, what is appended, and files: bound to their place, their author and their order."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl import bindings

from manumit.desk.sealing import files
from manumit.desk.sealing.appends import append, carry_address, find, publish, read_appended
from manumit.desk.sealing.epochs import Epochs
from manumit.desk.sealing.errors import KeyGone, SealBroken
from manumit.desk.sealing.files import PIECE, open_file, rounded, seal_file
from manumit.desk.sealing.keys import SecretKey
from manumit.desk.sealing.records import Place, read, read_signed, write, write_signed
from manumit.desk.sealing.vaults import Purpose, Vault, new_vault
from tests.desk.sealing.desk_people import ANN, BAO, CONTENT, EPOCHS, IDENTITY, staff

PLACE = Place("record-1", "reply", 3, "ann")
ELSEWHERE = [
    replace(PLACE, record="record-2"),
    replace(PLACE, kind="note"),
    replace(PLACE, sequence=4),
    replace(PLACE, author="bao"),
]
OTHER_CASE = Vault(replace(CONTENT.name, case="case-2"), CONTENT.key)
OTHER_GENERATION = Vault(replace(CONTENT.name, generation=2), CONTENT.key)
OTHER_PURPOSE = Vault(replace(CONTENT.name, purpose=Purpose.IDENTITY), CONTENT.key)


# -- records


@given(st.binary(max_size=70_000))
def test_a_record_is_read_as_it_was_written(text):
    assert read(CONTENT, PLACE, write(CONTENT, PLACE, text)) == text


@pytest.mark.parametrize("place", ELSEWHERE)
def test_two_rows_that_were_swapped_do_not_open(place):
    stored = write(CONTENT, PLACE, b"the question")
    with pytest.raises(SealBroken):
        read(CONTENT, place, stored)


@pytest.mark.parametrize("vault", [OTHER_CASE, OTHER_GENERATION, OTHER_PURPOSE, IDENTITY])
def test_a_record_replayed_in_another_case_does_not_open_even_under_the_same_key(vault):
    stored = write(CONTENT, PLACE, b"the question")
    with pytest.raises(SealBroken):
        read(vault, PLACE, stored)


@given(st.integers(0, 900))
def test_the_length_of_a_short_text_does_not_show(length):
    assert len(write(CONTENT, PLACE, bytes(length))) == len(write(CONTENT, PLACE, b""))


def test_a_reply_is_read_with_its_author_proven():
    stored = write_signed(CONTENT, PLACE, b"the answer", ANN)
    assert read_signed(CONTENT, PLACE, stored, staff(ANN)) == b"the answer"


def test_a_colleague_with_the_case_key_cannot_write_in_anothers_name():
    forgery = Vault(CONTENT.name, CONTENT.key)
    with pytest.raises(ValueError, match="nobody signs for another"):
        write_signed(forgery, PLACE, b"forged", BAO)
    with pytest.raises(SealBroken):
        read_signed(CONTENT, PLACE, write(forgery, PLACE, b"forged"), staff(ANN))
    impostor = replace(BAO, person="ann")
    stored = write_signed(forgery, PLACE, b"forged", impostor)
    with pytest.raises(SealBroken):
        read_signed(CONTENT, PLACE, stored, staff(ANN))


def test_a_reply_does_not_pass_for_that_of_the_colleague_who_reads_it():
    stored = write_signed(CONTENT, PLACE, b"the answer", ANN)
    with pytest.raises(SealBroken):
        read_signed(CONTENT, PLACE, stored, staff(BAO))


def test_a_reply_that_a_colleague_signed_under_anothers_name_passes_for_neither():
    stored = write_signed(CONTENT, PLACE, b"forged", replace(BAO, person="ann"))
    for author in (staff(ANN), staff(BAO)):
        with pytest.raises(SealBroken):
            read_signed(CONTENT, PLACE, stored, author)


@pytest.mark.parametrize("place", ELSEWHERE[:3])
def test_a_signed_reply_stands_at_its_place_only(place):
    stored = write_signed(CONTENT, PLACE, b"the answer", ANN)
    for vault, where in [(CONTENT, place), (OTHER_CASE, PLACE), (OTHER_GENERATION, PLACE)]:
        with pytest.raises(SealBroken):
            read_signed(vault, where, stored, staff(ANN))


# -- appended without read access


@given(st.binary(max_size=2000))
def test_what_is_appended_is_read_by_who_has_the_case(text):
    address = find(publish(CONTENT, EPOCHS), CONTENT.name, EPOCHS)
    assert read_appended(CONTENT, PLACE, append(address, PLACE, text)) == text


@pytest.mark.parametrize("place", ELSEWHERE)
def test_what_is_appended_stands_at_its_place_only(place):
    address = find(publish(CONTENT, EPOCHS), CONTENT.name, EPOCHS)
    stored = append(address, PLACE, b"more")
    for vault, where in [(CONTENT, place), (OTHER_CASE, PLACE), (IDENTITY, PLACE)]:
        with pytest.raises(SealBroken):
            read_appended(vault, where, stored)


def test_the_address_of_a_case_replaced_in_the_database_is_refused():
    own = new_vault(Purpose.CONTENT, "case-1")
    forged = publish(own, Epochs(SecretKey(b"x" * 32)))
    for stored in (forged, publish(OTHER_CASE, EPOCHS), bytes(own.keypair.public_key)):
        with pytest.raises((SealBroken, KeyGone)):
            find(stored, CONTENT.name, EPOCHS)


def test_an_address_is_carried_to_the_next_epoch():
    later = SecretKey(b"n" * 32)
    both = Epochs(later, SecretKey(b"e" * 32))
    stored = carry_address(publish(CONTENT, EPOCHS), CONTENT.name, both)
    assert find(stored, CONTENT.name, Epochs(later)).public == bytes(CONTENT.keypair.public_key)


# -- files

SEALED = PIECE + 4 + bindings.crypto_secretstream_xchacha20poly1305_ABYTES
START = 18 + 24


def stored_file(content, vault=CONTENT, file="file-1"):
    return b"".join(seal_file(vault, file, [content]))


def opened(stored, vault=CONTENT, file="file-1"):
    return b"".join(open_file(vault, file, [stored]))


def pieces(stored):
    start, rest = stored[:START], stored[START:]
    return [start, *(rest[at : at + SEALED] for at in range(0, len(rest), SEALED))]


THREE = stored_file(bytes(range(256)) * (3 * PIECE // 256))


@settings(max_examples=40)
@given(st.integers(0, 4 * PIECE), st.lists(st.integers(1, 3 * PIECE), max_size=5), st.data())
def test_a_file_comes_back_however_it_is_cut_on_its_way(length, cuts, data):
    content = (b"manumit" * (length // 7 + 1))[:length]
    edges = sorted({0, length, *(cut for cut in cuts if cut < length)})
    parts = [content[a:b] for a, b in itertools.pairwise(edges)]
    stored = b"".join(seal_file(CONTENT, "file-1", parts))
    step = data.draw(st.integers(1000, len(stored)))
    again = (stored[at : at + step] for at in range(0, len(stored), step))
    assert b"".join(open_file(CONTENT, "file-1", again)) == content


@pytest.mark.parametrize(
    "length", [0, 10, START - 1, START, START + 1, START + SEALED, START + 2 * SEALED, -1]
)
def test_a_file_that_was_cut_off_is_refused(length):
    with pytest.raises(SealBroken):
        opened(THREE[:length])


def test_pieces_are_not_swapped_left_out_repeated_or_added():
    start, one, two, three = pieces(THREE)
    for order in [
        (start, two, one, three),
        (start, one, three),
        (start, one, one, two, three),
        (start, one, two, three, three),
        (start, one, two, three, b"x"),
        (start, one, two),
        (one, two, three),
    ]:
        with pytest.raises(SealBroken):
            opened(b"".join(order))


def test_nothing_follows_the_last_piece_even_from_one_who_has_the_key():
    key = files._key(CONTENT, "file-1")
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    start = bindings.crypto_secretstream_xchacha20poly1305_init_push(state, key.reveal())
    head = bytes((1, 3)) + key.key_id
    piece = PIECE.to_bytes(4, "big") + bytes(PIECE)
    last, more = (
        bindings.crypto_secretstream_xchacha20poly1305_push(state, piece, head, 3) for _ in range(2)
    )
    assert opened(head + start + last) == bytes(PIECE)
    with pytest.raises(SealBroken):
        opened(head + start + last + more)


def test_a_piece_of_another_file_is_refused_and_so_is_the_whole():
    other = pieces(stored_file(bytes(3 * PIECE), file="file-2"))
    start, one, _, three = pieces(THREE)
    with pytest.raises(SealBroken):
        opened(b"".join((start, one, other[2], three)))
    for attempt in [
        {"file": "file-2"},
        {"vault": OTHER_CASE},
        {"vault": OTHER_GENERATION},
        {"vault": OTHER_PURPOSE},
    ]:
        with pytest.raises(SealBroken):
            opened(THREE, **attempt)


@settings(max_examples=40)
@given(st.integers(0, len(THREE) - 1), st.integers(1, 255))
def test_no_changed_byte_of_a_file_is_let_through(at, change):
    broken = bytearray(THREE)
    broken[at] ^= change
    with pytest.raises(SealBroken):
        opened(bytes(broken))


def test_the_length_of_a_file_tells_little():
    assert len(stored_file(b"")) == len(stored_file(bytes(60_000)))
    assert len(stored_file(bytes(17 * PIECE))) == len(stored_file(bytes(18 * PIECE)))
    assert [rounded(pieces) for pieces in (1, 8, 15, 16, 17, 100, 129)] == [
        1,
        8,
        15,
        16,
        18,
        104,
        144,
    ]
    assert all(n <= rounded(n) <= n * 9 / 8 for n in range(1, 5000))


def test_a_large_file_is_never_whole_in_memory():
    taken = 0

    def content():
        nonlocal taken
        for _ in range(64):
            taken += PIECE
            yield bytes(PIECE)

    given_out = 0
    for piece in seal_file(CONTENT, "file-1", content()):
        given_out += len(piece)
        assert taken - given_out <= 2 * PIECE


def test_a_stored_piece_holds_none_of_the_content():
    canary = b"canary-7f3a"
    assert canary not in stored_file(canary * 1000)
    assert canary not in write(CONTENT, PLACE, canary)
