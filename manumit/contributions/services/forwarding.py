"""Forwarding something: looked at first, then sent."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from manumit.contributions.cleaning import Cleaned, clean_apart
from manumit.contributions.errors import NothingSaid, TooLate, TooMuch
from manumit.contributions.models import Attachment, Contribution, Stands
from manumit.contributions.receipts import hash_of, new_receipt
from manumit.contributions.recording import note
from manumit.contributions.types import Said

_UNSENT = timedelta(days=1)  # what was looked at and not sent is forgotten
_HOUR = timedelta(hours=1)


def begin(
    *, said: Said, file: bytes, by: Any, at: datetime, receipt: str = ""
) -> tuple[str, Contribution]:
    """Keep what was filled in until it is sent; returns its receipt and the row.

    With the ``receipt`` of one that was begun before, that one is changed, and its file stays unless
    there is another. Raises NothingSaid, NotCleaned, TooMuch or TooLate.
    """
    _refuse_early(receipt, at)
    # Before the database waits for us: cleaning may take half a minute.
    cleaned = clean_apart(file) if file else None
    with transaction.atomic():
        return _kept(said, cleaned, fingerprint(file), by, at, receipt)


def _refuse_early(receipt: str, at: datetime) -> None:
    """Before any work is done for a file."""
    if receipt:
        _begun(Contribution.objects.filter(receipt=hash_of(receipt)))
    else:
        _refuse_flood(at)


def _kept(
    said: Said, cleaned: Cleaned | None, mark: str, by: Any, at: datetime, receipt: str
) -> tuple[str, Contribution]:
    Contribution.objects.filter(stands=Stands.BEGUN, begun_at__lt=at - _UNSENT).delete()
    rows = Contribution.objects.select_for_update().filter(receipt=hash_of(receipt))
    one = _begun(rows) if receipt else None
    if one is None:
        receipt = new_receipt()
        one = Contribution(receipt=hash_of(receipt), begun_at=at)
    _fill(one, said, by)
    kept = cleaned or (one.pk and Attachment.objects.filter(contribution=one).exists())
    if not (kept or said.citation.strip() or said.address or said.text.strip()):
        raise NothingSaid(_("Give a citation, an address, a file or a few words."))
    one.save()
    if cleaned:
        Attachment.objects.filter(contribution=one).delete()
        Attachment.objects.create(
            contribution=one,
            kind=cleaned.kind,
            size=len(cleaned.data),
            fingerprint=mark,
            data=cleaned.data,
            removed=list(cleaned.removed),
        )
    return receipt, one


@transaction.atomic
def send(*, receipt: str, at: datetime) -> Contribution:
    """Give it to the reviewers; sending it again changes nothing. Raises TooLate where it is gone."""
    one = Contribution.objects.select_for_update().filter(receipt=hash_of(receipt)).first()
    if one is None:
        raise TooLate(
            _("What you filled in was kept for a day and is gone: please fill it in again.")
        )
    if one.stands == Stands.BEGUN:
        one.stands, one.received_at = Stands.RECEIVED, at
        one.save(update_fields=["stands", "received_at"])
        note(one, "received", by=None, at=at)
    found: Contribution = one
    return found


def fingerprint(data: bytes) -> str:
    """What tells that one file came twice, and tells nobody without our secret which file it is."""
    return salted_hmac("manumit.contributions.file", data, algorithm="sha256").hexdigest()


def _begun(rows: Any) -> Contribution:
    one: Contribution | None = rows.filter(stands=Stands.BEGUN).first()
    if one is None:
        raise TooLate(_("This was sent already, or is gone: begin anew to forward something else."))
    return one


def _refuse_flood(at: datetime) -> None:
    """No address of anyone is kept, so the limit is one for all."""
    if (
        Contribution.objects.filter(begun_at__gt=at - _HOUR).count()
        >= settings.MANUMIT_FORWARDED_AN_HOUR
    ):
        raise TooMuch(_("Too much was forwarded within this hour: please come back later."))


def _fill(one: Contribution, said: Said, by: Any) -> None:
    one.what, one.about = said.what, said.about
    one.citation, one.address, one.text = said.citation, said.address, said.text
    one.rights, one.anonymous = said.rights, said.anonymous
    one.email, one.credit, one.by = said.email, said.credit, by
