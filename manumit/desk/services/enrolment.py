"""A member's own keys: made once, opened by a password or by a code on paper."""

import secrets
from datetime import datetime

from django.core.cache import cache
from django.db import transaction
from django.utils.timezone import localdate

from manumit.accounts.types import User
from manumit.desk import doorway
from manumit.desk.errors import Busy, NotAllowed, Unreadable, WrongSecret
from manumit.desk.keys import ring
from manumit.desk.models import Credential, Event, Member
from manumit.desk.register import take_over
from manumit.desk.sealing import persons
from manumit.desk.sealing.credentials import Kind
from manumit.desk.sealing.keys import SecretKey
from manumit.desk.sealing.recovery import new_recovery_code, read_recovery_code
from manumit.desk.services.leaving import let_go, take_back
from manumit.desk.types import Holder

LONGEST_SECRET = 500  # characters read of what was typed
_TRIES, _WITHIN = 10, 15 * 60  # seconds


def enrol(*, account: User, shown_as: str, password: str, at: datetime) -> tuple[Holder, str]:
    """Make somebody's keys; returns them and the recovery code, which cannot be had again.

    Who has keys already begins anew by this: the old ones are let go as when somebody leaves, colleagues must
    grant the cases again, and the desk key must certify again. What they must not read stays so.
    :class:`NotAllowed` for the account's own password.
    """
    if account.check_password(password):
        raise NotAllowed("Take another password than that of your account.")
    held = ring()
    door = doorway.credentials(held, known=True)
    code = new_recovery_code()
    keys = persons.new_person(f"staff {secrets.token_urlsafe(12)}")
    enrolled = {
        Kind.PASSWORD: door.enroll(password[:LONGEST_SECRET], Kind.PASSWORD),
        Kind.RECOVERY: door.enroll(code, Kind.RECOVERY),
    }
    with transaction.atomic():
        living = Member.objects.filter(account=account, left_on=None).first()
        former = living or Member.objects.filter(account=account).order_by("-pk").first()
        if living:
            let_go(member=living, at=at)
        member = _member(account, shown_as, keys)
        if former:
            take_over(of=former, to=member, held=held)
        for kind, (verifier, kek) in enrolled.items():
            _keep(member, kind, verifier, persons.wrap(keys, kek, kind))
        Event.objects.create(on=localdate(at), act=Event.Act.ENROLLED, member=member)
    if living:
        take_back(member=living, at=at)
    return Holder(keys, member, proved_at=at), code


def prove_recovery(*, member: Member, code: str) -> None:
    """Type the recovery code back: only who has it on paper goes on duty. Raises as :func:`unlock`."""
    _opened(member, _read(code), Kind.RECOVERY)
    Member.objects.filter(pk=member.pk).update(on_duty=True, has_code=True)


def unlock(*, member: Member, password: str, at: datetime) -> Holder:
    """A member's keys by their password. :class:`WrongSecret`; :class:`Busy` after ten wrong ones."""
    keys = _opened(member, password[:LONGEST_SECRET], Kind.PASSWORD)
    return Holder(keys, member, proved_at=at)


def recover(*, member: Member, code: str, password: str, at: datetime) -> Holder:
    """A new password by the recovery code, which stays good. Raises as :func:`unlock`."""
    if member.account.check_password(password):
        raise NotAllowed("Take another password than that of your account.")
    keys = _opened(member, _read(code), Kind.RECOVERY)
    door = doorway.credentials(ring(), known=True)
    verifier, kek = door.enroll(password[:LONGEST_SECRET], Kind.PASSWORD)
    with transaction.atomic():
        _keep(member, Kind.PASSWORD, verifier, persons.wrap(keys, kek, Kind.PASSWORD))
        Event.objects.create(on=localdate(at), act=Event.Act.RECOVERED, member=member)
    return Holder(keys, member, proved_at=at)


def _read(code: str) -> str:
    try:
        return read_recovery_code(code[:LONGEST_SECRET])
    except Unreadable:
        raise WrongSecret from None


def _opened(member: Member, secret: str, kind: Kind) -> persons.PersonKeys:
    tries = [f"desk {kind} {member.person} {number}" for number in range(_TRIES)]
    # Adding is one step for the database: of many who try at a time no two count as one, and each try
    # counts for just so long. A number that is counted up would be neither.
    if not any(cache.add(each, 1, _WITHIN) for each in tries):
        raise Busy
    row = member.credentials.get(kind=kind)
    kek: SecretKey = doorway.credentials(ring(), known=True).prove(
        bytes(row.verifier), secret, kind
    )
    cache.delete_many(tries)
    return persons.unwrap(bytes(row.wrapped), kek, member.person, kind)


def _member(account: User, shown_as: str, keys: persons.PersonKeys) -> Member:
    public = keys.public
    return Member.objects.create(
        account=account,
        person=keys.person,
        shown_as=shown_as,
        sealing_key=public.sealing,
        signing_key=public.signing,
    )


def _keep(member: Member, kind: Kind, verifier: bytes, wrapped: bytes) -> None:
    Credential.objects.update_or_create(
        member=member, kind=kind, defaults={"verifier": verifier, "wrapped": wrapped}
    )
