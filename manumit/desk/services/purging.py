"""What is over is destroyed, in old backups too: by the keys that they do not have."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate

from manumit.desk import files
from manumit.desk.errors import SealingError
from manumit.desk.keys import destroy_epochs, new_epoch, ring
from manumit.desk.models import (
    Approval,
    Conflict,
    Consultation,
    DoorWord,
    Event,
    Grant,
    Session,
    State,
    Vault,
)
from manumit.desk.sealing import appends, approvals, grants
from manumit.desk.sealing.epochs import Epochs
from manumit.desk.sealing.labels import Label
from manumit.desk.sealing.vaults import Purpose, VaultName
from manumit.desk.services.sessions import LONGEST
from manumit.desk.terms import terms_of


@dataclass(frozen=True, slots=True)
class Purged:
    """How many of each were done."""

    cases: int
    strays: int
    carried: int
    epochs: int


def purge(*, at: datetime) -> Purged:
    """Destroy cases whose time is over, begin the month's epoch, carry what lives on, destroy old epochs.

    Safe to stop anywhere and to do again.
    """
    on = localdate(at)
    over = _over(on)
    for consultation in over:
        forget(consultation)
        Event.objects.create(on=on, act=Event.Act.PURGED)
    Approval.objects.filter(until__lte=at).delete()
    Session.objects.filter(began_at__lte=at - LONGEST).delete()
    strays = files.forget_strays(at=at)
    new_epoch(on=on)
    carried = _carry_all(ring().epochs, on)
    keep = timedelta(days=settings.MANUMIT_DESK_BACKUP_DAYS)
    return Purged(len(over), strays, carried, destroy_epochs(on=on, keep=keep))


def forget(consultation: Consultation) -> None:
    """Destroy a case. Its files go last: without grants nobody opens them."""
    names = list(consultation.files.values_list("name", flat=True))
    consultation.delete()
    transaction.on_commit(lambda: files.forget(names))


def _over(on: date) -> list[Consultation]:
    """Closed or withdrawn, and nothing moved for as long as the centre keeps cases."""
    since = on - timedelta(days=settings.MANUMIT_DESK_KEEP_DAYS)
    over = Consultation.objects.filter(
        state__in=[State.CLOSED, State.WITHDRAWN], moved_on__lte=since
    )
    return list(over)


def _carry_all(epochs: Epochs, on: date) -> int:
    """Each row by itself: what is changed meanwhile is under the newest key already."""
    return (
        _carry(Grant.objects.select_related("consultation"), "sealed", _grant(epochs), on)
        + _carry(Vault.objects.select_related("consultation"), "address", _address(epochs), on)
        + _carry(
            Approval.objects.select_related("consultation", "handler", "custodian"),
            "sealed",
            lambda row, blob: approvals.carry_approval(blob, terms_of(row), epochs),
            on,
        )
        + _carry(
            Conflict.objects.select_related("member"),
            "sealed",
            lambda row, blob: epochs.carry(blob, Label.CONFLICT, row.member.person),
            on,
        )
        + _carry(
            DoorWord.objects.all(),
            "sealed",
            lambda row, blob: epochs.carry(blob, Label.DOOR_WORD_NOTE, row.name),
            on,
        )
    )


def _carry(
    rows: Iterable[Any], field: str, carried: Callable[[Any, bytes], bytes], on: date
) -> int:
    count = 0
    for row in rows:
        blob = bytes(getattr(row, field))
        try:
            anew = carried(row, blob)
        except SealingError:
            # Altered or forged: it opens for nobody, and must not keep the others from being carried.
            Event.objects.create(on=on, act=Event.Act.REFUSED)
            continue
        count += type(row).objects.filter(pk=row.pk, **{field: blob}).update(**{field: anew})
    return count


def _grant(epochs: Epochs) -> Callable[[Grant, bytes], bytes]:
    def carried(row: Grant, blob: bytes) -> bytes:
        name = VaultName(Purpose(row.purpose), row.consultation.case, row.generation)
        return grants.carry_grant(blob, row.person, name, epochs)

    return carried


def _address(epochs: Epochs) -> Callable[[Vault, bytes], bytes]:
    def carried(row: Vault, blob: bytes) -> bytes:
        name = VaultName(Purpose(row.purpose), row.consultation.case, row.generation)
        return appends.carry_address(blob, name, epochs)

    return carried
