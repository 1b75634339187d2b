"""A whole PDF as paragraphs and notes, and what was taken out on the way."""

from dataclasses import dataclass, field

from manumit.formats.pdf.footnotes import split_notes
from manumit.formats.pdf.glyphs import UNKNOWN, PageGlyphs
from manumit.formats.pdf.hyphens import WordStock
from manumit.formats.pdf.margins import Removed, take_margins
from manumit.formats.pdf.order import rows_in_order
from manumit.formats.pdf.paragraphs import Joiner, Paragraph, body_size
from manumit.formats.pdf.rows import Row
from manumit.formats.pdf.segments import make_segments


@dataclass
class Layout:
    """The text of a document in reading order, its notes apart.

    ``removed`` are the rows that belong to the paper, ``cut`` the words whose hyphens were taken
    out (as ``Okla-homa``), ``size`` the height of most lines in points.
    """

    paragraphs: list[Paragraph] = field(default_factory=list)
    notes: list[Paragraph] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """One page as rows in reading order, and what is to be told of it.

    ``characters`` counts them, ``unknown`` those that the file gives no meaning. ``pictured`` is
    the part of the page that its largest picture covers, ``read_by_machine`` whether its text is
    a machine's reading of a scan.
    """

    number: int
    height: float
    rows: list[Row]
    characters: int
    unknown: int
    pictured: float
    read_by_machine: bool


def printed_page(page: PageGlyphs) -> PrintedPage:
    """The rows of a page; its single characters can be forgotten."""
    return PrintedPage(
        number=page.number,
        height=page.height,
        rows=rows_in_order(make_segments(page.glyphs), page.number),
        characters=len(page.glyphs),
        unknown=sum(glyph.text == UNKNOWN for glyph in page.glyphs),
        pictured=page.pictured,
        read_by_machine=page.read_by_machine,
    )


def lay_out(pages: list[PrintedPage]) -> Layout:
    """Read the pages as a reader does."""
    margins = take_margins([page.rows for page in pages], [page.height for page in pages])
    parts = [split_notes(rows) for rows in margins.pages]
    joiner = Joiner(WordStock(row.text for rows in margins.pages for row in rows))
    paragraphs = joiner.join([part.text for part in parts])
    notes = joiner.join([part.notes for part in parts])
    strokes = [Removed("strokes", row.page, row.text) for part in parts for row in part.strokes]
    return Layout(
        paragraphs, notes, margins.removed + strokes, joiner.cut, body_size(margins.pages)
    )
