"""Changing a vault's key when somebody leaves: what is written after is out of that person's reach.

Deleting the grant alone would leave a key that was once opened good for all that comes.
"""

import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from manumit.desk.sealing import aead
from manumit.desk.sealing.epochs import Epochs
from manumit.desk.sealing.fields import Field
from manumit.desk.sealing.grants import distribute
from manumit.desk.sealing.keys import Random, SecretKey
from manumit.desk.sealing.labels import Label
from manumit.desk.sealing.recipients import Recipient
from manumit.desk.sealing.vaults import Vault, VaultName


@dataclass(frozen=True, slots=True)
class Rotation:
    vault: Vault
    grants: dict[str, bytes]
    earlier: bytes  # the key before, locked with the new one: what is written stays readable


def rotate(
    vault: Vault,
    staying: Iterable[Recipient],
    excluded: Collection[str],
    epochs: Epochs,
    random: Random = secrets.token_bytes,
) -> Rotation:
    """A vault of the next generation for those who stay; may raise what ``grants.distribute`` does.

    Store its grants instead of the old ones, introduce the asker and publish its address anew.
    """
    name = replace(vault.name, generation=vault.name.generation + 1)
    following = Vault(name, SecretKey.new(random))
    earlier = aead.lock(following.key, vault.key.reveal(), Label.EARLIER_KEY, *name.fields)
    return Rotation(following, distribute(following, staying, excluded, epochs), earlier)


def open_earlier(vault: Vault, earlier: bytes) -> Vault:
    """The vault of the generation before, for what was written then."""
    context: tuple[Field, ...] = vault.name.fields
    key = SecretKey(aead.unlock(vault.key, earlier, Label.EARLIER_KEY, *context))
    before = VaultName(vault.name.purpose, vault.name.case, vault.name.generation - 1)
    return Vault(before, key)
