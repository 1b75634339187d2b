"""What is written in a case: one locked record each, bound to where it stands and who wrote it.

A record does not open in another case, under another number, as another kind or by another author. What
staff tell an asker is signed as well: all readers of a case share its key, but not their signatures.
"""

from dataclasses import dataclass

from manumit.desk.sealing import aead
from manumit.desk.sealing.errors import SealBroken
from manumit.desk.sealing.fields import Field
from manumit.desk.sealing.labels import Label
from manumit.desk.sealing.padding import pad, unpad
from manumit.desk.sealing.persons import PersonKeys
from manumit.desk.sealing.recipients import Recipient
from manumit.desk.sealing.signatures import SIGNATURE_BYTES, sign, verify
from manumit.desk.sealing.vaults import Vault


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands in its case, as its row says."""

    record: str
    kind: str
    sequence: int
    author: str


def write(vault: Vault, place: Place, text: bytes) -> bytes:
    """What to store; its length tells only the size of its bucket."""
    return aead.lock(vault.key, pad(text), Label.RECORD, *_context(vault, place))


def read(vault: Vault, place: Place, stored: bytes) -> bytes:
    """What was written there; :class:`SealBroken` where it was written elsewhere."""
    return unpad(aead.unlock(vault.key, stored, Label.RECORD, *_context(vault, place)))


def write_signed(vault: Vault, place: Place, text: bytes, author: PersonKeys) -> bytes:
    """As :func:`write`, with the author's signature inside."""
    if place.author != author.person:
        raise ValueError("nobody signs for another")
    context = _context(vault, place)
    signature = sign(author.signing, Label.SIGNED_RECORD, *context, text)
    return aead.lock(vault.key, pad(signature + text), Label.SIGNED_RECORD, *context)


def read_signed(vault: Vault, place: Place, stored: bytes, author: Recipient) -> bytes:
    """As :func:`read`; :class:`SealBroken` where it was not signed by this certified author too."""
    if place.author != author.person:
        raise SealBroken("another author's")
    context = _context(vault, place)
    content = unpad(aead.unlock(vault.key, stored, Label.SIGNED_RECORD, *context))
    signature, text = content[:SIGNATURE_BYTES], content[SIGNATURE_BYTES:]
    verify(author.public.signing, signature, Label.SIGNED_RECORD, *context, text)
    return text


def _context(vault: Vault, place: Place) -> tuple[Field, ...]:
    return (*vault.name.fields, place.record, place.kind, place.sequence, place.author)
