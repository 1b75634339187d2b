"""Who reads a case: conflicts declared, people assigned, people gone. Each leaving changes the key."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from manumit.desk import people, vaults
from manumit.desk.errors import NotAllowed, NotThere
from manumit.desk.freshness import expect_fresh
from manumit.desk.keys import ring
from manumit.desk.models import (
    Approval,
    Consultation,
    Exclusion,
    Grant,
    Member,
    State,
)
from manumit.desk.sealing.vaults import Purpose
from manumit.desk.services.answering import locked
from manumit.desk.types import Holder


def clear(*, holder: Holder, case: str, at: datetime) -> None:
    """Say that one has read the parties and has no conflict: then the case opens."""
    mine = _mine(holder, case)
    mine.cleared_on = localdate(at)
    mine.save(update_fields=["cleared_on"])


def declare_conflict(*, holder: Holder, case: str, at: datetime) -> None:
    """Leave a case for good; its key is changed for those who stay, joined by who is on duty.

    :class:`NotAllowed` where fewer than two would be left: then a colleague is called in first.
    """
    with transaction.atomic():
        consultation = _mine(holder, case).consultation
        member = holder.member
        if member is None:
            raise NotThere
        Exclusion.objects.get_or_create(
            consultation=consultation, member=member, defaults={"why": Exclusion.Why.DECLARED}
        )
        staying = vaults.holders(consultation, Purpose.CONTENT) - {member}
        duty = {one for one in people.on_staff() if one.on_duty}
        held = ring()
        vault = vaults.open_newest(consultation, Purpose.CONTENT, holder, held)
        vaults.rotate(consultation, vault, staying | (duty - {member}), held, on=localdate(at))
        _take_names(consultation, member)


def settle_readers(*, holder: Holder, case: str, members: Collection[int], at: datetime) -> None:
    """Assign these members, two at least; whoever else read the case reads nothing written from now on.

    :class:`NotAllowed` for fewer than two with valid keys, or for one who must not read it; :class:`NotFresh`.
    """
    expect_fresh(holder, at)
    with transaction.atomic():
        consultation = locked(holder, case)
        wanted = {one for one in people.on_staff() if one.pk in members}
        if {one.person for one in wanted} & vaults.excluded_from(consultation):
            raise NotAllowed("One of these must not read this case.")
        held = ring()
        if wanted != vaults.holders(consultation, Purpose.CONTENT):
            vault = vaults.open_newest(consultation, Purpose.CONTENT, holder, held)
            vaults.rotate(consultation, vault, wanted, held, on=localdate(at))
        grants = consultation.grants.filter(purpose=Purpose.CONTENT)
        if set(grants.exclude(member=None).values_list("member", flat=True)) != set(members):
            raise NotAllowed("One of these has no valid certificate.")
        grants.exclude(member=None).update(is_assigned=True, is_told=False)
        Consultation.objects.filter(pk=consultation.pk, state=State.NEW).update(
            state=State.IN_HAND, moved_on=localdate(at)
        )


def set_duty(*, member: Member, on_duty: bool) -> None:
    """Whether new cases are sealed to a member who triages."""
    Member.objects.filter(pk=member.pk).update(on_duty=on_duty)


def _mine(holder: Holder, case: str) -> Grant:
    row = (
        Grant.objects.select_related("consultation")
        .filter(consultation__case=case, purpose=Purpose.CONTENT, person=holder.person)
        .first()
    )
    if row is None or holder.member is None:
        raise NotThere
    return row


def _take_names(consultation: Consultation, member: Member) -> None:
    """Who left has neither an approval nor, from the next custodian's visit on, the names' key."""
    Approval.objects.filter(consultation=consultation, handler=member).delete()
    gone = consultation.grants.filter(purpose=Purpose.IDENTITY, member=member)
    if gone.exists():
        gone.delete()
        consultation.vaults.filter(purpose=Purpose.IDENTITY).update(is_stale=True)
