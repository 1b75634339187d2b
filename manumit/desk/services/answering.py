"""What staff write in a case; an answer goes out when a second person has let it."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from manumit.desk import reading, records, vaults
from manumit.desk.errors import NotAllowed, NotThere
from manumit.desk.freshness import expect_fresh
from manumit.desk.keys import ring
from manumit.desk.models import Consultation, Member, Record, State
from manumit.desk.sealing.vaults import Purpose
from manumit.desk.types import Enclosed, Holder, Kind

_FEWEST = 2  # who are assigned before anything goes out


def write_note(*, holder: Holder, case: str, text: str, at: datetime) -> None:
    """A note among staff. Raises as all here: :class:`NotThere` without a grant, :class:`NotAllowed`."""
    _write(holder, case, Kind.NOTE, {"text": text}, at)


def write_draft(
    *, holder: Holder, case: str, text: str, enclosed: Enclosed | None = None, at: datetime
) -> None:
    """A draft of an answer with the law enclosed, signed; it takes the place of the one before."""
    parts = enclosed.parts() if enclosed else {}
    _write(holder, case, Kind.DRAFT, {"text": text, **parts}, at)


def release(*, holder: Holder, case: str, draft: str, at: datetime) -> None:
    """Send a colleague's draft, which the holder has read.

    :class:`NotAllowed` for one's own draft, one that is not the newest, one that went out, or before two
    people are assigned; :class:`NotFresh`.
    """
    expect_fresh(holder, at)
    with transaction.atomic():
        consultation = locked(holder, case)
        newest = consultation.records.filter(kind=Kind.DRAFT).order_by("-sequence").first()
        if newest is None or newest.name != draft:
            raise NotAllowed("A colleague has written another draft meanwhile. Read that one.")
        _expect_second(consultation, newest, holder)
        vault = vaults.open_to_write(
            consultation, Purpose.CONTENT, holder, ring(), on=localdate(at)
        )
        said = _said_in(newest, consultation, holder, localdate(at))
        parts = {"draft": draft, "digest": reading.digest(said)}
        records.write(
            consultation, vault, Kind.RELEASE, parts, holder.keys, on=localdate(at), about=newest
        )
        _to(consultation, State.ANSWERED, at)


def set_deadline(*, holder: Holder, case: str, day: date | None) -> None:
    """Until when the asker should have an answer. The day stands in clear."""
    with transaction.atomic():
        consultation = locked(holder, case)
        Consultation.objects.filter(pk=consultation.pk).update(answer_by=day)


def close(*, holder: Holder, case: str, at: datetime) -> None:
    """Nothing more is written; the case is purged when its time is over."""
    with transaction.atomic():
        _to(locked(holder, case), State.CLOSED, at)


def locked(holder: Holder, case: str) -> Consultation:
    """A case that the holder may read and has no conflict in, its row locked.

    :class:`NotThere` without a grant; :class:`NotAllowed` before they said that there is no conflict.
    """
    rows = Consultation.objects.select_for_update()
    consultation = rows.filter(case=case).first()
    if consultation is None or holder.member is None:
        raise NotThere
    mine = consultation.grants.filter(purpose=Purpose.CONTENT, person=holder.person).first()
    if mine is None:
        raise NotThere
    if mine.cleared_on is None:
        raise NotAllowed("Say first whether you have a conflict.")
    if not consultation.is_open:
        raise NotAllowed("This case is closed.")
    return consultation


def _write(holder: Holder, case: str, kind: Kind, parts: Mapping[str, str], at: datetime) -> None:
    with transaction.atomic():
        consultation = locked(holder, case)
        vault = vaults.open_to_write(
            consultation, Purpose.CONTENT, holder, ring(), on=localdate(at)
        )
        records.write(consultation, vault, kind, parts, holder.keys, on=localdate(at))
        others = consultation.grants.exclude(member=None).exclude(person=holder.person)
        others.filter(purpose=Purpose.CONTENT).update(is_news=True, is_told=False)


def _expect_second(consultation: Consultation, draft: Record, holder: Holder) -> None:
    # Also where they made keys anew since.
    if Member.objects.filter(person=draft.author, account=holder.account).exists():
        raise NotAllowed("Somebody else must read a draft before it goes out.")
    if Record.objects.filter(about=draft, kind=Kind.RELEASE).exists():
        raise NotAllowed("This answer went out already.")
    assigned = consultation.grants.filter(purpose=Purpose.CONTENT, is_assigned=True)
    if assigned.count() < _FEWEST:
        raise NotAllowed("Assign at least two people first.")


def _said_in(
    draft: Record, consultation: Consultation, holder: Holder, on: date
) -> Mapping[str, str]:
    entry = reading.opened(consultation, holder, on=on).read([draft])[0]
    if entry.refused:
        raise NotAllowed("The draft is not what its author wrote. It cannot go out.")
    return entry.parts


def _to(consultation: Consultation, state: State, at: datetime) -> None:
    Consultation.objects.filter(pk=consultation.pk).update(state=state, moved_on=localdate(at))
