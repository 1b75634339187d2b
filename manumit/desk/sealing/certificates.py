"""Staff keys are signed by the desk key, which is offline; its public half is in the host's settings.

Whoever can write to the database could put a key of their own in a colleague's row. Without a certificate
nothing is sealed to it.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from nacl.signing import SigningKey

from manumit.desk.sealing.errors import NotCertified, SealBroken
from manumit.desk.sealing.fields import Field
from manumit.desk.sealing.labels import Label
from manumit.desk.sealing.persons import PublicPerson
from manumit.desk.sealing.recipients import Recipient, Role
from manumit.desk.sealing.signatures import sign, verify


@dataclass(frozen=True, slots=True)
class Certificate:
    """The desk key's word that these keys are this person's, in these roles, from day to day."""

    public: PublicPerson
    roles: frozenset[Role]
    first_day: date
    last_day: date
    signature: bytes


def certify(
    desk: SigningKey, public: PublicPerson, roles: frozenset[Role], first_day: date, last_day: date
) -> Certificate:
    """Done on the machine that has the desk key and no network."""
    if Role.ASKER in roles or not roles:
        raise ValueError("a member of staff has one of the desk's roles")
    said = _said(public, roles, first_day, last_day)
    signature = sign(desk, Label.CERTIFICATE, *said)
    return Certificate(public, roles, first_day, last_day, signature)


def check(
    certificate: Certificate, desk: bytes, *, on: date, revoked: Collection[bytes] = ()
) -> Recipient:
    """Somebody to whom may be sealed; :class:`NotCertified` otherwise.

    ``desk`` is the public half of the desk key, ``revoked`` the signatures of certificates taken back: both
    from the host's settings, never from the database.
    """
    said = _said(certificate.public, certificate.roles, certificate.first_day, certificate.last_day)
    try:
        verify(desk, certificate.signature, Label.CERTIFICATE, *said)
    except SealBroken:
        raise NotCertified("not signed by the desk key") from None
    if not certificate.first_day <= on <= certificate.last_day:
        raise NotCertified("not for this day")
    if certificate.signature in revoked:
        raise NotCertified("taken back")
    return Recipient(certificate.public, certificate.roles)


def check_each(
    found: Iterable[Certificate], desk: bytes, *, on: date, revoked: Collection[bytes] = ()
) -> Recipient:
    """The same of somebody with several: the roles of all that hold, for the same keys.

    :class:`NotCertified` where none holds.
    """
    good = list(_that_hold(found, desk, on, revoked))
    if not good or any(one.public != good[0].public for one in good):
        raise NotCertified("no certificate for these keys holds on this day")
    return Recipient(good[0].public, frozenset[Role]().union(*(one.roles for one in good)))


def _that_hold(
    found: Iterable[Certificate], desk: bytes, on: date, revoked: Collection[bytes]
) -> Iterator[Recipient]:
    for one in found:
        try:
            yield check(one, desk, on=on, revoked=revoked)
        except NotCertified:
            continue


def _said(
    public: PublicPerson, roles: frozenset[Role], first_day: date, last_day: date
) -> tuple[Field, ...]:
    days = (first_day.isoformat(), last_day.isoformat())
    return (public.person, public.sealing, public.signing, *days, *sorted(roles))
