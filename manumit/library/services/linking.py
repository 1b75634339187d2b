"""Links that waited for a work to arrive."""

from collections.abc import Sequence
from typing import Any

from django.db import models, transaction
from django.db.models import Q

from manumit.library.models import AppliedProvision, FindingAbout, Relation, Work
from manumit.library.services.joining import join_by_key
from manumit.library.services.passages import arrange, ensure_passages


@transaction.atomic
def link_open_targets(only: Work | None = None) -> int:
    """Point every open relation, provision and citation at the work that has since arrived.

    With ``only``, those that this work states or that wait for it. Returns how many were linked.
    A passage named by a link is made if the work has none yet: the link itself says that the work
    has such a provision.
    """
    relations = _open(Relation, "work", only).filter(target=None)
    applied = _open(AppliedProvision, "judgment", only)
    about = _open(FindingAbout, "finding__judgment", only)
    linked = _link_works(relations) + _link_works(applied.filter(target=None))
    linked += _link_passages(applied.filter(passage=None).exclude(eid=""))
    linked += _link_passages(about.filter(passage=None))
    return linked + join_by_key(only)


def _open(model: type[Any], owner: str, only: Work | None) -> models.QuerySet[Any]:
    rows: models.QuerySet[Any] = model.objects.all()
    return rows.filter(Q(target_key=only.key) | Q(**{owner: only.pk})) if only else rows


def _link_works(waiting: models.QuerySet[Any]) -> int:
    rows = list(waiting)
    works = _arrived(rows)
    found = [row for row in rows if row.target_key in works]
    for row in found:
        row.target = works[row.target_key]
    waiting.model.objects.bulk_update(found, ["target"], batch_size=500)
    return len(found)


def _link_passages(open_rows: models.QuerySet[Any]) -> int:
    rows = list(open_rows)
    works = _arrived(rows)
    by_work: dict[str, list[Any]] = {}
    for row in rows:
        if row.target_key in works:
            by_work.setdefault(row.target_key, []).append(row)
    for key, waiting in by_work.items():
        passages = ensure_passages(works[key], (row.eid for row in waiting))
        arrange(works[key])
        for row in waiting:
            row.passage = passages[row.eid]
        open_rows.model.objects.bulk_update(waiting, ["passage"], batch_size=500)
    return sum(map(len, by_work.values()))


def _arrived(rows: Sequence[Any]) -> dict[str, Work]:
    keys = {row.target_key for row in rows}
    works: dict[str, Work] = Work.objects.in_bulk(keys, field_name="key") if keys else {}
    return works
