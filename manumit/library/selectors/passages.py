"""One passage with everything that stands beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from manumit.base.markup import fragment
from manumit.library.errors import WorkNotFound
from manumit.library.models import AppliedProvision, Finding, Passage, Text, Wording, Work
from manumit.library.selectors.citator import shown_citations
from manumit.library.selectors.findings import findings_about, findings_at
from manumit.library.selectors.holding import (
    began,
    by_language,
    first_after,
    holding,
    last_before,
)
from manumit.reference import is_eid, parent_of
from manumit.vocab.types import Concept


@dataclass(frozen=True, slots=True)
class Said:
    """What one text says at a passage; ``html`` may be a part of the wording's.

    ``by_later`` is true where no text of the day is held in this language, and a later one says that
    its words have stood since before that day.
    """

    text: Text
    wording: Wording
    html: str
    by_later: bool = False


@dataclass(frozen=True, slots=True)
class Absent:
    """A language in which nothing is held of the passage for the day.

    ``text`` is the text of the day, which does not have it; None where none is held. ``before`` is
    the last earlier text that has it, ``after`` the first later one.
    """

    language: str
    text: Text | None
    before: Text | None
    after: Text | None


@dataclass(frozen=True, slots=True)
class PassagePage:
    """One passage with everything that stands beside it.

    ``unit`` is the nearest passage above that a text words as a whole (the passage itself, mostly).
    ``absent`` are the languages in which other versions have the passage, but none of the day.
    ``about`` are findings of judgments on this provision, ``drawn`` the findings of this very
    judgment that rest on it, ``applied`` the judgments that applied it.
    """

    passage: Passage
    unit: Passage
    topics: Sequence[Concept]
    said: Sequence[Said]
    absent: Sequence[Absent]
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

    An address below what a text words as one (a paragraph of an article) is found inside it. A
    passage that only another version has is none the less a passage.
    """
    passage = work.passages.filter(eid=eid).first()
    unit = passage if passage and _is_worded(passage) else _unit_above(work, eid)
    worded = _worded_by(unit, eid)
    if passage is None:
        if unit is None or not worded:
            raise WorkNotFound(f"{work.key} has no passage {eid}")
        passage = Passage(work=work, eid=eid, parent=unit)
    said, absent = _on(work, worded, on)
    anchor = passage if passage.pk else unit
    assert anchor is not None
    return PassagePage(
        passage=passage,
        unit=unit or passage,
        topics=list(passage.topics.prefetch_related("labels")) if passage.pk else [],
        said=[_piece(row, eid, on) for row in said],
        absent=absent,
        above=_above(passage),
        below=_below(passage),
        previous=_beside(anchor, -1),
        following=_beside(anchor, 1),
        about=findings_about([passage]) if passage.pk else [],
        drawn=findings_at(passage) if passage.pk else [],
        applied=_applied(passage) if passage.pk else [],
    )


def _worded_by(unit: Passage | None, eid: str) -> list[Wording]:
    """Every wording of the unit, in any version, that has the passage; without its words."""
    if unit is None:
        return []
    rows = unit.wordings.all()
    if unit.eid != eid:
        rows = rows.filter(html__contains=f'id="{eid}"')
    empty = Q(html="", heading="", status__in=("", "operational"))
    return list(rows.exclude(empty).only("text", "since"))


def _on(work: Work, worded: Sequence[Wording], on: date) -> tuple[list[Wording], list[Absent]]:
    """What stands there on the day, a wording a language; and the languages that have none."""
    said: list[int] = []
    absent: list[Absent] = []
    rows = {row.text_id: row for row in worded}
    for language, texts in by_language(work.texts.all(), work.language).items():
        having = [text for text in texts if text.pk in rows]
        text = _text_saying(texts, rows, on)
        if text:
            said.append(rows[text.pk].pk)
        elif having:
            before, after = last_before(having, on), first_after(having, on)
            absent.append(Absent(language, holding(texts, on), before, after))
    return _in_order(said), absent


def _text_saying(texts: Sequence[Text], rows: Mapping[int, Wording], on: date) -> Text | None:
    """The text that says what stood there on the day: its own, or a later one that tells so."""
    text = holding(texts, on)
    if text is None:
        text = first_after(texts, on)
        since = rows[text.pk].since if text and text.pk in rows else None
        return text if since and since <= on else None
    return text if text.pk in rows else None


def _in_order(numbers: Sequence[int]) -> list[Wording]:
    """The wordings with these numbers, whole, in this order."""
    rows = Wording.objects.select_related("text", "passage").prefetch_related(shown_citations())
    found = rows.in_bulk(numbers)
    return [found[number] for number in numbers]


def _piece(row: Wording, eid: str, on: date) -> Said:
    html = row.html if row.passage.eid == eid else fragment(row.html, eid) or ""
    return Said(row.text, row, html, by_later=began(row.text) > on)


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
