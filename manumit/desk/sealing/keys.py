"""A secret key of 32 bytes, and the keys and the name derived from it."""

import secrets
from collections.abc import Callable
from functools import cached_property
from hmac import compare_digest
from typing import NoReturn

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from manumit.desk.sealing.blobs import KEY_ID_BYTES
from manumit.desk.sealing.fields import Field, encode
from manumit.desk.sealing.labels import Label

KEY_BYTES = 32
DOMAIN = "manumit desk 1"

# Where randomness comes from: a number of bytes to that many bytes.
Random = Callable[[int], bytes]


class SecretKey:
    """Bytes that neither ``repr`` nor ``pickle`` lets out: into no traceback, cache or session."""

    def __init__(self, data: bytes) -> None:
        if len(data) != KEY_BYTES:
            raise ValueError(f"a key has {KEY_BYTES} bytes")
        self._data = data

    @classmethod
    def new(cls, random: Random = secrets.token_bytes) -> "SecretKey":
        return cls(random(KEY_BYTES))

    def reveal(self) -> bytes:
        """The 32 bytes, for a primitive or to be sealed; never to be stored as they are."""
        return self._data

    def derive(self, label: Label, *fields: Field, salt: bytes = b"") -> "SecretKey":
        """Another key, for one use only; it tells nothing about this one."""
        return SecretKey(self._expand(KEY_BYTES, label, *fields, salt=salt))

    @cached_property
    def key_id(self) -> bytes:
        """16 bytes that name the key.

        Compared before opening, they also tie a blob to one key only, which XChaCha20-Poly1305 does not.
        """
        return self._expand(KEY_ID_BYTES, Label.KEY_ID)

    def _expand(self, length: int, label: Label, *fields: Field, salt: bytes = b"") -> bytes:
        info = encode(DOMAIN, label, *fields)
        return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(self._data)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SecretKey) and compare_digest(self._data, other._data)

    __hash__ = None  # type: ignore[assignment]  # a key of a dict would live as long as the dict

    def __repr__(self) -> str:
        return "SecretKey(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret key is not pickled")
