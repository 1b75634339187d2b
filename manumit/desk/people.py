"""Members as people to whom may be sealed: only with a certificate that holds on the day."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from manumit.desk.errors import NotCertified
from manumit.desk.keys import Ring
from manumit.desk.models import Certificate, Event, Member
from manumit.desk.sealing import certificates
from manumit.desk.sealing.boxes import public_key_id
from manumit.desk.sealing.persons import PublicPerson
from manumit.desk.sealing.recipients import Recipient, Role

READERS = frozenset({Role.TRIAGER, Role.ADVISER})


def public_of(member: Member) -> PublicPerson:
    """What the row says of a member's keys; not to be sealed to."""
    return PublicPerson(member.person, bytes(member.sealing_key), bytes(member.signing_key))


def fingerprint(public: PublicPerson) -> str:
    """24 letters and digits that stand for both keys of a person."""
    digits = public_key_id(public.sealing + public.signing).hex()[:24]
    return " ".join(digits[start : start + 4] for start in range(0, 24, 4))


def recipient(member: Member, ring: Ring, *, on: date) -> Recipient:
    """The member with the roles of every certificate that holds. :class:`NotCertified` without one."""
    return _checked(member, ring, on, ring.revoked_on(on))


def roles_of(member: Member, ring: Ring, *, on: date) -> frozenset[Role]:
    """What a member's certificates say; nothing without one."""
    try:
        return recipient(member, ring, on=on).roles
    except NotCertified:
        return frozenset()


def author(member: Member, ring: Ring, *, on: date) -> Recipient:
    """The member as who signed something on a day, be they gone since."""
    return _checked(member, ring, on, ring.revoked_on(on - timedelta(days=1)))


def _checked(member: Member, ring: Ring, on: date, revoked: Collection[bytes]) -> Recipient:
    said = map(_said, member.certificates.all())
    return certificates.check_each(said, ring.desk, on=on, revoked=revoked)


def recipients(
    members: Iterable[Member], ring: Ring, wanted: frozenset[Role], *, on: date
) -> dict[Member, Recipient]:
    """Those of the members who have one of the roles; a key whose certificate fails is reported."""
    found = {}
    for member in members:
        try:
            one = recipient(member, ring, on=on)
        except NotCertified:
            if is_false(member, ring):
                Event.objects.create(on=on, act=Event.Act.UNCERTIFIED, member=member)
            continue
        if one.roles & wanted:
            found[member] = one
    return found


def is_false(member: Member, ring: Ring) -> bool:
    """Whether a certificate is there and none is for the keys in the row: somebody replaced them."""
    said = [_said(one) for one in member.certificates.all()]
    return bool(said) and not any(_is_signed(one, ring, one.first_day, ()) for one in said)


def on_staff() -> list[Member]:
    """Everybody who has not left."""
    return list(Member.objects.filter(left_on=None).prefetch_related("certificates"))


def _said(row: Certificate) -> certificates.Certificate:
    roles = frozenset(Role(role) for role in row.roles.split(","))
    public = public_of(row.member)
    return certificates.Certificate(
        public, roles, row.first_day, row.last_day, bytes(row.signature)
    )


def _is_signed(
    said: certificates.Certificate, ring: Ring, on: date, revoked: Collection[bytes]
) -> bool:
    try:
        certificates.check(said, ring.desk, on=on, revoked=revoked)
    except NotCertified:
        return False
    return True
