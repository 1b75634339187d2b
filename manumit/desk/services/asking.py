"""An asker sends a case, and comes back to it by the receipt."""

import secrets
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from hashlib import blake2b

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from manumit.desk import crowd, doorway, people, records, vaults
from manumit.desk.errors import Crowded, NotAllowed, SealBroken, WrongSecret
from manumit.desk.keys import Ring, ring
from manumit.desk.models import Consultation, Exclusion, Member
from manumit.desk.register import members_in_conflict
from manumit.desk.sealing import persons
from manumit.desk.sealing.credentials import Kind as Secret
from manumit.desk.sealing.receipts import Receipt, new_receipt, read_receipt
from manumit.desk.sealing.recipients import Role
from manumit.desk.sealing.vaults import Purpose
from manumit.desk.types import Holder, Kind, Question

_LONGEST_RECEIPT = 300  # characters read of what was typed


def ask(
    *, question: Question, submission: str, at: datetime, word: str = ""
) -> tuple[Receipt, Holder]:
    """Seal a case to those who may read it; returns the receipt, which cannot be had again.

    ``submission`` names the form: sent a second time it is :class:`NotAllowed`. :class:`Closed` where fewer
    than two people could read the case; :class:`Crowded` where more came by this hour than the desk takes and no
    ``word`` from an organisation is given, which is refused as a receipt is; :class:`Busy`.
    """
    held = ring()
    with _door(word, held, at):
        return _sealed(question, submission, held, at)


def _door(word: str, held: Ring, at: datetime) -> AbstractContextManager[None]:
    until = crowd.crowded_until(at)
    if until is None:
        return nullcontext()
    if not word:
        raise Crowded(until)
    return crowd.let_in(crowd.word_of(word, held), localdate(at))


def _sealed(
    question: Question, submission: str, held: Ring, at: datetime
) -> tuple[Receipt, Holder]:
    on = localdate(at)
    case = secrets.token_urlsafe(16)
    receipt = unused_receipt(held)
    verifier, kek = doorway.credentials(held, known=True).enroll(receipt.secret, Secret.RECEIPT)
    keys = persons.new_person(f"asker {case}")
    with transaction.atomic():
        consultation, made = Consultation.objects.get_or_create(
            submission=_named(submission),
            defaults={
                "case": case,
                "locator": receipt.locator(held.pepper),
                "verifier": verifier,
                "wrapped": persons.wrap(keys, kek, Secret.RECEIPT),
                "received_on": on,
                "moved_on": on,
            },
        )
        if not made:
            raise NotAllowed(_("This form was sent before, and has arrived. Use its receipt."))
        _fill(consultation, question, keys, held, at)
    return receipt, Holder(keys, consultation=consultation)


def come_back(*, typed: str) -> Holder:
    """The asker with this receipt. :class:`WrongSecret` where there is none; :class:`Unreadable`, :class:`Busy`."""
    held = ring()
    receipt = read_receipt(typed[:_LONGEST_RECEIPT])
    locator = receipt.locator(held.pepper)
    row = Consultation.objects.filter(locator=locator).first()
    door = doorway.credentials(held, known=row is not None)
    stored = bytes(row.verifier) if row else None
    with doorway.one_at_a_time(locator):
        kek = door.prove(stored, receipt.secret, Secret.RECEIPT)
    if row is None:
        raise WrongSecret
    try:
        keys = persons.unwrap(bytes(row.wrapped), kek, row.asker, Secret.RECEIPT)
    except SealBroken:
        raise WrongSecret from None
    return Holder(keys, consultation=row)


def unused_receipt(held: Ring) -> Receipt:
    """A receipt whose two finding words find nothing yet."""
    while True:
        receipt = new_receipt()
        if not Consultation.objects.filter(locator=receipt.locator(held.pepper)).exists():
            return receipt


def _fill(
    consultation: Consultation,
    question: Question,
    keys: persons.PersonKeys,
    held: Ring,
    at: datetime,
) -> None:
    """Who must not read is settled first; then keys, then what was written."""
    on = localdate(at)
    staff = people.on_staff()
    _exclude(consultation, question, staff, held)
    duty = [one for one in staff if one.on_duty]
    triagers = people.recipients(duty, held, frozenset({Role.TRIAGER}), on=on)
    custodians = people.recipients(staff, held, vaults.ROLES[Purpose.IDENTITY], on=on)
    vault = vaults.create(consultation, Purpose.CONTENT, keys.public, triagers, held)
    vaults.create(consultation, Purpose.IDENTITY, keys.public, custodians, held)
    records.write(consultation, vault, Kind.QUESTION, question.parts, keys, on=on)
    parties = {"text": question.parties}
    records.write(consultation, vault, Kind.PARTIES, parties, keys, on=on)
    # Always written, so that its being there tells nothing.
    to = vaults.address(consultation, Purpose.IDENTITY, held)
    names = {"text": question.names}
    records.append(consultation, to, Kind.NAMES, names, keys.person, on=on)


def _exclude(
    consultation: Consultation, question: Question, staff: Iterable[Member], held: Ring
) -> None:
    text = "\n".join([*question.parts.values(), question.parties, question.names])
    why = dict.fromkeys(members_in_conflict(staff, text, held), Exclusion.Why.REGISTER)
    why |= {one: Exclusion.Why.ASKER for one in staff if one.pk in question.unwanted}
    Exclusion.objects.bulk_create(
        Exclusion(consultation=consultation, member=member, why=reason)
        for member, reason in why.items()
    )


def _named(submission: str) -> bytes:
    return blake2b(submission.encode(errors="replace"), digest_size=32).digest()
