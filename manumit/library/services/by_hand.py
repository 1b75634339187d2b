"""Citations that people settled: corrected, rejected, and kept where their words stand."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from manumit.accounts.types import User
from manumit.journal import services as journal
from manumit.library.errors import LibraryError
from manumit.library.models import Citation, CitationPin, Text, Work
from manumit.library.services.pinning import pin_to_passages
from manumit.reference import BadKey, is_eid, kind_of, parse_key

_ASIDE = 1_000_000_000  # farther than any wording is long: where rows wait while others move


@transaction.atomic
def correct_citation(
    *, citation: Citation, key: str, eids: Sequence[str], by: User | None, at: datetime
) -> None:
    """Let a citation lead to the work with this key, held or not, and to these passages of it.

    Raises LibraryError for a key or an eid that is none.
    """
    _refuse_no_address(key, eids)
    before = citation.target_key
    citation.pins.all().delete()
    citation.kind = kind_of(key) or citation.kind
    citation.target_key, citation.stem, citation.candidates = key, "", []
    citation.target = Work.objects.filter(key=key).first()
    citation.state = Citation.State.CORRECTED
    citation.save()
    pins = [CitationPin(citation=citation, eid=eid) for eid in dict.fromkeys(eids)]
    CitationPin.objects.bulk_create(pins)
    pin_to_passages(citation.pins.all())
    said = {"was": before, "key": key, "eids": list(eids)}
    _tell("citation corrected", citation, by, at, said)


@transaction.atomic
def reject_citation(*, citation: Citation, by: User | None, at: datetime) -> None:
    """Say that what was found is no citation, or leads nowhere; it is not found there again."""
    citation.state = Citation.State.REJECTED
    citation.save(update_fields=["state"])
    _tell("citation rejected", citation, by, at, {"was": citation.target_key})


def settled_by_hand(text: Text, plain: Mapping[int, str]) -> dict[int, list[Citation]]:
    """What people settled in a text, by wording, moved to where its words stand now.

    ``plain`` is what each wording says. Where the words are gone, what was said of them goes too.
    """
    kept: dict[int, list[Citation]] = defaultdict(list)
    moved, gone = [], []
    rows = Citation.objects.filter(wording__text=text).exclude(state=Citation.State.FOUND)
    for row in rows.order_by("wording", "start"):
        others = kept[row.wording_id]
        start = _where(row, plain[row.wording_id], after=others[-1].end if others else 0)
        if start is None:
            gone.append(row.pk)
            continue
        if start != row.start:
            row.start, row.end = start, start + len(row.words)
            moved.append(row)
        others.append(row)
    Citation.objects.filter(pk__in=gone).delete()
    _move(moved)
    return kept


def _where(row: Citation, plain: str, after: int) -> int | None:
    """Where a citation's words begin: at their old place, else at the next that follows."""
    if row.start >= after and plain[row.start : row.end] == row.words:
        return row.start
    found = plain.find(row.words, after)
    return None if found < 0 else found


def _move(rows: Sequence[Citation]) -> None:
    """Give rows their new places, by way of one where none meets another's old place."""
    moved = Citation.objects.filter(pk__in=[row.pk for row in rows])
    moved.update(start=F("start") + _ASIDE, end=F("end") + _ASIDE)
    Citation.objects.bulk_update(rows, ["start", "end"], batch_size=500)


def _refuse_no_address(key: str, eids: Sequence[str]) -> None:
    try:
        parse_key(key)
    except BadKey as error:
        raise LibraryError(str(error)) from error
    for eid in eids:
        if not is_eid(eid):
            raise LibraryError(f"{eid!r} is no passage: write one such as art_4 or para_282")


def _tell(
    action: str, citation: Citation, by: User | None, at: datetime, detail: dict[str, Any]
) -> None:
    place = f"{citation.wording.passage.eid}:{citation.start}-{citation.end}"
    journal.append(
        action=action,
        subject=citation.work.key,
        by=by,
        at=at,
        detail={"place": place, "words": citation.words, **detail},
        touches=filter(None, [detail["was"]]),
    )
