"""What rests on a work: everything here that leads to it, drafts included, for whoever keeps it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db.models import Q

from manumit.library.models import (
    AppliedProvision,
    Citation,
    FindingAbout,
    Instrument,
    Relation,
    Work,
)


@dataclass(frozen=True, slots=True)
class Use:
    """A work leads to another: ``how``, at which passages of it, and how many times."""

    by: Work
    how: str
    passages: tuple[str, ...] = ()
    times: int = 1


def uses_of(work: Work) -> list[Use]:
    """Every work that leads to this one, by title: citing, related, applying, deciding about it."""
    gathered: dict[tuple[int, str], Use] = {}
    for use in (*_related(work), *_applied(work), *_decided(work), *_bound(work), *_cited(work)):
        held = gathered.setdefault((use.by.pk, use.how), use)
        passages = tuple(dict.fromkeys([*held.passages, *use.passages]))
        gathered[use.by.pk, use.how] = replace(held, passages=passages)
    return sorted(gathered.values(), key=lambda use: (use.by.title, use.how))


def _names(work: Work) -> Q:
    return Q(target=work.pk) | Q(target_key=work.key)


def _related(work: Work) -> Iterator[Use]:
    for row in Relation.objects.filter(_names(work)).select_related("work"):
        yield Use(row.work, row.kind.replace("_", " "))


def _applied(work: Work) -> Iterator[Use]:
    rows = AppliedProvision.objects.filter(_names(work)).select_related("judgment")
    for row in rows:
        yield Use(row.judgment, "applies", (row.eid,) if row.eid else ())


def _decided(work: Work) -> Iterator[Use]:
    rows = FindingAbout.objects.filter(Q(target_key=work.key) | Q(passage__work=work.pk))
    for row in rows.select_related("finding__judgment"):
        yield Use(row.finding.judgment, "has a finding about", (row.eid,))


def _bound(work: Work) -> Iterator[Use]:
    """Instruments to which only those bound by this one may become parties."""
    for row in Instrument.objects.filter(joining__depends_on=work.key):
        yield Use(row, "is open to its parties")


def _cited(work: Work) -> Iterator[Use]:
    rows = Citation.objects.standing().filter(_names(work)).exclude(work=work.pk)
    times = Counter(rows.values_list("work", flat=True))
    for other in Work.objects.filter(pk__in=times):
        yield Use(other, "cites", times=times[other.pk])
