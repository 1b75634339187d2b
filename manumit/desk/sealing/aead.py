"""Locking bytes with a key, bound to where they belong: XChaCha20-Poly1305 with associated data."""

from nacl.exceptions import CryptoError
from nacl.secret import Aead

from manumit.desk.sealing.blobs import Algorithm, Blob, parse
from manumit.desk.sealing.errors import SealBroken
from manumit.desk.sealing.fields import Field, encode
from manumit.desk.sealing.keys import SecretKey
from manumit.desk.sealing.labels import Label

_ALGORITHM = Algorithm.XCHACHA20_POLY1305


def lock(key: SecretKey, plaintext: bytes, label: Label, *context: Field) -> bytes:
    """A blob that opens with this key, for this use, in this context only."""
    head = Blob(_ALGORITHM, key.key_id).head
    return head + Aead(key.reveal()).encrypt(plaintext, encode(head, label, *context))


def unlock(key: SecretKey, data: bytes, label: Label, *context: Field) -> bytes:
    """What was locked; :class:`SealBroken` where key, use, context or bytes are not the same."""
    blob = parse(data, _ALGORITHM)
    if blob.key_id != key.key_id:
        raise SealBroken("locked with another key")
    try:
        return Aead(key.reveal()).decrypt(blob.body, encode(blob.head, label, *context))
    except (CryptoError, ValueError):
        raise SealBroken("not what was locked here") from None
