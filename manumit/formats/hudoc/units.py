"""From the cleaned text of a judgment to its units in reading order."""

import re
from collections import Counter

from manumit.formats.eids import EidMaker
from manumit.formats.hudoc.headings import Heading, peel_headings
from manumit.formats.hudoc.numbering import Mark, find_numbering
from manumit.formats.hudoc.operative import read_operative
from manumit.formats.hudoc.opinions import split_heading
from manumit.formats.hudoc.parts import Part, split_parts
from manumit.formats.markup import escape, numbered, paragraph, plain, tag
from manumit.formats.types import Unit

_LIST_ITEM = re.compile(
    r"(?<=[.;:,])[ \t\xa0]+(?=(?:\(?[a-z]{1,4}\)|[–•-]|[A-Z]\.|[IVX]{1,5}\.|\d{1,2}\.)[\t\xa0])"
    r"|(?<=[a-zà-ÿ]{2}[.;:])\t(?=[A-ZÀ-Þ“«])"
)
_SECTION = re.compile(
    r"(?<!\S)(?:AS TO )?(?:THE FACTS|THE LAW|FACTS AND PROCEDURE|PROCEDURE|COMPLAINTS?"
    r"|PROCEEDINGS BEFORE THE COMMISSION|RELEVANT DOMESTIC LAW(?: AND PRACTICE)?|EN FAIT|EN DROIT"
    r"|PROCÉDURE|GRIEFS?|INTRODUCTION)(?!\S)(?=[ \t\xa0]+[^,;.])"
)
_FOOTNOTE = re.compile(r"(?<!\S)(?=\[\d{1,3}\][ \t\xa0.])")
_FEWEST = 5
_LONGEST_MEAN = 4_000


