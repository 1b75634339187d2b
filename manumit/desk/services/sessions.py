"""Keys in a session: locked in a row, the key to them and the row's name in one cookie."""

import secrets
from datetime import datetime, timedelta
from hashlib import blake2b

from django.db.models import Q, QuerySet

from manumit.desk.errors import NotThere, SealBroken
from manumit.desk.models import Session
from manumit.desk.sealing import sessions
from manumit.desk.services.enrolment import unlock
from manumit.desk.types import Holder

IDLE = timedelta(minutes=20)
LONGEST = timedelta(hours=8)


def start_session(*, holder: Holder, account_session: str, at: datetime) -> str:
    """The value of the cookie, which is stored nowhere else.

    ``account_session`` is the key of the session in which a member is signed in; empty for an asker.
    """
    _forget_old(at)
    name = secrets.token_urlsafe(16)
    key, locked = sessions.start(holder.keys, name)
    Session.objects.create(
        name_hash=_hash(name),
        member=holder.member,
        consultation=holder.consultation,
        account_session=_hash(account_session),
        locked=locked,
        began_at=at,
        seen_at=at,
        proved_at=holder.proved_at,
    )
    return f"{name}.{key}"


def resume(*, cookie: str, account_session: str, at: datetime) -> Holder:
    """Who is here with their keys. :class:`NotThere` without a session of this cookie."""
    name, _, key = cookie.partition(".")
    row = _living(at).filter(name_hash=_hash(name)).first()
    if row is None or bytes(row.account_session) != _hash(account_session):
        raise NotThere
    member, consultation = row.member, row.consultation
    person = member.person if member else consultation.asker if consultation else ""
    try:
        keys = sessions.resume(bytes(row.locked), key, name, person)
    except SealBroken:
        raise NotThere from None
    # Once a minute is enough, and a page that only reads seldom waits for a writer.
    if at - row.seen_at > timedelta(minutes=1):
        Session.objects.filter(pk=row.pk).update(seen_at=at)
    return Holder(keys, member, consultation, row.proved_at)


def prove_anew(*, cookie: str, account_session: str, password: str, at: datetime) -> Holder:
    """A member who is here shows once more that it is they. Raises as :func:`resume` and :func:`unlock`."""
    holder = resume(cookie=cookie, account_session=account_session, at=at)
    if holder.member is None:
        raise NotThere
    proved = unlock(member=holder.member, password=password, at=at)
    Session.objects.filter(name_hash=_hash(cookie.partition(".")[0])).update(proved_at=at)
    return proved


def end_session(*, cookie: str) -> None:
    """The cookie opens nothing any more."""
    Session.objects.filter(name_hash=_hash(cookie.partition(".")[0])).delete()


def _living(at: datetime) -> QuerySet[Session]:
    rows = Session.objects.filter(seen_at__gt=at - IDLE, began_at__gt=at - LONGEST)
    # A clock that was turned back makes no session eternal.
    rows = rows.filter(began_at__lte=at + timedelta(minutes=5), member__left_on=None)
    return rows.select_related("member", "consultation")


def _forget_old(at: datetime) -> None:
    Session.objects.filter(Q(seen_at__lte=at - IDLE) | Q(began_at__lte=at - LONGEST)).delete()


def _hash(text: str) -> bytes:
    return blake2b(text.encode(errors="replace"), digest_size=32).digest()
