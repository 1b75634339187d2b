"""What was learnt from an answer, as a note for everybody: written afresh, read by two, of no case and no day.

Until it is approved a note lies sealed in its case, to the eye a note among staff like any other. Then its
text stands by itself, and goes to the shelves when the month is over: nobody can tell from the day on which it
arrives there which case was answered before.
"""

import secrets
from collections.abc import Callable, Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from manumit.desk import reading, records, vaults
from manumit.desk.afresh import COPIED, shared_runs
from manumit.desk.errors import NotAllowed
from manumit.desk.freshness import expect_fresh
from manumit.desk.keys import ring
from manumit.desk.models import Consultation, PracticeNote, State
from manumit.desk.practice import PARTS, approved_in, asked_in, proposed_in
from manumit.desk.sealing.vaults import Purpose
from manumit.desk.services.answering import locked
from manumit.desk.types import Entry, Holder, Kind


def propose_note(*, holder: Holder, case: str, parts: Mapping[str, str], at: datetime) -> None:
    """Keep a note, sealed in its case, in place of the one before.

    ``parts`` are its title, text, place (a system's code) and language. :class:`NotAllowed` before the case was
    answered, for what is not filled in, and for the asker's own words.
    """
    said = {name: parts[name].strip() for name in PARTS}
    if not all(said.values()):
        raise NotAllowed("A note has a title, a text, a place and a language.")
    with transaction.atomic():
        consultation = _answered(holder, case)
        found = reading.entries(reading.opened(consultation, holder, on=localdate(at)))
        if shared_runs(f"{said['title']}\n{said['text']}", asked_in(found), least=COPIED):
            raise NotAllowed("These are words of the asker. Write the note afresh.")
        _write(consultation, said, holder, at)


def approve_note(*, holder: Holder, case: str, name: str, at: datetime) -> None:
    """Let a colleague's note out, which the holder has held against the case.

    :class:`NotAllowed` for one's own, for one that is not the newest, and for one that is out; :class:`NotFresh`.
    """
    expect_fresh(holder, at)
    with transaction.atomic():
        consultation = _answered(holder, case)
        found = reading.entries(reading.opened(consultation, holder, on=localdate(at)))
        note = _to_approve(found, name, holder)
        _write(consultation, {"text": "", "approves": note.name}, holder, at)
        said = {part: note.parts[part] for part in PARTS}
        PracticeNote.objects.create(**said, approved_in=_month(localdate(at)))


def hand_over(*, to: Callable[[Mapping[str, str]], None], on: date) -> int:
    """Give away the notes of months that are over, in an order by lot; returns how many.

    ``to`` takes the parts of one, in the same transaction in which it is forgotten here.
    """
    rows = list(PracticeNote.objects.filter(approved_in__lt=_month(on)))
    secrets.SystemRandom().shuffle(rows)
    for row in rows:
        with transaction.atomic():
            to({part: getattr(row, part) for part in PARTS})
            row.delete()
    return len(rows)


def _answered(holder: Holder, case: str) -> Consultation:
    consultation = locked(holder, case)
    if consultation.state != State.ANSWERED:
        raise NotAllowed("A note is made of what was answered.")
    return consultation


def _to_approve(found: list[Entry], name: str, holder: Holder) -> Entry:
    note = proposed_in(found)
    if note is None or note.name != name:
        raise NotAllowed("A colleague has written another note meanwhile. Read that one.")
    if note.is_by(holder):
        raise NotAllowed("Somebody else must read a note before it goes out.")
    if approved_in(found, note):
        raise NotAllowed("This note is out already.")
    return note


def _write(
    consultation: Consultation, parts: Mapping[str, str], holder: Holder, at: datetime
) -> None:
    on = localdate(at)
    vault = vaults.open_to_write(consultation, Purpose.CONTENT, holder, ring(), on=on)
    records.write(consultation, vault, Kind.NOTE, parts, holder.keys, on=on)


def _month(on: date) -> str:
    return f"{on:%Y-%m}"
