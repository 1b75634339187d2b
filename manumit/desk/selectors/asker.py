"""What an asker reads."""

from datetime import date

from manumit.desk import people, reading, vaults
from manumit.desk.errors import Closed, NotThere
from manumit.desk.keys import ring
from manumit.desk.models import Consultation, Member
from manumit.desk.sealing.grants import FEWEST_READERS
from manumit.desk.sealing.recipients import Role
from manumit.desk.sealing.vaults import Purpose
from manumit.desk.types import Entry, Holder, Kind

_OWN = (Kind.QUESTION, Kind.PARTIES, Kind.MORE, Kind.FILE)


def is_open(*, on: date) -> bool:
    """Whether the desk can take a case: keys are here, and enough people to seal it to."""
    try:
        held = ring()
    except Closed:
        return False
    staff = people.on_staff()
    duty = [one for one in staff if one.on_duty]
    triagers = people.recipients(duty, held, frozenset({Role.TRIAGER}), on=on)
    custodians = people.recipients(staff, held, vaults.ROLES[Purpose.IDENTITY], on=on)
    return min(len(triagers), len(custodians)) >= FEWEST_READERS


def to_choose() -> list[Member]:
    """Members whom an asker may leave out, by the name that they show."""
    return people.on_staff()


def thread(holder: Holder, *, on: date) -> list[Entry]:
    """What the asker wrote and what was answered: drafts that a second person let go out, no others."""
    found = reading.entries(reading.opened(_own(holder), holder, on=on))
    out = reading.released(found)
    drafted = {one.about for one in found if one.kind is Kind.RELEASE}
    return [
        one
        for one in found
        if one.kind in _OWN or one.name in out or (one.refused and one.name in drafted)
    ]


def answers_waiting(holder: Holder) -> int:
    """How many answers went out."""
    return _own(holder).records.filter(kind=Kind.RELEASE).count()


def file_of_asker(holder: Holder, name: str, *, on: date) -> tuple[Entry, bytes]:
    """One of the asker's own files."""
    return reading.file_in(reading.opened(_own(holder), holder, on=on), name)


def _own(holder: Holder) -> Consultation:
    if holder.consultation is None:
        raise NotThere
    return holder.consultation
