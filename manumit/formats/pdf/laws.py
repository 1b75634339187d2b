"""Laws and bills in print: parts, sections with their side headings, schedules.

English and Malay. The sections are the chain of numbers between the enacting words and the
explanatory statement; the list of sections before it is part of the front.
"""

import re

from manumit.formats.chains import Candidate, longest_chain, missing_numbers
from manumit.formats.eids import EidMaker
from manumit.formats.pdf.headings import Outline, is_heading
from manumit.formats.pdf.layout import Layout
from manumit.formats.pdf.paragraphs import Paragraph
from manumit.formats.pdf.provisions import SectionWriter
from manumit.formats.pdf.writing import PageWriter, cut_start
from manumit.formats.types import Unit

_ENACTED = re.compile(
    r"\b(?:BE IT (?:THEREFORE )?ENACTED|ENACTED by|(?:is|are) hereby enacted|DIPERBUAT oleh)\b"
)
_PART = re.compile(
    r"(?P<word>PART|Part|CHAPTER|Chapter|BAHAGIAN|Bahagian|BAB|Bab)\s+"
    r"(?P<number>[IVXLC]{1,7}[A-Za-z]{0,2}|\d{1,3}[A-Za-z]{0,2})\b[\s.:—–-]*(?P<title>.*)"
)
_SCHEDULE = re.compile(
    r"(?:(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH|TENTH) )?SCHEDULE"
    r"(?: (?P<number>[0-9]{1,2}[A-Z]?|[IVX]{1,5}))?"
    r"|JADUAL(?: (?:PERTAMA|KEDUA|KETIGA|KEEMPAT|KELIMA|KEENAM|KETUJUH|[0-9]{1,2}))?"
)
_EXPLANATION = re.compile(r"EXPLANATORY (?:STATEMENT|NOTE|MEMORANDUM)|HURAIAN")
_SECTION = re.compile(r"(?P<number>\d{1,3})(?P<letter>[A-Za-z]{0,3})\.(?=\s|$)\s*")
_STEPS = {"part": "part", "bahagian": "part", "chapter": "chp", "bab": "chp"}
_FEWEST_SECTIONS = 1


class LawReader:
    """Reads a layout; ``units`` fills in reading order."""

    def __init__(self, layout: Layout) -> None:
        self.units: list[Unit] = []
        self.missing: list[int] = []
        self._layout = layout
        self._eids = EidMaker()
        self._outline = Outline(self._eids)
        self._parts: list[tuple[str, str]] = []
        self._passages = 0

    def read(self) -> list[Unit]:
        """Take all of it."""
        paragraphs = self._layout.paragraphs
        start, end = _body(paragraphs)
        self._whole("front", "front", paragraphs[:start])
        body = paragraphs[start:end]
        sections = _sections(body)
        self.missing = missing_numbers([one.number for one in sections])
        self._read_body(body, _with_inserted(body, sections))
        self._parts = []
        self._outline = Outline(self._eids)
        self._loose(paragraphs[end:])
        self._whole("annex", "notes", self._layout.notes, "footnotes")
        return self.units

    def _read_body(self, body: list[Paragraph], starts: dict[int, str]) -> None:
        """Cut the body where something begins, and write down what lies between."""
        cuts = [at for at, one in enumerate(body) if at in starts or self._begins_unit(one)]
        headings = {at: _headings_before(body, at, self._layout.size) for at in starts}
        self._loose(body[: _first(cuts, headings, len(body))])
        for at, after in zip(cuts, [*cuts[1:], len(body)], strict=True):
            end = after - headings.get(after, 0)
            if at in starts:
                self._section(body[at - headings[at] : at], body[at:end], starts[at])
            elif _SCHEDULE.fullmatch(body[at].text):
                self._schedule(body[at:end])
            else:
                self._part(body[at:end])

    def _begins_unit(self, one: Paragraph) -> bool:
        if one.table or not is_heading(one, self._layout.size):
            return False
        return bool(_PART.fullmatch(one.text) or _SCHEDULE.fullmatch(one.text))

    def _section(self, headings: list[Paragraph], paragraphs: list[Paragraph], mark: str) -> None:
        eid = self._eids.make(None, "sec", mark)
        writer = SectionWriter(self._eids, eid)
        writer.add(cut_start(paragraphs[0], len(mark) + _space_after(paragraphs[0], mark)))
        for one in paragraphs[1:]:
            writer.add(one)
        heading = " ".join(one.text for one in headings)
        parent = self._parts[-1][1] if self._parts else None
        self.units.append(Unit(eid, "section", mark, heading, writer.html(), parent))

    def _part(self, paragraphs: list[Paragraph]) -> None:
        found = _PART.fullmatch(paragraphs[0].text)
        assert found is not None
        step = _STEPS[found["word"].lower()]
        self._parts = [] if step == "part" else [one for one in self._parts if one[0] != step]
        above = self._parts[-1][1] if self._parts else None
        eid = self._eids.make(above, step, found["number"])
        title, rest = _title_below(found["title"], paragraphs[1:], self._layout.size)
        number = paragraphs[0].text[: found.start("title")].rstrip()
        html = PageWriter().write_all(rest)
        self.units.append(Unit(eid, _kind(step), number, title, html, above))
        self._parts.append((step, eid))

    def _schedule(self, paragraphs: list[Paragraph]) -> None:
        found = _SCHEDULE.fullmatch(paragraphs[0].text)
        number = (found["number"] if found else "") or ""
        self._parts = []
        eid = self._eids.make(None, "sched", number)
        html = PageWriter().write_all(paragraphs[1:])
        self.units.append(Unit(eid, "schedule", paragraphs[0].text, html=html))

    def _loose(self, paragraphs: list[Paragraph]) -> None:
        for one in paragraphs:
            if is_heading(one, self._layout.size):
                self.units.append(self._outline.unit(one))
                continue
            self._passages += 1
            eid = self._eids.make(None, "unit", str(self._passages))
            html = PageWriter().write(one)
            self.units.append(Unit(eid, "passage", html=html, parent=self._outline.parent))

    def _whole(self, step: str, kind: str, paragraphs: list[Paragraph], number: str = "") -> None:
        if paragraphs:
            eid = self._eids.make(None, step, number)
            self.units.append(Unit(eid, kind, html=PageWriter().write_all(paragraphs)))


