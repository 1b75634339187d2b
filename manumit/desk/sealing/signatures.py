"""Ed25519 signatures, each over its use and its context."""

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from manumit.desk.sealing.blobs import HEAD_BYTES, Algorithm, Blob, parse
from manumit.desk.sealing.boxes import public_key_id
from manumit.desk.sealing.errors import SealBroken
from manumit.desk.sealing.fields import Field, encode
from manumit.desk.sealing.keys import DOMAIN
from manumit.desk.sealing.labels import Label

SIGNATURE_BYTES = HEAD_BYTES + 64


def sign(key: SigningKey, label: Label, *context: Field) -> bytes:
    """A blob of :data:`SIGNATURE_BYTES`: who holds ``key`` says this, for this use."""
    head = Blob(Algorithm.ED25519, public_key_id(bytes(key.verify_key))).head
    return head + key.sign(encode(DOMAIN, head, label, *context)).signature


def verify(public: bytes, signature: bytes, label: Label, *context: Field) -> None:
    """:class:`SealBroken` unless the holder of ``public`` (32 bytes, Ed25519) signed just this."""
    blob = parse(signature, Algorithm.ED25519)
    try:
        VerifyKey(public).verify(encode(DOMAIN, blob.head, label, *context), blob.body)
    except (BadSignatureError, ValueError, TypeError):
        raise SealBroken("not signed by this person, or not these words") from None
    if blob.key_id != public_key_id(public):
        raise SealBroken("signed with another key")
