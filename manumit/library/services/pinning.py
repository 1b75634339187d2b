"""The pins of citations pointed at the passages that are held."""

from collections.abc import Collection
from typing import Any

from django.db.models import F, Q

from manumit.library.models import CitationPin, Passage
from manumit.library.services.rows import batches
from manumit.reference import parent_of

_Address = tuple[int, str]  # of a work's row, and the eid


def pin_to_passages(pins: Any) -> None:
    """Point each pin of the queryset at its passage, or at the nearest above it that is held.

    Those that point at their very passage already are left alone.
    """
    near = Q(passage=None) | ~Q(passage__eid=F("eid")) | Q(passage__retired_at__isnull=False)
    rows = list(pins.filter(near).exclude(citation__target=None).select_related("citation"))
    held = _held({(row.citation.target_id, row.eid) for row in rows})
    changed = []
    for row in rows:
        nearest = _nearest(held, row.citation.target_id, row.eid)
        if nearest != row.passage_id:
            row.passage_id = nearest
            changed.append(row)
    CitationPin.objects.bulk_update(changed, ["passage"], batch_size=200)


def _held(addresses: Collection[_Address]) -> dict[_Address, int]:
    """The passages at these addresses and above them."""
    works = {work for work, _ in addresses}
    eids = list({step for _, eid in addresses for step in _upwards(eid)})
    held: dict[_Address, int] = {}
    for some in batches(eids):
        rows = Passage.objects.standing().filter(work__in=works, eid__in=some)
        for pk, work, eid in rows.values_list("pk", "work_id", "eid"):
            held[work, eid] = pk
    return held


def _nearest(held: dict[_Address, int], work: int, eid: str) -> int | None:
    return next((held[work, step] for step in _upwards(eid) if (work, step) in held), None)


def _upwards(eid: str) -> list[str]:
    steps = [eid]
    while above := parent_of(steps[-1]):
        steps.append(above)
    return steps
