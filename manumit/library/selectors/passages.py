"""One passage with everything that stands beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from manumit.base.markup import fragment
from manumit.library.errors import WorkNotFound
from manumit.library.models import AppliedProvision, Finding, Passage, Text, Wording, Work
from manumit.library.selectors.citator import shown_citations
from manumit.library.selectors.findings import findings_about, findings_at
from manumit.reference import is_eid, parent_of
from manumit.vocab.types import Concept


@dataclass(frozen=True, slots=True)
class Said:
    """What one text says at a passage; ``html`` may be a part of the wording's."""

    text: Text
    wording: Wording
    html: str


@dataclass(frozen=True, slots=True)
class PassagePage:
    """One passage with everything that stands beside it.

    ``unit`` is the nearest passage above that a text words as a whole (the passage itself, mostly).
    ``about`` are findings of judgments on this provision, ``drawn`` the findings of this very
    judgment that rest on it, ``applied`` the judgments that applied it.
    """

    passage: Passage
    unit: Passage
    topics: Sequence[Concept]
    said: Sequence[Said]
    above: Sequence[Passage]
    below: Sequence[Passage]
    previous: Passage | None
    following: Passage | None
    about: Sequence[Finding]
    drawn: Sequence[Finding]
    applied: Sequence[AppliedProvision]

    @property
    def heading(self) -> str:
        """The heading of the record, else the one printed in the work's own language."""
        if self.passage.heading or self.unit.eid != self.passage.eid or not self.said:
            return self.passage.heading
        return self.said[0].wording.heading


def passage_page(work: Work, eid: str, on: date) -> PassagePage:
    """A passage as it stood on the day, with its margin. Raises WorkNotFound.

    An address below what a text words as one (a paragraph of an article) is found inside it.
    """
    passage = work.passages.filter(eid=eid).first()
    unit = passage if passage and _is_worded(passage) else _unit_above(work, eid)
    said = _said(unit, eid, on) if unit else []
    if passage is None:
        if not any(piece.html for piece in said):
            raise WorkNotFound(f"{work.key} has no passage {eid}")
        passage = Passage(work=work, eid=eid, parent=unit)
    anchor = passage if passage.pk else unit
    assert anchor is not None
    return PassagePage(
        passage=passage,
        unit=unit or passage,
        topics=list(passage.topics.prefetch_related("labels")) if passage.pk else [],
        said=[piece for piece in said if piece.html or piece.wording.heading],
        above=_above(passage),
        below=_below(passage),
        previous=_beside(anchor, -1),
        following=_beside(anchor, 1),
        about=findings_about([passage]) if passage.pk else [],
        drawn=findings_at(passage) if passage.pk else [],
        applied=_applied(passage) if passage.pk else [],
    )


def _said(unit: Passage, eid: str, on: date) -> list[Said]:
    pieces = []
    for wording in _wordings_on(unit, on):
        html = wording.html if unit.eid == eid else fragment(wording.html, eid) or ""
        pieces.append(Said(wording.text, wording, html))
    return pieces


def _wordings_on(passage: Passage, on: date) -> list[Wording]:
    texts = Text.objects.on(on)
    rows = passage.wordings.filter(text__in=texts).select_related("text")
    rows = rows.prefetch_related(shown_citations())
    own = passage.work.language
    return sorted(rows, key=lambda row: (row.text.language != own, row.text.language))


def _is_worded(passage: Passage) -> bool:
    return bool(passage.wordings.exists())


def _unit_above(work: Work, eid: str) -> Passage | None:
    if not is_eid(eid):
        return None
    step = parent_of(eid)
    while step:
        passage = work.passages.filter(eid=step).first()
        if passage and _is_worded(passage):
            return passage  # type: ignore[no-any-return]
        step = parent_of(step)
    return None


def _above(passage: Passage) -> list[Passage]:
    chain: list[Passage] = []
    step = passage.parent
    while step is not None:
        chain.insert(0, step)
        step = step.parent
    return chain


def _below(passage: Passage) -> list[Passage]:
    if not passage.pk:
        return []
    return list(passage.children.standing().order_by("position"))


def _beside(passage: Passage, direction: int) -> Passage | None:
    """The next or previous passage of the same depth of eid: section after section."""
    depth = passage.eid.count("__")
    rows = Passage.objects.standing().filter(work=passage.work_id)
    if direction > 0:
        rows = rows.filter(position__gt=passage.position).order_by("position")
    else:
        rows = rows.filter(position__lt=passage.position).order_by("-position")
    return next((row for row in rows[:200] if row.eid.count("__") == depth), None)


def _applied(passage: Passage) -> list[AppliedProvision]:
    rows = passage.applied_in.filter(judgment__live=True).select_related("judgment__forum")
    return list(rows.order_by("-judgment__decided_on"))
