"""A custodian lets a handler see the names in one case, until a moment, for a reason that is kept.

The custodian's own session seals the identity key anew: the server cannot do it alone. The moment and the
reason are signed, so nobody prolongs an approval by writing to the database.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from manumit.desk.sealing import boxes
from manumit.desk.sealing.epochs import Epochs
from manumit.desk.sealing.errors import Excluded, Expired, NotCertified
from manumit.desk.sealing.fields import Field
from manumit.desk.sealing.keys import KEY_BYTES, SecretKey
from manumit.desk.sealing.labels import Label
from manumit.desk.sealing.persons import PersonKeys
from manumit.desk.sealing.recipients import Recipient, Role
from manumit.desk.sealing.signatures import SIGNATURE_BYTES, sign, verify
from manumit.desk.sealing.vaults import Purpose, Vault, VaultName


@dataclass(frozen=True, slots=True)
class Terms:
    """What was approved, as the row beside it says. ``until`` has its time zone."""

    name: VaultName
    handler: str
    custodian: str
    until: datetime

    @property
    def fields(self) -> tuple[Field, ...]:
        return (*self.name.fields, self.handler, self.custodian, self.until.isoformat())


def approve(
    vault: Vault,
    terms: Terms,
    handler: Recipient,
    custodian: PersonKeys,
    reason: str,
    *,
    excluded: Collection[str],
    epochs: Epochs,
) -> bytes:
    """What to store. :class:`Excluded` for one who must not read the case; ValueError without a reason."""
    if not reason.strip() or terms.until.tzinfo is None:
        raise ValueError("an approval has a reason and a moment in a time zone")
    _expect((vault.name, handler.person, custodian.person), terms)
    if handler.person in excluded:
        raise Excluded
    why = reason.encode()
    signature = sign(custodian.signing, Label.APPROVAL, *terms.fields, vault.key.key_id, why)
    content = signature + vault.key.reveal() + why
    sealed = boxes.seal(handler.public.sealing, content, Label.APPROVAL, *terms.fields)
    return epochs.put_under(sealed, Label.APPROVAL, *terms.fields)


def open_approval(
    stored: bytes,
    terms: Terms,
    handler: PersonKeys,
    custodian: Recipient,
    *,
    at: datetime,
    epochs: Epochs,
) -> tuple[Vault, str]:
    """The identity vault and the reason.

    :class:`Expired` from ``until`` on, :class:`NotCertified` where the approving person is no custodian,
    :class:`SealBroken` where the terms are not those that were signed.
    """
    _expect((terms.name, handler.person, custodian.person), terms)
    if Role.CUSTODIAN not in custodian.roles:
        raise NotCertified("no custodian")
    if at >= terms.until:
        raise Expired
    sealed = epochs.lift(stored, Label.APPROVAL, *terms.fields)
    content = boxes.unseal(handler.sealing, sealed, Label.APPROVAL, *terms.fields)
    key = SecretKey(content[SIGNATURE_BYTES : SIGNATURE_BYTES + KEY_BYTES])
    why = content[SIGNATURE_BYTES + KEY_BYTES :]
    said = (*terms.fields, key.key_id, why)
    verify(custodian.public.signing, content[:SIGNATURE_BYTES], Label.APPROVAL, *said)
    return Vault(terms.name, key), why.decode()


def carry_approval(stored: bytes, terms: Terms, epochs: Epochs) -> bytes:
    """The approval under the newest epoch key."""
    return epochs.carry(stored, Label.APPROVAL, *terms.fields)


def _expect(parties: tuple[VaultName, str, str], terms: Terms) -> None:
    if parties != (terms.name, terms.handler, terms.custodian):
        raise ValueError("these are the terms of another approval")
    if terms.name.purpose is not Purpose.IDENTITY:
        raise ValueError("what is approved is a look at the names, nothing else")