class UnitReader:
    """Reads the parts of one judgment; ``units`` fills in reading order."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.numbered = False
        self.points_numbered = True
        self._eids = EidMaker()
        self._above: list[tuple[int, str]] = []
        self._last_letter = ""
        self._given: Counter[str] = Counter()

    def read(self, text: str) -> None:
        """Take the whole text."""
        for part in split_parts(text):
            _READERS[part.kind](self, part)

    def reasons(self, part: Part) -> None:
        """Everything up to the operative part."""
        marks = find_numbering(part.text)
        few = len(marks) < _FEWEST or len(part.text) > _LONGEST_MEAN * len(marks)
        self.numbered = not few
        if few:
            self._sections(part.text)
        else:
            self._paragraphs(part.text, marks)

    def operative(self, part: Part) -> None:
        """The operative part."""
        heading, words, points = read_operative(part.text)
        eid = self._eids.make(None, "op", "")
        self.units.append(Unit(eid, "operative", heading=plain(heading), html=_html(words)))
        for point in points:
            self.points_numbered = self.points_numbered and bool(point.printed)
            name = self._eids.make(None, "op", str(point.number))
            html = _html(point.text)
            self.units.append(Unit(name, "operative-point", point.printed, html=html, parent=eid))

    def closing(self, part: Part) -> None:
        """The place, the day and the signatures."""
        self._add("unit", "closing", "closing", part.text)

    def opinion(self, part: Part) -> None:
        """A separate opinion; its own numbered paragraphs get addresses below it."""
        eid = self._eids.make(None, "sep", self._next("opinion"))
        heading, text = split_heading(part.text)
        html = self._opinion_html(text, eid)
        self.units.append(Unit(eid, "opinion", heading=plain(heading), html=html))

    def annex(self, part: Part) -> None:
        """An annex: its tables have lost their shape, so it is running text."""
        self._add("annex", self._next("annex"), "annex", part.text)

    def notes(self, part: Part) -> None:
        """The footnotes."""
        pieces = _FOOTNOTE.split(part.text)
        html = "".join(paragraph(escape(piece)) for piece in pieces)
        self.units.append(Unit(self._eids.make(None, "annex", "footnotes"), "notes", html=html))

    def _paragraphs(self, text: str, marks: list[Mark]) -> None:
        front, headings = peel_headings(text[: marks[0].start].strip(), capitals_only=True)
        self._front(front)
        self._headings(headings)
        ends = [mark.start for mark in marks[1:]] + [len(text)]
        for mark, end in zip(marks, ends, strict=True):
            body, headings = peel_headings(text[mark.end : end].strip())
            self._paragraph(mark, text[mark.start : mark.end], body)
            self._headings(headings)

    def _paragraph(self, mark: Mark, printed: str, body: str) -> None:
        eid = self._eids.make(None, "para", str(mark.number))
        parent = self._above[-1][1] if self._above else None
        number = plain(printed).replace(" .", ".")
        self.units.append(Unit(eid, "paragraph", number, html=_html(body), parent=parent))

    def _sections(self, text: str) -> None:
        """A decision without numbered paragraphs is read section by section."""
        starts = list(_SECTION.finditer(text))
        cuts = [found.start() for found in starts] + [len(text)]
        self._front(text[: cuts[0]])
        for found, end in zip(starts, cuts[1:], strict=True):
            eid = self._eids.make(None, "hdg", self._next("heading"))
            html = _html(text[found.end() : end].strip())
            self.units.append(Unit(eid, "section", heading=found[0], html=html))

    def _front(self, text: str) -> None:
        if text.strip():
            lines = "".join(paragraph(escape(line)) for line in text.split("\t"))
            self.units.append(Unit(self._eids.make(None, "front", ""), "front", html=lines))

    def _headings(self, headings: list[Heading]) -> None:
        for heading in headings:
            level = self._level(heading)
            self._above = [one for one in self._above if one[0] < level]
            parent = self._above[-1][1] if self._above else None
            eid = self._eids.make(None, "hdg", self._next("heading"))
            words = plain(heading.words)
            self.units.append(Unit(eid, "heading", plain(heading.mark), words, parent=parent))
            self._above.append((level, eid))

    def _level(self, heading: Heading) -> int:
        """After ``H.`` the mark ``I.`` is a letter; ``C.`` and ``D.`` are never numerals here."""
        letter = heading.mark.rstrip(" .")
        follows = bool(self._last_letter) and letter == chr(ord(self._last_letter) + 1)
        level = 2 if heading.level == 1 and follows and len(letter) == 1 else heading.level
        if level == 2:
            self._last_letter = letter
        elif level < 2:
            self._last_letter = ""
        return level

    def _next(self, kind: str) -> str:
        self._given[kind] += 1
        return str(self._given[kind])

    def _add(self, step: str, number: str, kind: str, text: str) -> None:
        self.units.append(Unit(self._eids.make(None, step, number), kind, html=_html(text)))

    def _opinion_html(self, text: str, eid: str) -> str:
        marks = find_numbering(text)
        if not marks or marks[0].number != 1:
            return _html(text)
        ends = [mark.start for mark in marks[1:]] + [len(text)]
        html = [_html(text[: marks[0].start])]
        for mark, end in zip(marks, ends, strict=True):
            name = self._eids.make(eid, "para", str(mark.number))
            body = _html(text[mark.end : end], plain(text[mark.start : mark.end]))
            html.append(tag("div", body, id=name, class_="paragraph"))
        return "".join(html)


_READERS = {
    "reasons": UnitReader.reasons,
    "operative": UnitReader.operative,
    "closing": UnitReader.closing,
    "opinion": UnitReader.opinion,
    "annex": UnitReader.annex,
    "notes": UnitReader.notes,
}


def _html(text: str, number: str = "") -> str:
    """Running text as paragraphs, a new one where a list goes on."""
    first, *others = _LIST_ITEM.split(text)
    opening = paragraph(numbered(number, escape(first.strip())))
    return opening + "".join(paragraph(escape(one)) for one in others)
