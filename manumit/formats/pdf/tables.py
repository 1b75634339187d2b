"""Tables, as far as a page shows them: lines whose cells stand below each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from manumit.formats.markup import tag
from manumit.formats.pdf.rows import Cell, Row
from manumit.formats.runs import html_of, text_of

_MARK = re.compile(r"[\[(]?[0-9A-Za-z]{1,4}[\])]?[.)]?|[•▪●–—-]")
_ALIGNED = 4.0
_FEWEST_CELLS = 3
_FEWEST_ROWS = 2
_FEWEST_NARROW_ROWS = 3


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells that stand one below the other."""

    page: int
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def text(self) -> str:
        """The words on one line."""
        return " ".join(text_of(cell) for row in self.rows for cell in row)

    def html(self) -> str:
        """The table as HTML; a row with fewer cells than others ends early."""
        rows = (tag("tr", "".join(tag("td", html_of(cell)) for cell in row)) for row in self.rows)
        return tag("table", tag("tbody", "".join(rows)))


def find_tables(rows: list[Row]) -> Iterator[Row | Table]:
    """The rows of a page, those that make a table held together."""
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and _fits(rows[at:end], rows[end]):
            end += 1
        widest = max((len(row.cells) for row in rows[at:end]), default=0)
        enough = _FEWEST_ROWS if widest >= _FEWEST_CELLS else _FEWEST_NARROW_ROWS
        if end - at >= enough:
            yield Table(rows[at].page, tuple(row.cells for row in rows[at:end]))
            at = end
        else:
            yield rows[at]
            at += 1


def _fits(table: list[Row], row: Row) -> bool:
    """Whether the row has cells, and one of them begins where one of the last row does."""
    starts = _inner_starts(row)
    if not starts:
        return False
    if not table:
        return True
    last = table[-1]
    below = last.y1 > row.y1 and last.y1 - row.y1 < 4 * row.size
    return below and any(
        abs(start - other) <= _ALIGNED for start in starts for other in _inner_starts(last)
    )


def _inner_starts(row: Row) -> tuple[float, ...]:
    """Where the cells after the first begin; a number that leads a line is no cell."""
    if len(row.cells) < 2:
        return ()
    if len(row.cells) == 2 and _MARK.fullmatch(text_of(row.cells[0])):
        return ()
    return row.starts[1:]
