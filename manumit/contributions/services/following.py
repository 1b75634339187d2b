"""What who forwarded something can do with the receipt."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from manumit.contributions.errors import NoSuchReceipt, NothingSaid, TooLate
from manumit.contributions.models import WAITING, Contribution, Message, Stands
from manumit.contributions.receipts import hash_of
from manumit.contributions.recording import note


@transaction.atomic
def answer(*, receipt: str, text: str, at: datetime) -> None:
    """Answer the reviewer's question. Raises NoSuchReceipt, NothingSaid or TooLate."""
    one = _held(receipt)
    if one.stands != Stands.ASKED:
        raise TooLate(_("No question is open."))
    if not text.strip():
        raise NothingSaid(_("Write an answer."))
    Message.objects.create(contribution=one, is_question=False, text=text, at=at)
    one.stands = Stands.RECEIVED
    one.save(update_fields=["stands"])
    note(one, "answered", by=None, at=at)


@transaction.atomic
def withdraw(*, receipt: str, at: datetime) -> None:
    """Take it back: nothing of it is kept but that it came. Raises NoSuchReceipt or TooLate."""
    one = _held(receipt)
    if one.stands not in (*WAITING, Stands.BEGUN):
        raise TooLate(_("Somebody has decided on it: ask for it to be taken down instead."))
    one.received_at = one.received_at or at
    one.stands, one.decided_at = Stands.WITHDRAWN, at
    one.empty()
    one.save()
    note(one, "withdrawn", by=None, at=at)


def _held(receipt: str) -> Contribution:
    rows = Contribution.objects.select_for_update().filter(receipt=hash_of(receipt))
    one: Contribution | None = rows.first()
    if one is None:
        raise NoSuchReceipt(_("Nothing is followed by this receipt."))
    return one
