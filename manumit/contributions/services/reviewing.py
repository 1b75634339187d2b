"""What a reviewer decides. Nothing here shows a reader anything."""

from datetime import datetime
from typing import Any

from django.db import transaction

from manumit.contributions.drafting import record_for
from manumit.contributions.errors import NoProposal, NothingSaid, TooLate
from manumit.contributions.models import (
    WAITING,
    Attachment,
    Clearance,
    Contribution,
    Message,
    Stands,
)
from manumit.contributions.reading import REVIEWER, Reading, read_attachment
from manumit.contributions.recording import note
from manumit.contributions.reidentifying import concerns_of
from manumit.contributions.services.removing import take_down
from manumit.contributions.telling import tell
from manumit.contributions.types import Proposal
from manumit.formats import ParsedDocument
from manumit.journal import services as journal
from manumit.library import selectors as library
from manumit.library import services as shelves
from manumit.library.errors import LibraryError


def accept(*, pk: int, proposal: Proposal, with_text: bool, by: Any, at: datetime) -> str:
    """Make a draft of it, with the text of its file where wanted; returns the draft's key.

    Raises NoProposal where no record can be made so, the key is taken or its file cannot be read now, and TooLate.
    """
    # Before the database waits for us: reading may take minutes.
    reading = _read(pk) if with_text else Reading()
    with transaction.atomic():
        return _accepted(_waiting(pk), proposal, reading, by, at)


def _read(pk: int) -> Reading:
    file = Attachment.objects.filter(contribution=pk, contribution__stands__in=WAITING).first()
    reading = read_attachment(file, seconds=REVIEWER)
    if reading.is_worth_another_try:
        raise NoProposal(f"Its file was not read, as {reading.unread}: try again, or without it.")
    return reading


def _accepted(
    one: Contribution, proposal: Proposal, reading: Reading, by: Any, at: datetime
) -> str:
    if library.is_held(proposal.key):
        raise NoProposal(f"{proposal.key} is on the shelves already: close it as known instead.")
    try:
        shelves.record_work(file=record_for(one, proposal, at), by=by, at=at)
        if reading.document:
            _import(reading.document, proposal.key, reading.format, by, at)
    except LibraryError as error:
        raise NoProposal(str(error)) from error
    _decide(one, Stands.ACCEPTED, by, at, key=proposal.key)
    return proposal.key


@transaction.atomic
def close(*, pk: int, key: str, by: Any, at: datetime) -> None:
    """Accept what needs no draft: a correction made, or something that is here already."""
    one = _waiting(pk)
    if not library.is_held(key):
        raise NoProposal(f"Nothing on the shelves has the key {key}.")
    _decide(one, Stands.ACCEPTED, by, at, key=key)


@transaction.atomic
def grant_takedown(*, pk: int, key: str, why: str, by: Any, at: datetime) -> None:
    """Take the work down and close the request, of which no words are kept."""
    one = _waiting(pk)
    if not library.is_held(key):
        raise NoProposal(f"Nothing on the shelves has the key {key}.")
    _decide(one, Stands.ACCEPTED, by, at, key=key)
    take_down(key=key, why=why, by=by, at=at)


@transaction.atomic
def decline(*, pk: int, reason: str, by: Any, at: datetime) -> None:
    """Say no, and why; what was told is forgotten. Raises NothingSaid without a reason."""
    one = _waiting(pk)
    if not reason.strip():
        raise NothingSaid("Say why: the contributor reads it.")
    one.reason = reason
    _decide(one, Stands.DECLINED, by, at)


@transaction.atomic
def ask(*, pk: int, question: str, by: Any, at: datetime) -> None:
    """Ask the contributor. Raises NothingSaid without a question."""
    one = _waiting(pk)
    if not question.strip():
        raise NothingSaid("Write a question.")
    Message.objects.create(contribution=one, is_question=True, text=question, at=at, asked_by=by)
    one.stands = Stands.ASKED
    one.save(update_fields=["stands"])
    note(one, "asked", by=by, at=at)
    tell(one)


@transaction.atomic
def clear(*, key: str, digest: str, reason: str, by: Any, at: datetime) -> None:
    """Answer for publishing an anonymous judgment with the passages that were shown.

    ``digest`` is of those; TooLate where others are there by now, NothingSaid without a reason.
    """
    if not reason.strip():
        raise NothingSaid("Say why nobody can be known by these passages.")
    if concerns_of(library.latest_of(key)).digest != digest:
        raise TooLate("The text has changed since it was shown: look again.")
    Clearance.objects.create(key=key, digest=digest, reason=reason[:500], by=by, at=at)
    journal.append(action="cleared for publication", subject=key, by=by, at=at)


def _import(document: ParsedDocument, key: str, form: str, by: Any, at: datetime) -> None:
    shelves.import_text(document=document, key=key, format_name=form, by=by, at=at, publish=False)


def _waiting(pk: int) -> Contribution:
    rows = Contribution.objects.select_for_update().filter(stands__in=WAITING, pk=pk)
    one: Contribution | None = rows.first()
    if one is None:
        raise TooLate("It was decided on or taken back in the meantime.")
    return one


def _decide(one: Contribution, stands: Stands, by: Any, at: datetime, key: str = "") -> None:
    """Note the decision, tell the contributor, and forget what is needed no more."""
    tell(one)
    one.stands, one.decided_by, one.decided_at, one.key = stands, by, at, key
    if stands == Stands.ACCEPTED:
        one.email = one.credit = ""  # the credit stands in the record by now
    else:
        one.empty()
    one.save()
    note(one, str(stands), by=by, at=at, **({"key": key} if key else {}))
