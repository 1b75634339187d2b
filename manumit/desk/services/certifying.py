"""Certificates: asked for by the centre, signed where the desk key is, taken in by the centre."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import TypedDict

from manumit.desk.errors import DeskError, NotCertified
from manumit.desk.keys import read_desk_key, ring
from manumit.desk.models import Certificate, Member
from manumit.desk.people import fingerprint, public_of
from manumit.desk.sealing import certificates
from manumit.desk.sealing.persons import PublicPerson
from manumit.desk.sealing.recipients import Role


class Request(TypedDict):
    """What is to be signed, as it is carried to the machine with the desk key. Keys in hex."""

    person: str
    shown_as: str
    sealing: str
    signing: str
    fingerprint: str


class Signed(Request):
    """The same with the desk key's word; days as 2026-11-22."""

    roles: list[str]
    first_day: str
    last_day: str
    signature: str


def request_of(*, member: Member) -> Request:
    """The request for a member; its fingerprint is compared with what the member sees, by voice."""
    public = public_of(member)
    return Request(
        person=public.person,
        shown_as=member.shown_as,
        sealing=public.sealing.hex(),
        signing=public.signing.hex(),
        fingerprint=fingerprint(public),
    )


def certify(
    *, request: Request, key: Path, roles: Collection[Role], first_day: date, last_day: date
) -> Signed:
    """Sign, without database or network. :class:`DeskError` where the request is not whole."""
    public = _public(request)
    if fingerprint(public) != request["fingerprint"]:
        raise DeskError("the fingerprint is not that of these keys")
    made = certificates.certify(read_desk_key(key), public, frozenset(roles), first_day, last_day)
    return Signed(
        **request,
        roles=sorted(made.roles),
        first_day=first_day.isoformat(),
        last_day=last_day.isoformat(),
        signature=made.signature.hex(),
    )


def accept(*, signed: Signed) -> Member:
    """Keep a certificate. :class:`DeskError` where it is not the desk key's, or of nobody here."""
    made, held = _certificate(signed), ring()
    try:
        certificates.check(made, held.desk, on=made.first_day, revoked=held.revoked_on(date.max))
    except NotCertified as error:
        raise DeskError(f"this certificate does not hold: {error}") from None
    member = Member.objects.filter(person=made.public.person, left_on=None).first()
    if member is None or public_of(member) != made.public:
        raise DeskError("nobody here has these keys")
    Certificate.objects.get_or_create(
        signature=made.signature,
        defaults={
            "member": member,
            "roles": ",".join(sorted(made.roles)),
            "first_day": made.first_day,
            "last_day": made.last_day,
        },
    )
    return member


def _certificate(signed: Signed) -> certificates.Certificate:
    public = _public(signed)
    try:
        return certificates.Certificate(
            public,
            frozenset(Role(role) for role in signed["roles"]),
            date.fromisoformat(signed["first_day"]),
            date.fromisoformat(signed["last_day"]),
            bytes.fromhex(signed["signature"]),
        )
    except (KeyError, ValueError, TypeError):
        raise DeskError("this is no certificate of the desk") from None


def _public(request: Request) -> PublicPerson:
    try:
        keys = (bytes.fromhex(request["sealing"]), bytes.fromhex(request["signing"]))
        return PublicPerson(request["person"], *keys)
    except (KeyError, ValueError, TypeError):
        raise DeskError("this is no request of the desk") from None
