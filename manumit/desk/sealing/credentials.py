"""A secret that somebody knows, as a verifier to store and a key to wrap with.

Argon2id with a salt of its own, then HKDF with the pepper, which is on the host and never in the database:
who has stolen only the database cannot even try passwords.
"""

import secrets
import unicodedata
from enum import StrEnum
from hmac import compare_digest

from manumit.desk.sealing.blobs import Algorithm, Blob, parse
from manumit.desk.sealing.errors import KeyGone, SealBroken, WrongSecret
from manumit.desk.sealing.keys import KEY_BYTES, Random, SecretKey
from manumit.desk.sealing.labels import Label
from manumit.desk.sealing.pool import SALT_BYTES, KdfPool

_ALGORITHM = Algorithm.ARGON2ID_T3_M64_P1_HKDF


class Kind(StrEnum):
    """What the secret is. One kind never proves another, even where the secrets are the same."""

    DOOR_WORD = "door word"
    PASSWORD = "password"  # noqa: S105  # the name of a kind
    RECEIPT = "receipt"
    RECOVERY = "recovery"


class Credentials:
    """Enrols and proves secrets, in one pool, under one pepper."""

    def __init__(
        self, pool: KdfPool, pepper: SecretKey, *, random: Random = secrets.token_bytes
    ) -> None:
        self._pool = pool
        self._pepper = pepper
        self._random = random

    def enroll(self, secret: str, kind: Kind) -> tuple[bytes, SecretKey]:
        """What to store, and the key to wrap with, which is never stored. May raise :class:`Busy`."""
        salt = self._random(SALT_BYTES)
        verifier, kek = self._derived(secret, salt, kind)
        body = salt + verifier.reveal()
        return bytes(Blob(_ALGORITHM, self._pepper.key_id, body)), kek

    def prove(self, stored: bytes | None, secret: str, kind: Kind) -> SecretKey:
        """The key to unwrap with.

        ``stored`` is None where nobody of that name is known: it costs the same and is refused the same,
        by :class:`WrongSecret`. :class:`KeyGone` where another pepper was used, :class:`Busy` as above.
        """
        salt, verifier = self._parts(stored)
        found, kek = self._derived(secret, salt, kind)
        if not compare_digest(found.reveal(), verifier) or stored is None:
            raise WrongSecret
        return kek

    def _derived(self, secret: str, salt: bytes, kind: Kind) -> tuple[SecretKey, SecretKey]:
        # Keyboards write the same word in different bytes; half a character must not end in a traceback.
        typed = unicodedata.normalize("NFKC", secret).encode(errors="surrogatepass")
        stretched = self._pool.stretch(typed, salt)
        pepper = self._pepper.reveal()
        return (
            stretched.derive(Label.VERIFIER, kind, salt=pepper),
            stretched.derive(Label.KEK, kind, salt=pepper),
        )

    def _parts(self, stored: bytes | None) -> tuple[bytes, bytes]:
        if stored is None:
            return self._random(SALT_BYTES), bytes(KEY_BYTES)
        blob = parse(stored, _ALGORITHM)
        if blob.key_id != self._pepper.key_id:
            raise KeyGone("enrolled under another pepper")
        if len(blob.body) != SALT_BYTES + KEY_BYTES:
            raise SealBroken("no credential")
        return blob.body[:SALT_BYTES], blob.body[SALT_BYTES:]
