"""The asker's public keys, believed because they are locked with the case's own key.

The receipt wraps the asker's keypair, not the case key: so staff can change the case key and seal the new
one to the asker, who is not there.
"""

from manumit.desk.sealing import aead
from manumit.desk.sealing.errors import SealBroken
from manumit.desk.sealing.keys import KEY_BYTES
from manumit.desk.sealing.labels import Label
from manumit.desk.sealing.persons import PublicPerson
from manumit.desk.sealing.recipients import Recipient, Role
from manumit.desk.sealing.vaults import Vault


def introduce(vault: Vault, public: PublicPerson) -> bytes:
    """What to store with the case, again in each generation of its key."""
    keys = public.sealing + public.signing
    return aead.lock(vault.key, keys, Label.ASKER, *vault.name.fields, public.person)


def recall(vault: Vault, stored: bytes, person: str) -> Recipient:
    """The asker of this case as somebody to whom may be sealed."""
    keys = aead.unlock(vault.key, stored, Label.ASKER, *vault.name.fields, person)
    if len(keys) != 2 * KEY_BYTES:
        raise SealBroken("no keys of an asker")
    public = PublicPerson(person, keys[:KEY_BYTES], keys[KEY_BYTES:])
    return Recipient(public, frozenset({Role.ASKER}))
