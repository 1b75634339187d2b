"""Sealing to somebody's public key, bound to where it belongs.

A libsodium sealed box knows no context: a swapped row would open. So the box holds a fresh key only, and
what is sealed is locked with that key, bound to the box and to its context.
"""

import secrets
from hashlib import blake2b

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from manumit.desk.sealing import aead
from manumit.desk.sealing.blobs import KEY_ID_BYTES, Algorithm, Blob, parse
from manumit.desk.sealing.errors import SealBroken
from manumit.desk.sealing.fields import Field, encode
from manumit.desk.sealing.keys import DOMAIN, KEY_BYTES, Random, SecretKey
from manumit.desk.sealing.labels import Label

_ALGORITHM = Algorithm.SEALED_BOX_WITH_CONTEXT
_BOX_BYTES = KEY_BYTES + 48  # an ephemeral public key and a tag


def public_key_id(public: bytes) -> bytes:
    """16 bytes that name a public key."""
    return blake2b(encode(DOMAIN, Label.PUBLIC_KEY_ID, public), digest_size=KEY_ID_BYTES).digest()


def seal(
    to: bytes,
    plaintext: bytes,
    label: Label,
    *context: Field,
    random: Random = secrets.token_bytes,
) -> bytes:
    """A blob for the holder of the private half of ``to`` (32 bytes, X25519). Says not who sealed it."""
    fresh = SecretKey.new(random)
    box = SealedBox(PublicKey(to)).encrypt(fresh.reveal())
    head = Blob(_ALGORITHM, public_key_id(to)).head
    return head + box + aead.lock(fresh, plaintext, label, head, box, *context)


def unseal(private: PrivateKey, data: bytes, label: Label, *context: Field) -> bytes:
    """What was sealed; :class:`SealBroken` where it was for another person, use or context."""
    blob = parse(data, _ALGORITHM)
    if blob.key_id != public_key_id(bytes(private.public_key)):
        raise SealBroken("sealed to another key")
    box, locked = blob.body[:_BOX_BYTES], blob.body[_BOX_BYTES:]
    try:
        fresh = SecretKey(SealedBox(private).decrypt(box))
    except (CryptoError, ValueError, TypeError):
        raise SealBroken("not what was sealed here") from None
    return aead.unlock(fresh, locked, label, blob.head, box, *context)
