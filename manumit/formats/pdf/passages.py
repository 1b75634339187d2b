"""Judgments and reports: numbered paragraphs where there are, else passage by passage."""

from manumit.formats.chains import Candidate, leading_number, longest_chain, missing_numbers
from manumit.formats.eids import EidMaker
from manumit.formats.pdf.headings import Outline, is_heading
from manumit.formats.pdf.layout import Layout
from manumit.formats.pdf.paragraphs import Paragraph
from manumit.formats.pdf.writing import PageWriter, cut_start
from manumit.formats.types import Unit

_FEWEST_ELSEWHERE = 10
_WIDEST_FRONT = 0.5
_LONG_FRONT = 8_000
_LONGEST_MEAN = 4_000


class PassageReader:
    """Reads a layout; ``units`` fills in reading order."""

    def __init__(self, layout: Layout) -> None:
        self.units: list[Unit] = []
        self.missing: list[int] = []
        self.numbered = False
        self._size = layout.size
        self._eids = EidMaker()
        self._outline = Outline(self._eids)
        self._passages = 0

    def read(self, layout: Layout, *, is_judgment: bool) -> list[Unit]:
        """Take all of it; outside judgments a short list of numbers numbers no paragraphs."""
        chain = _chain(layout.paragraphs)
        if len(chain) >= _FEWEST_ELSEWHERE or (chain and is_judgment):
            self._numbered(layout.paragraphs, chain)
        else:
            self._unnumbered(layout.paragraphs)
        if layout.notes:
            eid = self._eids.make(None, "annex", "footnotes")
            html = PageWriter().write_all(layout.notes)
            self.units.append(Unit(eid, "notes", html=html))
        return self.units

    def _numbered(self, paragraphs: list[Paragraph], chain: list[Candidate]) -> None:
        self.numbered = True
        self.missing = missing_numbers([one.number for one in chain])
        start = chain[0].at
        while start and is_heading(paragraphs[start - 1], self._size):
            start -= 1
        if start:
            eid = self._eids.make(None, "front", "")
            html = PageWriter().write_all(paragraphs[:start])
            self.units.append(Unit(eid, "front", html=html))
        self._unnumbered(paragraphs[start : chain[0].at])
        ends = [one.at for one in chain[1:]] + [len(paragraphs)]
        for one, end in zip(chain, ends, strict=True):
            self._paragraph(paragraphs[one.at : end], one.number)

    def _paragraph(self, paragraphs: list[Paragraph], number: int) -> None:
        """A paragraph runs to the next heading; what stands below one without a number is apart."""
        first, *others = paragraphs
        printed = leading_number(first.text)
        heads = (at for at, one in enumerate(others) if is_heading(one, self._size))
        cut = next(heads, len(others))
        if printed is not None:
            first = cut_start(first, printed.end)
        writer = PageWriter()
        html = writer.write(first) + writer.write_all(others[:cut])
        eid = self._eids.make(None, "para", str(number))
        mark = printed.printed if printed else ""
        self.units.append(Unit(eid, "paragraph", mark, html=html, parent=self._outline.parent))
        self._unnumbered(others[cut:])

    def _unnumbered(self, paragraphs: list[Paragraph]) -> None:
        for one in paragraphs:
            if is_heading(one, self._size):
                self.units.append(self._outline.unit(one))
                continue
            self._passages += 1
            eid = self._eids.make(None, "unit", str(self._passages))
            html = PageWriter().write(one)
            self.units.append(Unit(eid, "passage", html=html, parent=self._outline.parent))


def _chain(paragraphs: list[Paragraph]) -> list[Candidate]:
    """The paragraphs that a judgment or report numbers as its own."""
    found = longest_chain(
        Candidate(at, printed.number, printed.style, len(one.text))
        for at, one in enumerate(paragraphs)
        if one.table is None and (printed := leading_number(one.text))
    )
    if not found:
        return []
    before = sum(len(one.text) for one in paragraphs[: found[0].at])
    after = sum(len(one.text) for one in paragraphs[found[0].at :])
    late = before > _LONG_FRONT and before > _WIDEST_FRONT * (before + after)
    return [] if late or after > _LONGEST_MEAN * len(found) else found
