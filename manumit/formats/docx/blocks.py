"""The lines and tables of one unit as HTML; numbered lines in it have addresses."""

import re
from dataclasses import dataclass, field

from manumit.formats.docx.types import Block, Cell, Line, Note, Table
from manumit.formats.eids import EidMaker
from manumit.formats.markup import numbered, paragraph, tag

# What numbered lines are below a paragraph, and below anything else.
_BELOW_PARAGRAPH = ("subpara", "item", "item", "item")
_BELOW_OTHERS = ("para", "subpara", "item", "item")
_NEARER = 100
_DEEPEST = 4
_OPENING = ("“", '"', "‘", "…", "[…")
_CLOSED = re.compile(r"[”\"][.;,)\]]{0,2}$")


@dataclass(slots=True)
class _Open:
    """A numbered line whose block still takes in what stands farther in."""

    eid: str
    start: int
    html: list[str]
    notes: list[str] = field(default_factory=list)


class Blocks:
    """Collects the blocks of one unit in order; footnotes follow at the end."""

    def __init__(self, eids: EidMaker, eid: str | None) -> None:
        self._eids = eids
        self._eid = eid
        self._done: list[str] = []
        self._open: list[_Open] = []
        self._notes: list[str] = []
        self._quoting: int | None = None
        # Whether the last line was a quotation's.
        self.quotes = False

    def add(self, block: Block) -> None:
        """Take in one more line or table."""
        if isinstance(block, Table):
            self._put(self._table(block))
            return
        self._close(block.start)
        self._quoting = self._quotes(block)
        self.quotes = self._quoting is not None
        if block.number and self._quoting is None and self._eid and _is_counted(block.number):
            self._begin(block)
        else:
            class_ = "quotation" if self._quoting is not None else ""
            self._put(paragraph(numbered(block.number, block.html), class_))
        if _CLOSED.search(block.text):
            self._quoting = None
        self.hang(block)

    def html(self) -> str:
        """All of it."""
        self._close(-1_000_000)
        return "".join(self._done) + _footnotes(self._notes)

    def hang(self, line: Line) -> None:
        """Take in the text boxes and notes of a line, and not its own words."""
        for box in line.boxes:
            self._put(tag("div", self._inner(box), class_="text-box"))
        self._keep([self._note(note) for note in line.notes])

    def _begin(self, line: Line) -> None:
        parent = self._open[-1].eid if self._open else self._eid
        kinds = _BELOW_PARAGRAPH if (self._eid or "").startswith("para_") else _BELOW_OTHERS
        eid = self._eids.make(parent, kinds[len(self._open)], line.number)
        self._open.append(_Open(eid, line.start, [paragraph(numbered(line.number, line.html))]))

    def _close(self, start: int) -> None:
        """End the numbered lines that stand as far in as what comes, or farther."""
        while self._open and (
            self._open[-1].start + _NEARER > start or len(self._open) >= _DEEPEST
        ):
            ended = self._open.pop()
            html = "".join(ended.html) + _footnotes(ended.notes)
            self._put(tag("div", html, id=ended.eid, class_="subparagraph"))

    def _quotes(self, line: Line) -> int | None:
        """How far in the quotation stands that this line belongs to; None outside of one."""
        if self._quoting is not None and line.start >= self._quoting - _NEARER:
            return self._quoting
        opens = not line.number and line.text.startswith(_OPENING)
        return line.start if opens or "quot" in line.style else None

    def _put(self, html: str) -> None:
        (self._open[-1].html if self._open else self._done).append(html)

    def _keep(self, notes: list[str]) -> None:
        (self._open[-1].notes if self._open else self._notes).extend(notes)

    def _inner(self, blocks: list[Block]) -> str:
        inner = Blocks(self._eids, None)
        for one in blocks:
            inner.add(one)
        self._keep(inner._notes)
        inner._notes = []
        return inner.html()

    def _note(self, note: Note) -> str:
        inner = Blocks(self._eids, None)
        first, *rest = note.blocks or [Line("", "")]
        if isinstance(first, Line):
            inner._put(paragraph(numbered(note.mark, numbered(first.number, first.html))))
            inner.hang(first)
        else:
            rest = note.blocks
            inner._put(paragraph(numbered(note.mark, "")))
        for one in rest:
            inner.add(one)
        return tag("div", inner.html(), class_="footnote")

    def _table(self, table: Table) -> str:
        rows = [
            tag("tr", "".join(self._cell(cell, head=at < table.head) for cell in row))
            for at, row in enumerate(table.rows)
        ]
        head, body = rows[: table.head], rows[table.head :]
        groups = [("thead", head), ("tbody", body)]
        return tag("table", "".join(tag(name, "".join(part)) for name, part in groups if part))

    def _cell(self, cell: Cell, *, head: bool) -> str:
        columns = str(cell.columns) if cell.columns > 1 else ""
        rows = str(cell.rows) if cell.rows > 1 else ""
        name = "th" if head else "td"
        return tag(name, self._inner(cell.blocks), colspan=columns, rowspan=rows)


def _footnotes(notes: list[str]) -> str:
    return tag("div", "".join(notes), class_="footnotes") if notes else ""


def _is_counted(number: str) -> bool:
    """Whether it is a number and not a bullet."""
    return any(one.isalnum() and one.isascii() for one in number)
