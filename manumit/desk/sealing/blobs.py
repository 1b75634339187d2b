"""The head of everything stored: ``version | algorithm | key id``, then the body."""

from dataclasses import dataclass
from enum import IntEnum

from manumit.desk.sealing.errors import SealBroken

VERSION = 1
KEY_ID_BYTES = 16
HEAD_BYTES = 2 + KEY_ID_BYTES


class Algorithm(IntEnum):
    """One number a way of sealing, with its parameters; a changed parameter is a new number."""

    XCHACHA20_POLY1305 = 1
    SEALED_BOX_WITH_CONTEXT = 2
    SECRETSTREAM_64K = 3
    ARGON2ID_T3_M64_P1_HKDF = 4
    ED25519 = 5


@dataclass(frozen=True, slots=True)
class Blob:
    algorithm: Algorithm
    key_id: bytes
    body: bytes = b""

    @property
    def head(self) -> bytes:
        return bytes((VERSION, self.algorithm)) + self.key_id

    def __bytes__(self) -> bytes:
        return self.head + self.body


def parse(data: bytes, algorithm: Algorithm) -> Blob:
    """The parts of a stored blob; :class:`SealBroken` where it is of another version or algorithm."""
    if len(data) < HEAD_BYTES or tuple(data[:2]) != (VERSION, algorithm):
        raise SealBroken("no blob of this version and algorithm")
    return Blob(algorithm, data[2:HEAD_BYTES], data[HEAD_BYTES:])
