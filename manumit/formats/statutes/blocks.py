"""The text of one provision as HTML: lists within lists, every numbered piece with its address."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from manumit.formats.eids import EidMaker
from manumit.formats.markup import escape, numbered, paragraph, tag
from manumit.formats.statutes.marks import UNNUMBERED, Line

# What stands in brackets after the number of a provision, level by level.
_LEVELS = {"sec": ("subsec", "para", "subpara", "item"), "art": ("para", "subpara", "item", "item")}
_CLASSES = {
    "subsec": "subsection",
    "para": "paragraph",
    "subpara": "subparagraph",
    "item": "item",
}
_FIGURES = frozenset({"digit", "decimal", "verse", "definition"})
_STAYS = frozenset({"digit", "decimal", "verse", "definition", "term"})
_ANNOUNCED = (":", "—", "-", "–")


@dataclass
class Piece:
    """A piece with what stands in it; ``level`` counts from 0, the provision itself is -1."""

    eid: str
    style: str = ""
    number: str = ""
    level: int = -1
    class_: str = ""
    named: bool = True
    blocks: list["str | Piece"] = field(default_factory=list)
    announces: bool = False

    def add_text(self, line: Line, class_: str = "") -> None:
        """Take in running text, with its mark if it has one."""
        self.blocks.append(paragraph(numbered(line.mark, escape(line.text)), class_))
        self.announces = line.text.endswith(_ANNOUNCED)

    def html(self) -> str:
        """What stands in it, as HTML."""
        return "".join(one if isinstance(one, str) else one.wrapped() for one in self.blocks)

    def wrapped(self) -> str:
        """The piece within an element that has its address, if it has one."""
        return tag("div", self.html(), id=self.eid if self.named else "", class_=self.class_)


class Blocks:
    """Builds the text of one provision, line by line."""

    def __init__(self, eid: str, step: str, eids: EidMaker) -> None:
        self._levels = _LEVELS.get(step, _LEVELS["art"])
        self._starts_lower = step == "sec"
        self._eids = eids
        self._stack = [Piece(eid)]

    def html(self, lines: Sequence[Line]) -> str:
        """The lines as HTML."""
        for line, coming in zip(lines, _coming(lines), strict=True):
            if line.style == "aside":
                del self._stack[1:]
                self._stack[0].add_text(line)
            elif line.style:
                self._open(line)
            else:
                self._go_on(line, coming)
        return self._stack[0].html()

    def _open(self, line: Line) -> None:
        styles = [piece.style for piece in self._stack]
        if line.style in styles:
            del self._stack[styles.index(line.style) :]
        above = self._stack[-1]
        piece = self._piece(above, line)
        piece.add_text(line)
        above.blocks.append(piece)
        self._stack.append(piece)

    def _piece(self, above: Piece, line: Line) -> Piece:
        if line.style in UNNUMBERED:
            class_ = "definition" if line.style == "term" else "item"
            return Piece(above.eid, line.style, line.number, above.level, class_, named=False)
        level = self._level(above, line)
        step = {"definition": "item", "verse": "para"}.get(line.style, self._levels[level])
        class_ = line.style if line.style in ("definition", "verse") else _CLASSES[step]
        eid = self._eids.make(above.eid, step, line.number)
        return Piece(eid, line.style, line.number, level, class_)

    def _level(self, above: Piece, line: Line) -> int:
        """A section's first level is for figures: its (a) without a (1) stands on the second."""
        lower = self._starts_lower and above.level < 0 and line.style not in _FIGURES
        return min(above.level + (2 if lower else 1), len(self._levels) - 1)

    def _go_on(self, line: Line, coming: Line | None) -> None:
        """Running text after a list: in its last piece if the list goes on, else after the list.

        A list that nothing announced is a row of paragraphs, and the text is the last one's.
        """
        inner = self._stack[-1]
        if not inner.style:
            inner.add_text(line)
            return
        stays = inner.style in _STAYS and not self._stack[-2].announces
        if not stays and not _goes_on(inner, coming):
            self._stack.pop()
        self._stack[-1].blocks.append(paragraph(escape(line.text), "continued"))


def _coming(lines: Sequence[Line]) -> list[Line | None]:
    """For each line the next one below it that has a style."""
    coming: Line | None = None
    following: list[Line | None] = []
    for line in reversed(lines):
        following.append(coming)
        coming = line if line.style else coming
    return following[::-1]


def _goes_on(inner: Piece, coming: Line | None) -> bool:
    if coming is None or coming.style != inner.style:
        return False
    return coming.number not in ("1", "a", "A", "i", "ก")
