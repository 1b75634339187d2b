"""A vault's key sealed to one person: each grant is a row of its own, and no key is shared by a team.

The sealed key lies under an epoch key, with case and person bound to it: nobody who writes to the database
alone can make a grant, move one to another case, or open an old one once its epoch is gone.
"""

from collections.abc import Collection, Iterable

from manumit.desk.sealing import boxes
from manumit.desk.sealing.epochs import Epochs
from manumit.desk.sealing.errors import Excluded, NotCertified, TooFewReaders
from manumit.desk.sealing.fields import Field
from manumit.desk.sealing.keys import SecretKey
from manumit.desk.sealing.labels import Label
from manumit.desk.sealing.persons import PersonKeys
from manumit.desk.sealing.recipients import Recipient, Role
from manumit.desk.sealing.vaults import Purpose, Vault, VaultName

FEWEST_READERS = 2

_MAY_HOLD = {
    Purpose.CONTENT: {Role.ADVISER, Role.TRIAGER, Role.ASKER},
    Purpose.IDENTITY: {Role.CUSTODIAN},
}


def grant(vault: Vault, to: Recipient, excluded: Collection[str], epochs: Epochs) -> bytes:
    """What to store as this person's grant.

    :class:`Excluded` where the person must not read the case, :class:`NotCertified` where no role of the
    person may hold a key of this purpose.
    """
    if to.person in excluded:
        raise Excluded
    if not to.roles & _MAY_HOLD[vault.name.purpose]:
        raise NotCertified("not in a role that may hold this key")
    context = _context(vault.name, to.person)
    sealed = boxes.seal(to.public.sealing, vault.key.reveal(), Label.GRANT, *context)
    return epochs.put_under(sealed, Label.GRANT, *context)


def distribute(
    vault: Vault, to: Iterable[Recipient], excluded: Collection[str], epochs: Epochs
) -> dict[str, bytes]:
    """Grants by person for all who may read; :class:`TooFewReaders` where staff among them are too few."""
    readers = {one.person: one for one in to if one.person not in excluded}
    staff = [one for one in readers.values() if Role.ASKER not in one.roles]
    if len(staff) < FEWEST_READERS:
        raise TooFewReaders
    return {person: grant(vault, one, excluded, epochs) for person, one in readers.items()}


def open_grant(stored: bytes, keys: PersonKeys, name: VaultName, epochs: Epochs) -> Vault:
    """The vault; :class:`SealBroken` where the grant is not this person's to this vault."""
    context = _context(name, keys.person)
    sealed = epochs.lift(stored, Label.GRANT, *context)
    return Vault(name, SecretKey(boxes.unseal(keys.sealing, sealed, Label.GRANT, *context)))


def carry_grant(stored: bytes, person: str, name: VaultName, epochs: Epochs) -> bytes:
    """The grant under the newest epoch key; done by a worker, which cannot open it."""
    return epochs.carry(stored, Label.GRANT, *_context(name, person))


def _context(name: VaultName, person: str) -> tuple[Field, ...]:
    return (*name.fields, person)
