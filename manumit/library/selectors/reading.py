"""Reading a work: its contents, its text page by page, and one passage with its margin."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch

from manumit.base.markup import fragment, identities
from manumit.library.errors import WorkNotFound
from manumit.library.models import (
    AppliedProvision,
    Finding,
    Passage,
    Relation,
    Text,
    Wording,
    Work,
)
from manumit.records import RELATION_KINDS
from manumit.reference import is_eid, parent_of
from manumit.vocab.types import Concept

# What is never listed on its own in a table of contents: there would be hundreds.
_RUNNING = ("paragraph", "operative")
# About this many bytes of markup make one page of reading.
_PAGE = 28_000


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """A line of a table of contents; ``depth`` counts from 0."""

    passage: Passage
    heading: str
    number: str
    depth: int
    status: str
    worded: bool


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


@dataclass(frozen=True, slots=True)
class RelationLine:
    """A relation as seen from a work: ``considers`` or ``considered_by``, and the other work."""

    kind: str
    key: str
    other: Work | None
    note: str


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """Some consecutive wordings of a text; pages count from 1."""

    text: Text
    wordings: Sequence[Wording]
    number: int
    pages: int


def contents(work: Work, language: str, on: date) -> list[ContentsRow]:
    """The work's table of contents in a language, as it stood on the day."""
    text = text_on(work, language, on)
    worded: dict[int, Wording] = {}
    if text:
        rows = text.wordings.defer("html", "plain").exclude(kind__in=_RUNNING)
        worded = {wording.passage_id: wording for wording in rows}
    passages = list(work.passages.standing())
    depths = _depths(passages)
    return [
        ContentsRow(
            passage=passage,
            heading=(wording.heading if wording else "") or passage.heading,
            number=wording.number if wording else "",
            depth=depths[passage.pk],
            status=wording.status if wording else "",
            worded=wording is not None,
        )
        for passage in passages
        if (wording := worded.get(passage.pk)) or passage.noted
    ]


def text_on(work: Work, language: str, on: date) -> Text | None:
    """The text that holds on the day: in the language, else in the work's own, else in any."""
    held = {text.language: text for text in work.texts.on(on)}
    return held.get(language) or held.get(work.language) or next(iter(held.values()), None)


def texts_on(work: Work, on: date) -> list[Text]:
    """Every text that holds on the day, the work's own language first."""
    return sorted(
        work.texts.on(on), key=lambda text: (text.language != work.language, text.language)
    )


def reading_page(text: Text, number: int) -> ReadingPage:
    """One page of a text's wordings in reading order. Raises WorkNotFound past the end."""
    pages = _pages(text)
    if not 1 <= number <= len(pages):
        raise WorkNotFound(f"this text has {len(pages)} pages")
    wordings = text.wordings.filter(pk__in=pages[number - 1]).select_related("passage")
    margin = Prefetch("passage__pinned_by__finding")
    return ReadingPage(text, list(wordings.prefetch_related(margin)), number, len(pages))


def page_of(text: Text, passage: Passage) -> int | None:
    """The number of the page on which a text words the passage."""
    wording = text.wordings.filter(passage=passage).values_list("pk", flat=True).first()
    for number, page in enumerate(_pages(text), start=1):
        if wording in page:
            return number
    return None


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
        drawn=_drawn(passage) if passage.pk else [],
        applied=_applied(passage) if passage.pk else [],
    )


def findings_about(passages: Iterable[Passage]) -> list[Finding]:
    """Findings of published judgments about any of these provisions, newest judgment first."""
    rows = Finding.objects.filter(about__passage__in=list(passages), judgment__live=True)
    return list(
        rows.distinct()
        .select_related("judgment__forum")
        .prefetch_related("pinpoints__passage", "about")
        .order_by("-judgment__decided_on", "sort_order")
    )


