"""A consultation's keys: made, sealed to people, opened, changed."""

from collections.abc import Collection, Iterable
from datetime import date

from django.utils.translation import gettext as _

from manumit.desk import people
from manumit.desk.errors import Closed, NotAllowed, NotThere, TooFewReaders
from manumit.desk.keys import Ring
from manumit.desk.models import Consultation, Grant, Member, Vault
from manumit.desk.sealing import appends, askers, grants, rotation, vaults
from manumit.desk.sealing.persons import PublicPerson
from manumit.desk.sealing.recipients import Recipient, Role
from manumit.desk.sealing.vaults import Purpose, VaultName
from manumit.desk.types import Holder

ROLES = {Purpose.CONTENT: people.READERS, Purpose.IDENTITY: frozenset({Role.CUSTODIAN})}


def excluded_from(consultation: Consultation) -> frozenset[str]:
    """The names in seals of those who must not read it: all that each of them ever had."""
    accounts = consultation.exclusions.values("member__account")
    rows = Member.objects.filter(account__in=accounts)
    return frozenset(rows.values_list("person", flat=True))


def create(
    consultation: Consultation,
    purpose: Purpose,
    asker: PublicPerson,
    readers: dict[Member, Recipient],
    ring: Ring,
) -> vaults.Vault:
    """A new key with its grants. :class:`Closed` where fewer than two people may hold it."""
    vault = vaults.new_vault(purpose, consultation.case)
    introduction = askers.introduce(vault, asker) if purpose is Purpose.CONTENT else None
    to = [*readers.values(), *_asker(vault, introduction, consultation)]
    try:
        sealed = grants.distribute(vault, to, excluded_from(consultation), ring.epochs)
    except TooFewReaders:
        raise Closed(_("Fewer than two people of the desk could read this.")) from None
    _store(consultation, vault, introduction, None, ring)
    members = {member.person: member for member in readers}
    Grant.objects.bulk_create(
        Grant(
            consultation=consultation,
            purpose=purpose,
            person=person,
            member=members.get(person),
            sealed=blob,
        )
        for person, blob in sealed.items()
    )
    return vault


def open_newest(
    consultation: Consultation, purpose: Purpose, holder: Holder, ring: Ring
) -> vaults.Vault:
    """The newest key. :class:`NotThere` without a grant, :class:`SealBroken` where it is not theirs."""
    row = consultation.grants.filter(purpose=purpose, person=holder.person).first()
    if row is None:
        raise NotThere
    name = VaultName(purpose, consultation.case, row.generation)
    return grants.open_grant(bytes(row.sealed), holder.keys, name, ring.epochs)


def with_earlier(consultation: Consultation, newest: vaults.Vault) -> dict[int, vaults.Vault]:
    """Each generation's key, from the newest back."""
    rows = {row.generation: row for row in consultation.vaults.filter(purpose=newest.name.purpose)}
    found = {newest.name.generation: newest}
    vault = newest
    while vault.name.generation > 1:
        vault = rotation.open_earlier(vault, bytes(rows[vault.name.generation].earlier or b""))
        found[vault.name.generation] = vault
    return found


def open_to_write(
    consultation: Consultation, purpose: Purpose, holder: Holder, ring: Ring, *, on: date
) -> vaults.Vault:
    """The key to write with: changed first where somebody left who had it."""
    vault = open_newest(consultation, purpose, holder, ring)
    row = consultation.vaults.get(purpose=purpose, generation=vault.name.generation)
    if not row.is_stale:
        return vault
    staying = holders(consultation, purpose)
    if len(staying) < grants.FEWEST_READERS:
        staying |= {one for one in people.on_staff() if one.on_duty}
    return rotate(consultation, vault, staying, ring, on=on)


def rotate(
    consultation: Consultation,
    vault: vaults.Vault,
    staying: Collection[Member],
    ring: Ring,
    *,
    on: date,
) -> vaults.Vault:
    """A new key for those who stay, who may be new; whoever is not among them has no grant after.

    :class:`NotAllowed` where they are fewer than two.
    """
    purpose = vault.name.purpose
    found = people.recipients(staying, ring, ROLES[purpose], on=on)
    row = consultation.vaults.get(purpose=purpose, generation=vault.name.generation)
    introduced = None if row.introduction is None else bytes(row.introduction)
    asker = list(_asker(vault, introduced, consultation))
    excluded = excluded_from(consultation)
    try:
        done = rotation.rotate(vault, [*found.values(), *asker], excluded, ring.epochs)
    except TooFewReaders:
        raise NotAllowed(
            _("At least two people with valid keys must be able to read it.")
        ) from None
    introduction = askers.introduce(done.vault, asker[0].public) if asker else None
    _store(consultation, done.vault, introduction, done.earlier, ring)
    _replace_grants(consultation, done, {member.person: member for member in found})
    return done.vault


def holders(consultation: Consultation, purpose: Purpose) -> set[Member]:
    """The members who hold a key."""
    rows = consultation.grants.filter(purpose=purpose, member__left_on=None)
    return {row.member for row in rows.select_related("member") if row.member is not None}


def address(consultation: Consultation, purpose: Purpose, ring: Ring) -> appends.Address:
    """Where to append to the newest key. :class:`NotAllowed` until a stale one is changed."""
    row = consultation.vaults.filter(purpose=purpose).latest("generation")
    if row.is_stale:
        raise NotAllowed(_("A custodian has left: names can be added when another one was here."))
    name = VaultName(purpose, consultation.case, row.generation)
    return appends.find(bytes(row.address), name, ring.epochs)


def _asker(
    vault: vaults.Vault, introduction: bytes | None, consultation: Consultation
) -> Iterable[Recipient]:
    if introduction is not None:
        yield askers.recall(vault, introduction, consultation.asker)


def _store(
    consultation: Consultation,
    vault: vaults.Vault,
    introduction: bytes | None,
    earlier: bytes | None,
    ring: Ring,
) -> None:
    Vault.objects.create(
        consultation=consultation,
        purpose=vault.name.purpose,
        generation=vault.name.generation,
        address=appends.publish(vault, ring.epochs),
        introduction=introduction,
        earlier=earlier,
    )


def _replace_grants(
    consultation: Consultation, done: rotation.Rotation, members: dict[str, Member]
) -> None:
    """In place, so that what each reader is to the case is kept."""
    name = done.vault.name
    held = consultation.grants.filter(purpose=name.purpose)
    held.exclude(person__in=done.grants).delete()
    for person, sealed in done.grants.items():
        Grant.objects.update_or_create(
            consultation=consultation,
            purpose=name.purpose,
            person=person,
            defaults={
                "member": members.get(person),
                "generation": name.generation,
                "sealed": sealed,
            },
        )
