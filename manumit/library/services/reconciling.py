"""What editors decide where a depositary's table and a record differ. Nothing here publishes."""

from datetime import datetime
from typing import Any

from django.db import transaction

from manumit.accounts.types import User
from manumit.journal import services as journal
from manumit.library.errors import NoSuchDifference
from manumit.library.models import Instrument, SeenDifference, TreatyEvent
from manumit.library.selectors import (
    Difference,
    differences,
    event_of_act,
    reconciliation,
    source_of_table,
)
from manumit.records import Source


@transaction.atomic
def take_into_record(*, key: str, fingerprint: str, by: User | None, at: datetime) -> None:
    """Add an act that only the table has to a draft of the record, with the table as its source.

    What readers see stays as it is until the draft is published. Raises NoSuchDifference where the
    act is not missing (any more), or a draft has it already.
    """
    work = Instrument.objects.select_for_update().filter(key=key).first()
    found = _find(key, fingerprint)
    if work is None or found.act is None or found.kind != "missing":
        raise NoSuchDifference("only an act that is missing in the record can be taken into it")
    if found.drafted:
        raise NoSuchDifference(f"the draft of {key} has it already: publish it")
    source = source_of_table(found.act.table, looked_on=at.date())
    draft = work.get_latest_revision_as_object()  # the record itself where no draft waits
    draft.sources = _with_source(draft.sources, source)
    draft.events.add(TreatyEvent(**event_of_act(found.act, source)))
    draft.save_revision(user=by, clean=False)
    _tell("act taken into a draft", found, by, at)


@transaction.atomic
def dismiss_difference(
    *, key: str, fingerprint: str, reason: str, by: User | None, at: datetime
) -> None:
    """Keep that an editor saw the difference and that the record is right, and why.

    It comes back when either side changes. Raises NoSuchDifference where it is gone already, or
    no reason is given.
    """
    reason = reason.strip()
    if not reason:
        raise NoSuchDifference("say why the record is right")
    found = _find(key, fingerprint)
    SeenDifference.objects.create(
        instrument_id=found.pk,
        fingerprint=fingerprint,
        says=found.says,
        reason=reason,
        by=by,
        at=at,
    )
    _tell("difference dismissed", found, by, at, reason=reason)


@transaction.atomic
def look_again(*, seen: int, by: User | None, at: datetime) -> None:
    """Take back that the record is right. Raises NoSuchDifference where nobody said so."""
    row = SeenDifference.objects.select_related("instrument").filter(pk=seen).first()
    if row is None:
        raise NoSuchDifference("nobody has dismissed it")
    detail = {"says": row.says, "reason": row.reason}
    journal.append(
        action="difference opened again", subject=row.instrument.key, by=by, at=at, detail=detail
    )
    row.delete()


def _find(key: str, fingerprint: str) -> Difference:
    """The difference that nobody has dismissed."""
    for found in differences(reconciliation([key])):
        if found.fingerprint == fingerprint:
            return found
    raise NoSuchDifference("the table, the record or an editor has changed it: look again")


def _with_source(sources: list[dict[str, Any]], source: Source) -> list[dict[str, Any]]:
    added = source.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return [*(one for one in sources if one.get("id") != source.id), added]


def _tell(action: str, found: Difference, by: User | None, at: datetime, **detail: str) -> None:
    journal.append(
        action=action, subject=found.key, by=by, at=at, detail={"says": found.says, **detail}
    )
