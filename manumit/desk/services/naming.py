"""The names in a case: a custodian's own session lets a handler see them, until a moment, for a reason."""

from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from manumit.desk import people, vaults
from manumit.desk.errors import NotAllowed, NotCertified, NotThere
from manumit.desk.freshness import expect_fresh
from manumit.desk.keys import ring
from manumit.desk.models import Approval, Consultation, Event, Member
from manumit.desk.sealing import approvals
from manumit.desk.sealing.vaults import Purpose
from manumit.desk.terms import terms_of
from manumit.desk.types import Holder

LONGEST = timedelta(days=14)


def approve(
    *, holder: Holder, case: str, handler: int, until: datetime, reason: str, at: datetime
) -> None:
    """Seal the names' key to a handler who reads the case.

    :class:`NotThere` for who does not keep these names; :class:`NotAllowed` for oneself, for a handler without
    the case, for more than 14 days or without a reason; :class:`NotFresh`.
    """
    expect_fresh(holder, at)
    if not reason.strip() or not at < until <= at + LONGEST:
        raise NotAllowed("Give a reason, and a time of at most 14 days.")
    with transaction.atomic():
        consultation = Consultation.objects.select_for_update().filter(case=case).first()
        if consultation is None or holder.member is None:
            raise NotThere
        held, on = ring(), localdate(at)
        vault = vaults.open_to_write(consultation, Purpose.IDENTITY, holder, held, on=on)
        one = _handler(consultation, handler, holder)
        row = Approval(
            consultation=consultation,
            generation=vault.name.generation,
            handler=one,
            custodian=holder.member,
            until=until.astimezone(UTC),
        )
        try:
            to = people.recipient(one, held, on=on)
        except NotCertified:
            raise NotAllowed("This handler has no valid certificate.") from None
        row.sealed = approvals.approve(
            vault,
            terms_of(row),
            to,
            holder.keys,
            reason,
            excluded=vaults.excluded_from(consultation),
            epochs=held.epochs,
        )
        row.save()
        Event.objects.create(on=on, act=Event.Act.APPROVED, member=holder.member)


def _handler(consultation: Consultation, pk: int, holder: Holder) -> Member:
    readers = vaults.holders(consultation, Purpose.CONTENT)
    one = next((member for member in readers if member.pk == pk), None)
    if one is None or one == holder.member:
        raise NotAllowed("Name a colleague who reads this case; nobody approves for themselves.")
    return one