def findings_of(work: Any) -> list[Finding]:
    """The findings of a judgment with their pinpoints and the provisions they are about."""
    return list(work.findings.prefetch_related("pinpoints__passage", "about__passage__work").all())


def applied_in(work: Work) -> list[AppliedProvision]:
    """Where published judgments applied this work, newest first."""
    rows = work.applied_in.filter(judgment__live=True).select_related("judgment__forum", "passage")
    return list(rows.order_by("-judgment__decided_on", "passage__position"))


def work_margin(work: Work) -> list[RelationLine]:
    """The work's relations both ways, each once, as the work itself would say them."""
    inverse = RELATION_KINDS | {passive: active for active, passive in RELATION_KINDS.items()}
    lines: dict[tuple[str, str], RelationLine] = {}
    for row in Relation.objects.filter(work=work.pk).select_related("target"):
        shown = row.target if row.target and row.target.live else None
        lines[row.kind, row.target_key] = RelationLine(row.kind, row.target_key, shown, row.note)
    for row in Relation.objects.filter(target=work.pk, work__live=True).select_related("work"):
        kind = inverse[row.kind]
        line = RelationLine(kind, row.work.key, row.work, row.note)
        lines.setdefault((kind, row.work.key), line)
    return sorted(lines.values(), key=lambda line: (line.kind, line.key))


def provisions_not_in_text(work: Work) -> list[str]:
    """The eids of provisions that the record speaks of and no text of the work has.

    Empty for a work without any text: then there is nothing to hold the record against.
    """
    wordings = Wording.objects.filter(text__work=work.pk).select_related("passage")
    printed = {eid for row in wordings for eid in (row.passage.eid, *identities(row.html))}
    if not printed:
        return []
    noted = work.passages.filter(noted=True).values_list("eid", flat=True)
    return [eid for eid in noted if eid not in printed]


def chain_of(judgment: Any) -> list[Any]:
    """The published judgments of the same proceeding, oldest first; empty when it is alone."""
    if judgment.proceeding_id is None:
        return []
    chain = list(
        judgment.proceeding.judgments.filter(live=True)
        .select_related("forum")
        .order_by("decided_on", "key")
    )
    return chain if len(chain) > 1 else []


def _said(unit: Passage, eid: str, on: date) -> list[Said]:
    pieces = []
    for wording in _wordings_on(unit, on):
        html = wording.html if unit.eid == eid else fragment(wording.html, eid) or ""
        pieces.append(Said(wording.text, wording, html))
    return pieces


def _wordings_on(passage: Passage, on: date) -> list[Wording]:
    texts = Text.objects.on(on)
    rows = passage.wordings.filter(text__in=texts).select_related("text")
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


def _drawn(passage: Passage) -> list[Finding]:
    rows = Finding.objects.filter(pinpoints__passage=passage).distinct().order_by("sort_order")
    return list(rows.prefetch_related("about__passage__work", "pinpoints__passage"))


def _applied(passage: Passage) -> list[AppliedProvision]:
    rows = passage.applied_in.filter(judgment__live=True).select_related("judgment__forum")
    return list(rows.order_by("-judgment__decided_on"))


def _depths(passages: Sequence[Passage]) -> dict[int, int]:
    parents = {passage.pk: passage.parent_id for passage in passages}

    def depth(pk: int) -> int:
        above = parents.get(pk)
        return 0 if above is None else depth(above) + 1

    return {passage.pk: depth(passage.pk) for passage in passages}


def _pages(text: Text) -> list[list[int]]:
    """The wordings of each page; a wording longer than a page has one of its own."""
    pages: list[list[int]] = [[]]
    size = 0
    for pk, html in text.wordings.order_by("position").values_list("pk", "html").iterator():
        weight = len(html.encode()) + 250  # and what the page puts around it
        if pages[-1] and size + weight > _PAGE:
            pages.append([])
            size = 0
        pages[-1].append(pk)
        size += weight
    return pages
