"""How long a text is says something about it: so it is stored in one of few lengths."""

from nacl.bindings import sodium_pad, sodium_unpad
from nacl.exceptions import CryptoError

from manumit.desk.sealing.errors import SealBroken

_SMALL = (1 << 10, 1 << 12, 1 << 14, 1 << 16)  # 1, 4, 16 and 64 KiB
_STEP = _SMALL[-1]


def bucket(length: int) -> int:
    """The stored length for so many bytes: one of four sizes, then whole times 64 KiB.

    There is always room for one byte more, by which the end is known.
    """
    for size in _SMALL:
        if length < size:
            return size
    return (length // _STEP + 1) * _STEP


def pad(data: bytes) -> bytes:
    return sodium_pad(data, bucket(len(data)))


def unpad(data: bytes) -> bytes:
    try:
        return sodium_unpad(data, len(data))
    except (CryptoError, ValueError):
        raise SealBroken("not padded") from None
