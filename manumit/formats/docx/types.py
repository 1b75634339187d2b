"""What a story (the body, a cell, a footnote) is made of: lines and tables in order."""

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(slots=True)
class Note:
    """A footnote or endnote; ``mark`` is what the text refers to it by."""

    mark: str
    blocks: "list[Block]"


@dataclass(slots=True)
class Line:
    """One paragraph of Word's.

    ``number`` is the printed one, made by Word or typed; ``listed`` names the list and level that
    made it, empty where it was typed. ``text`` (with its line breaks) and ``html`` come without
    the number. ``start``
    is where the first line begins and ``left`` where the others do, in twentieths of a point
    from the margin. ``outline`` is the level of a heading style from 0, None for plain text.
    ``looks`` are those that all its words share (``strong``, ``em``, ``underlined``, ``caps``).
    """

    text: str
    html: str
    number: str = ""
    listed: str = ""
    start: int = 0
    left: int = 0
    alignment: str = ""
    style: str = ""
    outline: int | None = None
    looks: frozenset[str] = frozenset()
    notes: list[Note] = field(default_factory=list)
    boxes: "list[list[Block]]" = field(default_factory=list)

    def is_empty(self) -> bool:
        """Whether a reader sees nothing of it."""
        return not (self.number or self.html or self.boxes)


@dataclass(slots=True)
class Cell:
    """A cell of a table; ``rows`` is how many rows it spans."""

    blocks: "list[Block]"
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class Table:
    """Rows of cells; the first ``head`` rows are repeated on every page."""

    rows: list[list[Cell]]
    head: int = 0


Block: TypeAlias = Line | Table
