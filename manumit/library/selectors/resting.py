"""What rests on a provision as it stood on a day: citations, applications, findings, gists.

Each is told what became of the provision since, so that readers and editors see what is stale. It
is computed for the day on which it is asked; nothing of it is kept.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.db.models import Q

from manumit.base.days import bounds
from manumit.library.models import (
    AppliedProvision,
    Citation,
    Finding,
    FindingAbout,
    Judgment,
    Kind,
    Passage,
    Wording,
    Work,
)
from manumit.library.selectors.since import Became, Rest, what_became_of

_IN_TIME = (Kind.INSTRUMENT, Kind.LEGISLATION)  # whose texts hold over a period
_BATCH = 400  # things looked at together, so that no question to the database is too long


@dataclass(frozen=True, slots=True)
class Stale:
    """Something of the Centre's that must be looked at again, for a provision it rests on changed.

    ``what`` says which: the ``finding``, or the gist of ``passage`` itself. ``on`` is the day as of
    which it was right; ``became`` what happened to the provision since.
    """

    what: Literal["finding", "gist"]
    passage: Passage
    on: date
    became: Became
    finding: Finding | None = None


def day_of(work: Any) -> date | None:
    """The day as of which a work speaks of the law; None where it has none.

    The last that the date of a judgment or a publication may mean.
    """
    kind = work.as_kind()
    if isinstance(kind, Judgment):
        return kind.law_on
    if kind.kind == Kind.PUBLICATION:
        known = kind.law_as_of or kind.published_on
        return bounds(known)[1] if known else None
    return None


def gist_day(work: Work) -> date | None:
    """The day as of which the record speaks of its provisions: when somebody last looked at them."""
    looked = [
        bounds(str(source["on"]))[1]
        for source in work.sources
        if "provisions" in source.get("for", []) and source.get("on")
    ]
    return max(looked, default=None)


def tell_citations(work: Any, wordings: Iterable[Wording], today: date) -> None:
    """Note with each citation of law in a work's wordings its day, and what it became since."""
    day = day_of(work)
    rows = [row for each in wordings for row in each.citations.all() if _is_of_law(row)]
    if day is None or not rows:
        return
    rests = {row: [Rest(row.target_id, eid, day) for eid in _pins(row)] for row in rows}
    became = what_became_of({rest for each in rests.values() for rest in each}, today)
    for row, each in rests.items():
        row.on = day
        row.became = _gravest([became[rest] for rest in each])


def tell_applied(judgment: Any, rows: Sequence[AppliedProvision], today: date) -> None:
    """Note with each provision that a judgment applied what it became since the decision."""
    day = judgment.law_on
    rests = {
        row: Rest(row.target.pk, row.eid, day)
        for row in rows
        if row.target and row.eid and row.target.kind in _IN_TIME
    }
    became = what_became_of(set(rests.values()), today)
    for row, rest in rests.items():
        row.became = became[rest]


def tell_findings(findings: Iterable[Finding], today: date) -> None:
    """Note with each provision that findings are about what it became since their judgments.

    The rows of ``about`` must have been fetched with their passages.
    """
    rests = {row: rest for row, rest in _rests_of(findings) if rest}
    became = what_became_of(set(rests.values()), today)
    for row, rest in rests.items():
        row.became = became[rest]


def stale(today: date) -> list[Stale]:
    """All findings and gists of published works that rest on text that has changed since."""
    return [*_stale_findings(today), *_stale_gists(today)]


def _stale_findings(today: date) -> Iterator[Stale]:
    """Findings of published judgments, the newest judgment first."""
    rows = Finding.objects.filter(judgment__live=True, about__passage__work__in=_may_have_changed())
    rows = rows.distinct().select_related("judgment__forum")
    for batch in _batches(rows.order_by("-judgment__decided_on", "judgment__key", "sort_order")):
        found = list(batch.prefetch_related("about__passage__work"))
        tell_findings(found, today)
        for finding in found:
            for row in finding.about.all():
                if row.became and row.became.stale:
                    day = finding.judgment.law_on
                    yield Stale("finding", row.passage, day, row.became, finding)


def _stale_gists(today: date) -> Iterator[Stale]:
    """Gists and penalties of provisions, by work and in reading order."""
    rows = Passage.objects.standing().exclude(Q(gist="") & Q(penalty=""))
    rows = rows.filter(work__in=_may_have_changed())
    for batch in _batches(rows.order_by("work__key", "position")):
        found = [
            (passage, Rest(passage.work_id, passage.eid, day))
            for passage in batch.select_related("work")
            if (day := gist_day(passage.work))
        ]
        became = what_became_of({rest for _, rest in found}, today)
        for passage, rest in found:
            if became[rest].stale:
                yield Stale("gist", passage, rest.on, became[rest])


def _may_have_changed() -> Any:
    """Law of which the Centre could know: it holds a text, or that it was repealed."""
    known = Q(texts__isnull=False) | Q(legislation__repealed_on__gt="")
    return Work.objects.filter(known, live=True, kind__in=_IN_TIME).values("pk")


def _batches(rows: Any) -> Iterator[Any]:
    """The rows in their order, so many at a time."""
    numbers = list(rows.values_list("pk", flat=True))
    for start in range(0, len(numbers), _BATCH):
        yield rows.filter(pk__in=numbers[start : start + _BATCH])


def _rests_of(findings: Iterable[Finding]) -> Iterator[tuple[FindingAbout, Rest | None]]:
    for finding in findings:
        for row in finding.about.all():
            passage = row.passage
            in_time = passage is not None and passage.work.kind in _IN_TIME
            yield (
                row,
                Rest(passage.work_id, row.eid, finding.judgment.law_on) if in_time else None,
            )


def _is_of_law(citation: Citation) -> bool:
    target = citation.target
    return target is not None and target.live and target.kind in _IN_TIME


def _pins(citation: Citation) -> list[str]:
    return [pin.eid for pin in citation.pins.all()] or [""]


def _gravest(found: Sequence[Became]) -> Became:
    """What tells the reader most: the first that is stale, else the first."""
    return next((each for each in found if each.stale), found[0])
