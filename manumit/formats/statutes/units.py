"""From the provisions of a law to its units in reading order."""

import re
from dataclasses import replace

from manumit.formats.eids import EidMaker
from manumit.formats.markup import escape, paragraph
from manumit.formats.statutes.blocks import Blocks
from manumit.formats.statutes.divisions import Division, read_division, split_divisions
from manumit.formats.statutes.labels import UNDEFINED, Labelled, read_label
from manumit.formats.statutes.marks import Line, read_line, settle_numerals
from manumit.formats.statutes.running import Splitter
from manumit.formats.statutes.source import Layout, Provision
from manumit.formats.statutes.thai import thai_lines
from manumit.formats.types import Unit

_PREAMBLE = "คำปรารภ"
_REMARK = "หมายเหตุ"
_REPEALED = re.compile(
    r"[(\[]\s?(?:ยกเลิก|repealed|deleted|omitted)\b[^\n]{0,80}[)\]]?\.?", re.IGNORECASE
)
_CLOSING = re.compile(r"\n(?=Approved\b)")
_SHORT = 60
_DIVISIONS = frozenset({"book", "title", "part", "chapter", "division"})


class UnitReader:
    """Reads the provisions of a law in one language; ``units`` fills in reading order."""

    def __init__(self, layout: Layout, *, title_in_text: bool) -> None:
        self.units: list[Unit] = []
        self.eids = EidMaker()
        self.undefined: list[str] = []
        self.amending = 0
        self.unprinted: list[str] = []
        self._layout = layout
        self._title_in_text = title_in_text
        self._above: list[tuple[int, str]] = []
        self._last = (0, "")
        self._after_remark = False
        self._chapter = ""
        self._headings = 0
        self._remarks = 0

    def read(self, provisions: tuple[Provision, ...]) -> None:
        """Take them all."""
        for at, one in enumerate(provisions):
            self._heading_above(one, first=at == 0)
            text, divisions = split_divisions(one.text)
            text, closing = _split_closing(text) if at == len(provisions) - 1 else (text, "")
            self._provision(replace(one, text=text))
            for division in divisions:
                self._division(division)
            if divisions:
                self._chapter = ""
            if closing:
                eid = self.eids.make(None, "unit", "closing")
                self.units.append(Unit(eid, "closing", html=_paragraphs(closing)))

    def cut_at(self) -> str:
        """The heading of a division with which the law ends; empty where a provision does."""
        last = self.units[-1]
        return f"{last.number} {last.heading}".strip() if last.kind in _DIVISIONS else ""

    def _heading_above(self, one: Provision, *, first: bool) -> None:
        """The heading the file gives above a provision, unless the text before it printed it."""
        changed, self._chapter = one.chapter != self._chapter, one.chapter
        printed = self.units and self.units[-1].kind in _DIVISIONS
        if not one.chapter or not changed or printed:
            return
        division = read_division(one.chapter)
        if self._layout == "lines" and not first:
            self.unprinted.append(f"{one.chapter[:40]} (before {one.section})")
        elif division:
            # The dash between a number and its heading is the collection's.
            self._division(replace(division, printed=division.printed.rstrip(" -")))
        else:
            self._heading(one.chapter)

    def _division(self, division: Division) -> None:
        self._above = [one for one in self._above if one[0] < division.rank]
        parent = self._above[-1][1] if self._above else None
        eid = self.eids.make(parent, division.step, division.address)
        self.units.append(
            Unit(eid, division.kind, division.printed, division.heading, parent=parent)
        )
        self._above.append((division.rank, eid))

    def _heading(self, words: str) -> None:
        """A heading without a number, above what comes until the next one."""
        self._above = []
        self._headings += 1
        eid = self.eids.make(None, "hdg", str(self._headings))
        self.units.append(Unit(eid, "heading", heading=words))
        self._above = [(9, eid)]

    def _provision(self, one: Provision) -> None:
        if one.section == UNDEFINED:
            self.undefined.append(one.title or one.text[:20])
        labelled = read_label(one, title_in_text=self._title_in_text)
        if labelled.step:
            self._numbered(labelled)
        elif one.title == _PREAMBLE:
            eid = self.eids.make(None, "preamble", "")
            self.units.append(Unit(eid, "preamble", heading=one.title, html=_paragraphs(one.text)))
        elif len(one.text) <= _SHORT and "\n" not in one.text:
            self._heading(one.text)
        else:
            self._unnumbered(labelled, remark=one.title == _REMARK)

    def _numbered(self, one: Labelled) -> None:
        within = self._group(one.number)
        eid = self.eids.make(within, one.step, one.number)
        parent = self._above[-1][1] if self._above and not within else None
        lines = self._lines(one.text, counted=not within)
        repealed = _REPEALED.fullmatch(one.text.strip()) is not None
        self.units.append(
            Unit(
                eid,
                one.kind,
                one.printed,
                one.heading,
                Blocks(eid, one.step, self.eids).html(lines),
                parent,
                status="repealed" if repealed else "operational",
            )
        )

    def _unnumbered(self, one: Labelled, *, remark: bool) -> None:
        self._remarks += remark
        eid = self.eids.make(None, "unit", f"remark-{self._remarks}" if remark else "")
        self.units.append(
            Unit(eid, "remark" if remark else "passage", "", one.heading, _paragraphs(one.text))
        )
        self._after_remark = self._after_remark or remark
        if remark:
            self._last = (9999, "")

    def _group(self, number: str) -> str | None:
        """The address within which a section counts: sections that count anew are another Act's."""
        figures = re.match(r"\d+", number)
        count = int(figures[0]) if figures else 0
        anew = count < self._last[0] or number == self._last[1]
        self._last = (count, number)
        if anew:
            self.amending += 1
            self._above = []
        return f"unit_amending-{self.amending}" if self.amending else None

    def _lines(self, text: str, *, counted: bool) -> list[Line]:
        if self._layout == "running":
            return Splitter().lines(text)
        if self._layout == "thai":
            return thai_lines(text, counted=counted)
        return settle_numerals([read_line(line) for line in text.split("\n") if line])


def _split_closing(text: str) -> tuple[str, str]:
    """Part the last provision from the words of approval, the signatures and what follows."""
    first, *rest = _CLOSING.split(text, maxsplit=1)
    return first, rest[0] if rest else ""


def _paragraphs(text: str) -> str:
    return "".join(paragraph(escape(line)) for line in text.split("\n") if line)
