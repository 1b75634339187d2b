"""What an asker does who is back with the receipt."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from manumit.desk import doorway, files, records, vaults
from manumit.desk.errors import NotAllowed, NotThere, Unreadable, WrongSecret
from manumit.desk.keys import ring
from manumit.desk.models import Consultation, Record, State
from manumit.desk.sealing import persons
from manumit.desk.sealing.credentials import Kind as Secret
from manumit.desk.sealing.receipts import Receipt, read_receipt
from manumit.desk.sealing.vaults import Purpose
from manumit.desk.services.asking import unused_receipt
from manumit.desk.services.purging import forget
from manumit.desk.types import Holder, Kind, Upload

MOST_FILES = 10
_MOST_RECORDS = 200


def write_more(*, holder: Holder, text: str, at: datetime) -> None:
    """Ask on, or tell more."""
    with transaction.atomic():
        consultation = _open(holder)
        vault = vaults.open_to_write(
            consultation, Purpose.CONTENT, holder, ring(), on=localdate(at)
        )
        records.write(consultation, vault, Kind.MORE, {"text": text}, holder.keys, on=localdate(at))
        _moved(consultation, at)


def add_file(*, holder: Holder, upload: Upload, at: datetime) -> None:
    """Seal a file that was cleaned, and its name. :class:`NotAllowed` beyond ten."""
    name = records.new_name()
    try:
        with transaction.atomic():
            _seal(holder, upload, name, at)
    except BaseException:
        files.forget([name])
        raise


def _seal(holder: Holder, upload: Upload, name: str, at: datetime) -> None:
    consultation, on = _open(holder), localdate(at)
    if consultation.files.count() >= MOST_FILES:
        raise NotAllowed(_("A case takes %(most)s files.") % {"most": MOST_FILES})
    vault = vaults.open_to_write(consultation, Purpose.CONTENT, holder, ring(), on=on)
    files.put(consultation, vault, name, upload.data)
    parts = {"name": upload.name, "kind": upload.kind, "bytes": str(len(upload.data))}
    records.write(consultation, vault, Kind.FILE, parts, holder.keys, on=on, name=name)
    _moved(consultation, at)


def add_names(*, holder: Holder, text: str, at: datetime) -> None:
    """Names and contacts: written so that custodians alone can read them, not even who wrote them."""
    with transaction.atomic():
        consultation = _open(holder)
        to = vaults.address(consultation, Purpose.IDENTITY, ring())
        names = {"text": text}
        records.append(consultation, to, Kind.NAMES, names, holder.person, on=localdate(at))
        _moved(consultation, at)


def withdraw(*, holder: Holder, at: datetime) -> None:
    """Take the question back: the desk stops, and the case is purged when its time is over."""
    with transaction.atomic():
        consultation = _open(holder)
        Consultation.objects.filter(pk=consultation.pk).update(
            state=State.WITHDRAWN, moved_on=localdate(at)
        )


def delete(*, holder: Holder) -> None:
    """Destroy the case now: grants, records, files, receipt."""
    forget(_own(holder))


def new_receipt(*, holder: Holder) -> Receipt:
    """Another receipt instead of one that was not written down. May raise :class:`Busy`."""
    consultation, held = _own(holder), ring()
    receipt = unused_receipt(held)
    verifier, kek = doorway.credentials(held, known=True).enroll(receipt.secret, Secret.RECEIPT)
    Consultation.objects.filter(pk=consultation.pk).update(
        locator=receipt.locator(held.pepper),
        verifier=verifier,
        wrapped=persons.wrap(holder.keys, kek, Secret.RECEIPT),
        receipt_typed=False,
    )
    return receipt


def type_back(*, holder: Holder, typed: str) -> bool:
    """Whether what was typed is the receipt; the last proof that it was written down. May raise :class:`Busy`."""
    consultation, held = _own(holder), ring()
    door = doorway.credentials(held, known=True)
    try:
        receipt = read_receipt(typed)
        door.prove(bytes(consultation.verifier), receipt.secret, Secret.RECEIPT)
    except (Unreadable, WrongSecret):
        return False
    if receipt.locator(held.pepper) != bytes(consultation.locator):
        return False
    Consultation.objects.filter(pk=consultation.pk).update(receipt_typed=True)
    return True


def _own(holder: Holder) -> Consultation:
    if holder.consultation is None:
        raise NotThere
    return holder.consultation


def _open(holder: Holder) -> Consultation:
    """The asker's consultation, locked until what is written is written."""
    pk = _own(holder).pk
    consultation = Consultation.objects.select_for_update().filter(pk=pk).first()
    if consultation is None:
        raise NotThere
    if not consultation.is_open:
        raise NotAllowed(_("This case is closed: nothing can be added."))
    if Record.objects.filter(consultation=consultation).count() >= _MOST_RECORDS:
        raise NotAllowed(_("This case is full: begin another."))
    return consultation


def _moved(consultation: Consultation, at: datetime) -> None:
    """Its readers have news; what was answered is in hand again."""
    if consultation.state == State.ANSWERED:
        consultation.state = State.IN_HAND
    consultation.moved_on = localdate(at)
    consultation.save(update_fields=["state", "moved_on"])
    consultation.grants.exclude(member=None).update(is_news=True, is_told=False)
