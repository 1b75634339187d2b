"""Adding to a case that one may not read: sealed to the case's public key.

That key lies under an epoch key, bound to its case, so that no other can be put in its place. Who appended
is what the server says: a sealed box has no sender.
"""

from dataclasses import dataclass

from manumit.desk.sealing import boxes
from manumit.desk.sealing.epochs import Epochs
from manumit.desk.sealing.fields import Field
from manumit.desk.sealing.labels import Label
from manumit.desk.sealing.padding import pad, unpad
from manumit.desk.sealing.records import Place
from manumit.desk.sealing.vaults import Vault, VaultName


@dataclass(frozen=True, slots=True)
class Address:
    """Where to append: made only by :func:`find`."""

    name: VaultName
    public: bytes


def publish(vault: Vault, epochs: Epochs) -> bytes:
    """What to store as the vault's address."""
    public = bytes(vault.keypair.public_key)
    return epochs.put_under(public, Label.CASE_ADDRESS, *vault.name.fields)


def find(stored: bytes, name: VaultName, epochs: Epochs) -> Address:
    """:class:`SealBroken` where it is not this vault's."""
    return Address(name, epochs.lift(stored, Label.CASE_ADDRESS, *name.fields))


def carry_address(stored: bytes, name: VaultName, epochs: Epochs) -> bytes:
    """The address under the newest epoch key."""
    return epochs.carry(stored, Label.CASE_ADDRESS, *name.fields)


def append(address: Address, place: Place, text: bytes) -> bytes:
    """What to store; whoever wrote it cannot open it again."""
    return boxes.seal(address.public, pad(text), Label.APPEND, *_context(address.name, place))


def read_appended(vault: Vault, place: Place, stored: bytes) -> bytes:
    """What was appended there; :class:`SealBroken` where it was elsewhere."""
    context = _context(vault.name, place)
    return unpad(boxes.unseal(vault.keypair, stored, Label.APPEND, *context))


def _context(name: VaultName, place: Place) -> tuple[Field, ...]:
    return (*name.fields, place.record, place.kind, place.sequence, place.author)
