"""Somebody leaves the desk: by a custodian's word, or the operator's."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from manumit.desk import people
from manumit.desk.errors import NotAllowed, NotThere
from manumit.desk.freshness import expect_fresh
from manumit.desk.keys import Ring, revoke, ring
from manumit.desk.models import Approval, Event, Grant, Member, Session, Vault
from manumit.desk.sealing.recipients import Role
from manumit.desk.types import Holder


def take_off(*, holder: Holder, member: int, at: datetime) -> int:
    """A custodian takes an adviser off the desk; returns as :func:`remove_member`.

    :class:`NotAllowed` for who is no custodian, for oneself and for another custodian: of two, nobody would
    be left to say whether that is right, so it is the operator who does it. :class:`NotThere`,
    :class:`NotFresh`.
    """
    expect_fresh(holder, at)
    held = ring()
    if holder.member is None or not _is_custodian(holder.member, held, at):
        raise NotAllowed("A custodian takes people off the desk.")
    one = Member.objects.filter(pk=member, left_on=None).first()
    if one is None:
        raise NotThere
    if one != holder.member and _is_custodian(one, held, at):
        raise NotAllowed("The operator takes a custodian off the desk.")
    return remove_member(member=one, by=holder.member, at=at)


def remove_member(*, member: Member, by: Member | None, at: datetime) -> int:
    """Somebody leaves the desk; returns in how many cases the key will change before anything is written.

    Their certificates are taken back on the host, their grants and sessions destroyed.
    """
    if by is not None and by.pk == member.pk:
        raise NotAllowed("Somebody else of the desk takes you off it.")
    with transaction.atomic():
        cases = let_go(member=member, at=at)
        Event.objects.create(on=localdate(at), act=Event.Act.REMOVED, member=by)
    take_back(member=member, at=at)
    return cases


def let_go(*, member: Member, at: datetime) -> int:
    """Destroy what leads from a member to cases; returns in how many the key changes. Certificates: :func:`take_back`."""
    held = list(Grant.objects.filter(member=member))
    for grant in held:
        Vault.objects.filter(
            consultation=grant.consultation_id,
            purpose=grant.purpose,
            generation=grant.generation,
        ).update(is_stale=True)
    Grant.objects.filter(member=member).delete()
    Approval.objects.filter(handler=member).delete()
    Session.objects.filter(member=member).delete()
    member.credentials.all().delete()
    Member.objects.filter(pk=member.pk).update(left_on=localdate(at), on_duty=False)
    return len({grant.consultation_id for grant in held})


def take_back(*, member: Member, at: datetime) -> None:
    """Take a member's certificates back, on the host: a file, so only once the change is kept."""
    for certificate in member.certificates.all():
        revoke(bytes(certificate.signature), on=localdate(at))


def _is_custodian(member: Member, held: Ring, at: datetime) -> bool:
    return Role.CUSTODIAN in people.roles_of(member, held, on=localdate(at))
