"""Reading a work: its contents, and its text page by page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from manumit.base.markup import identities
from manumit.library.errors import WorkNotFound
from manumit.library.models import Passage, Text, Wording, Work
from manumit.library.selectors.citator import shown_citations
from manumit.library.selectors.holding import began, text_on
from manumit.library.selectors.treatments import tell_fates

# What is never listed on its own in a table of contents: there would be hundreds.
_RUNNING = ("paragraph", "operative")
# About this many bytes of markup make one page of reading.
_PAGE = 28_000


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """A line of a table of contents; ``depth`` counts from 0.

    ``state`` is the publisher's status of the provision where it is not plainly in operation, or
    ``later`` where the text says that its words hold from a later day than that asked about.
    ``since`` is the day from which it is so, as far as the publisher says.
    """

    passage: Passage
    heading: str
    number: str
    depth: int
    state: str
    since: date | None
    worded: bool


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
            state=state_on(wording, on) if wording else "",
            since=wording.since if wording else None,
            worded=wording is not None,
        )
        for passage in passages
        if (wording := worded.get(passage.pk)) or passage.noted
    ]


def state_on(wording: Wording, on: date) -> str:
    """What keeps the provision from being plainly in operation on the day; else empty."""
    if wording.since and wording.since > on >= began(wording.text):
        return "later"
    return "" if wording.status == "operational" else wording.status


def states(rows: Iterable[ContentsRow]) -> list[tuple[str, list[ContentsRow]]]:
    """The provisions not plainly in operation, by state: those not in force first."""
    found: dict[str, list[ContentsRow]] = {}
    for row in sorted(rows, key=lambda each: (each.state != "not-in-force", each.state)):
        if row.state:
            found.setdefault(row.state, []).append(row)
    return list(found.items())


def reading_page(text: Text, number: int) -> ReadingPage:
    """One page of a text's wordings in reading order. Raises WorkNotFound past the end."""
    pages = pages_of(text)
    if not 1 <= number <= len(pages):
        raise WorkNotFound(f"this text has {len(pages)} pages")
    wordings = text.wordings.filter(pk__in=pages[number - 1]).select_related("passage")
    margin = Prefetch("passage__pinned_by__finding")
    shown = list(wordings.prefetch_related(margin, shown_citations()))
    tell_fates(pin.finding for row in shown for pin in row.passage.pinned_by.all())
    return ReadingPage(text, shown, number, len(pages))


def page_of(text: Text, passage: Passage) -> int | None:
    """The number of the page on which a text words the passage."""
    wording = text.wordings.filter(passage=passage).values_list("pk", flat=True).first()
    for number, page in enumerate(pages_of(text), start=1):
        if wording in page:
            return number
    return None


def pages_of(text: Text) -> list[list[int]]:
    """The wordings of each page of reading, by their numbers; a wording longer than a page has one of its own."""
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


def texts_to_link(*, every: bool = False) -> tuple[int, Iterator[Text]]:
    """How many texts are to be read for their citations, and each: those not read yet, or all."""
    rows = Text.objects.all() if every else Text.objects.filter(linked_at=None)
    numbers = list(rows.order_by("pk").values_list("pk", flat=True))
    # One by one: a question left open would stand in the way of what is written meanwhile.
    return len(numbers), (Text.objects.get(pk=number) for number in numbers)


def provisions_not_in_text(work: Work) -> list[str]:
    """The eids of provisions that the record speaks of and no text of the work has.

    Empty for a work without any text: then there is nothing to hold the record against.
    """
    noted = list(work.passages.filter(noted=True).values_list("eid", flat=True))
    if not noted:
        return []
    wordings = Wording.objects.filter(text__work=work.pk).values_list("passage__eid", "html")
    printed = {each for eid, html in wordings for each in (eid, *identities(html))}
    return [eid for eid in noted if eid not in printed] if printed else []


def _depths(passages: Sequence[Passage]) -> dict[int, int]:
    parents = {passage.pk: passage.parent_id for passage in passages}

    def depth(pk: int) -> int:
        above = parents.get(pk)
        return 0 if above is None else depth(above) + 1

    return {passage.pk: depth(passage.pk) for passage in passages}
