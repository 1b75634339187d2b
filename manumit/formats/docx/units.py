"""From the lines of a judgment to its units in reading order."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from manumit.formats.docx.blocks import Blocks
from manumit.formats.docx.headings import is_annex, is_heading, level_of
from manumit.formats.docx.sequence import own_paragraphs
from manumit.formats.docx.types import Block, Line, Table
from manumit.formats.eids import EidMaker
from manumit.formats.markup import plain
from manumit.formats.types import Unit

_FARTHER_IN = 143  # a tenth of an inch
_SAME_PLACE = 20
_MOST_HEADINGS = 4
_IMAGE = re.compile(r'<span class="image">[^<]*</span>')


class UnitReader:
    """Reads the blocks of one judgment; ``units`` fills in reading order."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.front: Sequence[Block] = ()
        self.numbers: list[int] = []
        self._eids = EidMaker()
        self._given: Counter[str] = Counter()
        self._above: list[tuple[int, str]] = []
        # The unit being filled, and the line it began with.
        self._unit: Unit | None = None
        self._blocks: Blocks | None = None
        self._first: Line | None = None
        self._last: Block | None = None
        self._heads: set[int] = set()

    def read(self, blocks: Sequence[Block]) -> None:
        """Take all blocks."""
        own = own_paragraphs(blocks)
        self.numbers = [own[at] for at in sorted(own)]
        begin = _end_of_front(blocks, min(own, default=_first_long(blocks)))
        self.front = blocks[:begin]
        self._begin(Unit(self._eids.make(None, "front", ""), "front"))
        self._blocks = Blocks(self._eids, None)  # the parties' numbers are no addresses
        for one in self.front:
            self._add(one)
        last = max(own, default=-1)
        self._heads = _headings(blocks, own)
        for at, one in enumerate(blocks[begin:], begin):
            if isinstance(one, Line) and at in own:
                self._paragraph(one, own[at])
            else:
                self._other(one, at, after=at > last)
        self._end()

    def _paragraph(self, line: Line, number: int) -> None:
        eid = self._eids.make(None, "para", str(number))
        self._begin(Unit(eid, "paragraph", number=line.number, parent=self._parent()), line)
        self._add(replace(line, number=""))
        self._last = None

    def _other(self, block: Block, at: int, *, after: bool) -> None:
        """A block that begins no paragraph of the judgment's own."""
        if isinstance(block, Line) and after and is_annex(block):
            self._annex(block)
        elif self._goes_on(block, at):
            self._add(block)
        elif isinstance(block, Line) and is_heading(block):
            self._heading(block)
        else:
            self._begin(self._loose())
            self._add(block)

    def _goes_on(self, block: Block, at: int) -> bool:
        """Whether a block belongs to the unit before it: it stands farther in than its number."""
        if self._unit is None or self._unit.kind == "heading":
            return False
        if isinstance(block, Table) or self._unit.kind == "annex":
            return True
        if self._unit.kind != "paragraph" or self._first is None:
            return not is_heading(block)
        if block.alignment == "right":
            return False
        if block.start > self._first.start + _FARTHER_IN:
            return at not in self._heads
        return self._after_quotation(block)

    def _after_quotation(self, line: Line) -> bool:
        """A paragraph that is not hanging goes on after a quotation where it began."""
        first, last = self._first, self._last
        if first is None or not isinstance(last, Line) or line.number or is_heading(line):
            return False
        hanging = first.start < first.left - _FARTHER_IN
        quoted = self._open_blocks().quotes and last.start > first.start + _FARTHER_IN
        return quoted and not hanging and abs(line.start - first.start) <= _SAME_PLACE

    def _heading(self, line: Line) -> None:
        level = level_of(line)
        self._above = [one for one in self._above if one[0] < level]
        eid = self._eids.make(None, "hdg", self._next("hdg"))
        unit = Unit(eid, "heading", line.number, plain(line.text), parent=self._parent())
        self._begin(unit, line)
        self._hang(line)
        self._above.append((level, eid))

    def _annex(self, line: Line) -> None:
        self._above = []
        eid = self._eids.make(None, "annex", self._next("annex"))
        self._begin(Unit(eid, "annex", heading=plain(line.text)), line)
        self._hang(line)

    def _hang(self, line: Line) -> None:
        """What a heading's plain text has no room for: notes, boxes, words for a picture."""
        blocks = self._open_blocks()
        for image in _IMAGE.findall(line.html):
            blocks.add(Line("", image))
        blocks.hang(line)

    def _loose(self) -> Unit:
        eid = self._eids.make(None, "unit", self._next("unit"))
        return Unit(eid, "text", parent=self._parent())

    def _parent(self) -> str | None:
        return self._above[-1][1] if self._above else None

    def _next(self, kind: str) -> str:
        self._given[kind] += 1
        return str(self._given[kind])

    def _begin(self, unit: Unit, first: Line | None = None) -> None:
        self._end()
        self._unit, self._blocks = unit, Blocks(self._eids, unit.eid)
        self._first, self._last = first, None

    def _add(self, block: Block) -> None:
        self._open_blocks().add(block)
        self._last = block

    def _open_blocks(self) -> Blocks:
        if self._blocks is None:
            self._begin(self._loose())
        assert self._blocks is not None
        return self._blocks

    def _end(self) -> None:
        unit, blocks = self._unit, self._blocks
        self._unit = self._blocks = None
        if unit is None or blocks is None:
            return
        html = blocks.html()
        if html or unit.number or unit.heading:
            self.units.append(
                Unit(unit.eid, unit.kind, unit.number, unit.heading, html, unit.parent)
            )


def _headings(blocks: Sequence[Block], own: dict[int, int]) -> set[int]:
    """Lines that look like headings and stand right before a paragraph or another heading."""
    heads: set[int] = set()
    for at in range(len(blocks) - 1, -1, -1):
        one = blocks[at]
        before = at + 1 in own or at + 1 in heads
        if before and at not in own and isinstance(one, Line) and is_heading(one):
            heads.add(at)
    return heads


def _end_of_front(blocks: Sequence[Block], first: int) -> int:
    """Where the cover ends: at the first paragraph, or at the headings right before it."""
    end = first
    while end > max(0, first - _MOST_HEADINGS):
        one = blocks[end - 1]
        if not isinstance(one, Line) or one.alignment in ("center", "right") or not is_heading(one):
            break
        end -= 1
    return end


def _first_long(blocks: Sequence[Block]) -> int:
    """The first line that is as long as prose; no cover has one."""
    found = (at for at, one in enumerate(blocks) if isinstance(one, Line) and len(one.text) > 300)
    return next(found, 0)
