"""Files as a stream of sealed pieces: never whole in memory, never in clear on a disk.

Pieces cannot be changed, left out, repeated, moved or cut off at the end. The number of pieces is rounded
up, so the length tells little. Name and type of a file are records.
"""

from collections.abc import Iterable, Iterator

from nacl import bindings
from nacl.exceptions import CryptoError
from nacl.exceptions import RuntimeError as SodiumRefuses

from manumit.desk.sealing.blobs import HEAD_BYTES, Algorithm, Blob, parse
from manumit.desk.sealing.errors import SealBroken
from manumit.desk.sealing.keys import SecretKey
from manumit.desk.sealing.labels import Label
from manumit.desk.sealing.vaults import Vault

PIECE = 64 * 1024
_USED_BYTES = 4  # how much of a piece is the file's
_SEALED = PIECE + _USED_BYTES + bindings.crypto_secretstream_xchacha20poly1305_ABYTES
_START = HEAD_BYTES + bindings.crypto_secretstream_xchacha20poly1305_HEADERBYTES
_MESSAGE = bindings.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
_FINAL = bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL


def seal_file(vault: Vault, file: str, content: Iterable[bytes]) -> Iterator[bytes]:
    """What to store, piece by piece, of content that comes in pieces of any length."""
    key = _key(vault, file)
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    start = bindings.crypto_secretstream_xchacha20poly1305_init_push(state, key.reveal())
    head = Blob(Algorithm.SECRETSTREAM_64K, key.key_id).head
    yield head + start
    for piece, last in _with_last(_padded(content)):
        used = len(piece).to_bytes(_USED_BYTES, "big")
        yield bindings.crypto_secretstream_xchacha20poly1305_push(
            state, used + piece.ljust(PIECE, b"\0"), head, _FINAL if last else _MESSAGE
        )


def open_file(vault: Vault, file: str, stored: Iterable[bytes]) -> Iterator[bytes]:
    """The file's bytes, piece by piece.

    They are the whole file only when this ends without :class:`SealBroken`: a file that was cut off is
    known at its end.
    """
    key = _key(vault, file)
    blocks = _blocks(stored, _START, _SEALED)
    blob = parse(next(blocks, b""), Algorithm.SECRETSTREAM_64K)
    if blob.key_id != key.key_id:
        raise SealBroken("the key of another file")
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    start = _checked_start(blob.body)
    bindings.crypto_secretstream_xchacha20poly1305_init_pull(state, start, key.reveal())
    ended = False
    for block in blocks:
        if ended:
            raise SealBroken("more than the file")
        piece, ended = _pulled(state, block, blob.head)
        yield piece
    if not ended:
        raise SealBroken("the file was cut off")


def rounded(pieces: int) -> int:
    """How many pieces are stored for so many: at most an eighth more."""
    step = 1 << max(0, pieces.bit_length() - 4)
    return -(-pieces // step) * step


def _key(vault: Vault, file: str) -> SecretKey:
    return vault.key.derive(Label.FILE, *vault.name.fields, file)


def _checked_start(start: bytes) -> bytes:
    if len(start) != bindings.crypto_secretstream_xchacha20poly1305_HEADERBYTES:
        raise SealBroken("the file was cut off")
    return start


def _pulled(
    state: bindings.crypto_secretstream_xchacha20poly1305_state, block: bytes, head: bytes
) -> tuple[bytes, bool]:
    """The piece of the file in a sealed block, and whether it is the last."""
    try:
        content, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(state, block, head)
    except (SodiumRefuses, CryptoError, ValueError):
        raise SealBroken("not a piece of this file, or not at its place") from None
    used = int.from_bytes(content[:_USED_BYTES], "big")
    return content[_USED_BYTES : _USED_BYTES + used], tag == _FINAL


def _padded(content: Iterable[bytes]) -> Iterator[bytes]:
    """The content in pieces, then empty ones up to the rounded number."""
    count = 0
    for piece in _blocks(content, PIECE, PIECE):
        count += 1
        yield piece
    for _ in range(rounded(max(count, 1)) - count):
        yield b""


def _blocks(content: Iterable[bytes], first: int, others: int) -> Iterator[bytes]:
    """The same bytes, cut anew: ``first`` bytes, then ``others`` each, the last one perhaps shorter."""
    waiting, size = bytearray(), first
    for part in content:
        waiting += part
        while len(waiting) >= size:
            yield bytes(waiting[:size])
            del waiting[:size]
            size = others
    if waiting:
        yield bytes(waiting)


def _with_last(pieces: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Each piece, and whether it is the last."""
    before: bytes | None = None
    for piece in pieces:
        if before is not None:
            yield before, False
        before = piece
    if before is not None:
        yield before, True
