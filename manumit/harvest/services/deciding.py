"""An editor's word on what waits."""

import zlib
from datetime import datetime

from django.db import transaction

from manumit.accounts.types import User
from manumit.harvest.errors import NothingWaits
from manumit.harvest.kinds.content import Paper, RecordText, from_values
from manumit.harvest.models import Became, Fetched
from manumit.harvest.shelving import Arrival, shelve_paper, shelve_record
from manumit.library.services import discard_draft


@transaction.atomic
def take_in(*, fetched: Fetched, by: User | None, at: datetime) -> tuple[str, ...]:
    """Let what waits change what readers see; returns the keys of the works.

    Raises NothingWaits, or what made it unreadable meanwhile.
    """
    row = _waiting(fetched)
    data, content = zlib.decompress(bytes(row.held or b"")), from_values(row.content)
    arrival = Arrival(row.source.trust, row.source.title, by, at, accepted=True)
    if isinstance(content, Paper):
        fate = shelve_paper(content, data, row.address, arrival)
    else:
        assert isinstance(content, RecordText)  # nothing else ever waits
        fate = shelve_record(content, data, arrival)
    _decided(row, Became.SHELVED)
    return fate.keys


@transaction.atomic
def decline(*, fetched: Fetched) -> None:
    """Leave the shelves as they are; it is asked again when the source changes. Raises NothingWaits."""
    _decided(_waiting(fetched), Became.DECLINED)


@transaction.atomic
def drop(*, key: str, by: User | None, at: datetime) -> None:
    """Take a draft that came by itself off the shelves; it is asked again when its source changes.

    Raises NothingWaits for what did not come by itself, WasPublished for what readers have seen.
    """
    # SQLite cannot ask whether a list has a value: the few rows of one source's things are read.
    rows = Fetched.objects.select_for_update().filter(became=Became.SHELVED).exclude(keys=[])
    came = [row for row in rows.only("keys", "became", "held", "reason") if key in row.keys]
    if not came:
        raise NothingWaits(f"{key} did not come by itself")
    discard_draft(key=key, by=by, at=at)
    for row in came:
        _decided(row, Became.DECLINED)


def _waiting(fetched: Fetched) -> Fetched:
    rows = Fetched.objects.select_for_update().select_related("source")
    row = rows.filter(pk=fetched.pk, became=Became.WAITING).first()
    if row is None:
        raise NothingWaits(f"{fetched.address} does not wait any more")
    return row


def _decided(row: Fetched, became: Became) -> None:
    row.became, row.held, row.reason = became, None, ""
    row.save(update_fields=["became", "held", "reason"])