def is_law(layout: Layout) -> bool:
    """Whether the words that enact a law are there, and sections after them."""
    paragraphs = layout.paragraphs
    enacted = any(_ENACTED.search(one.text) for one in paragraphs)
    start, end = _body(paragraphs)
    return enacted and bool(_sections(paragraphs[start:end]))


def _body(paragraphs: list[Paragraph]) -> tuple[int, int]:
    """Where the enacting words end and where the explanatory statement begins."""
    enacting = (at for at, one in enumerate(paragraphs) if _ENACTED.search(one.text))
    start = next(enacting, -1) + 1
    explained = (
        at for at in range(start, len(paragraphs)) if _EXPLANATION.fullmatch(paragraphs[at].text)
    )
    return start, next(explained, len(paragraphs))


def _sections(body: list[Paragraph]) -> list[Candidate]:
    return longest_chain(
        (
            Candidate(at, int(found["number"]), "section", len(one.text))
            for at, one in enumerate(body)
            if not one.table and (found := _SECTION.match(one.text)) and not found["letter"]
        ),
        fewest=_FEWEST_SECTIONS,
    )


def _with_inserted(body: list[Paragraph], sections: list[Candidate]) -> dict[int, str]:
    """The printed mark of each section by its place, those like 6A between the others."""
    places = {one.at: f"{one.number}." for one in sections}
    number = 0
    known = {one.at: one.number for one in sections}
    for at, one in enumerate(body):
        number = known.get(at, number)
        found = None if one.table else _SECTION.match(one.text)
        if found and found["letter"] and int(found["number"]) == number:
            places[at] = found[0].strip()
    return dict(sorted(places.items()))


def _headings_before(body: list[Paragraph], at: int, size: float) -> int:
    """How many paragraphs right before a section are its side heading."""
    count = 0
    while at - count > 0 and _is_side_heading(body[at - count - 1], size):
        count += 1
    return count


def _is_side_heading(one: Paragraph, size: float) -> bool:
    if not is_heading(one, size) or one.centred or one.text.isupper():
        return False
    return not (_PART.fullmatch(one.text) or _SCHEDULE.fullmatch(one.text))


def _first(cuts: list[int], headings: dict[int, int], default: int) -> int:
    return cuts[0] - headings.get(cuts[0], 0) if cuts else default


def _title_below(
    title: str, paragraphs: list[Paragraph], size: float
) -> tuple[str, list[Paragraph]]:
    """A part's own title, or the headings printed under it; and what is left."""
    if title:
        return title, paragraphs
    count = 0
    while count < len(paragraphs) and is_heading(paragraphs[count], size):
        count += 1
    return " ".join(one.text for one in paragraphs[:count]), paragraphs[count:]


def _space_after(one: Paragraph, mark: str) -> int:
    return 1 if one.text[len(mark) : len(mark) + 1] == " " else 0


def _kind(step: str) -> str:
    return "part" if step == "part" else "chapter"
