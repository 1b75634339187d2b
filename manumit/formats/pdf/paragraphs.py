"""Lines joined to paragraphs, over the ends of columns and pages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from manumit.formats.chains import leading_number
from manumit.formats.pdf.hyphens import HYPHENS, WordStock
from manumit.formats.pdf.rows import Row
from manumit.formats.pdf.tables import Table, find_tables
from manumit.formats.runs import Run, all_marked, text_of, tidy_runs

# All in parts of the line's height.
_INDENT = 0.6
_GAP = 1.35
_OTHER_SIZE = 0.12
_SHORT = 0.12
_ROOM = 1.5
_MOST_CELLS = 2
_MOST_LEADING = 4
_ENDS = re.compile(r"[.;:?!—。；：][”’\"')\]」』]*$")
_ENDS_BEFORE_A_MARK = re.compile(r"(?:[.;:,—–?!。；：，-]|\b(?:and|or|dan|atau|且|或))[”’\"')\]]*$")
_MARK = re.compile(
    r"[“‘\"']?(?:\([0-9]{1,3}[A-Za-z]{0,3}\)|\([a-z]{1,4}\)|\([A-Z]{1,2}\)|\[?\d{1,4}[A-Z]{0,3}[.\]](?=\s|$)"
    r"|[•▪●–—](?=\s))"
)
_DASHES = ("–", "—")
_STROKES = re.compile(r"[_—–\-=*]{3,}")
_BARE_NUMBER = re.compile(r"(?:[IVXLC]{1,7}|[A-Z]|\d{1,2})\.?")
_STARTS_ANEW = re.compile(r"[“‘\"'(\[]?[A-Z0-9\u0e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, a heading or a table.

    ``page`` is where it begins; its runs tell where others do. ``indent`` is how far its lines
    are set in from their column, ``size`` their height, both in points. ``lines`` counts them.
    """

    page: int
    runs: tuple[Run, ...] = ()
    size: float = 0.0
    indent: float = 0.0
    centred: bool = False
    lines: int = 1
    table: Table | None = None

    @property
    def text(self) -> str:
        """The words on one line."""
        return self.table.text if self.table else text_of(self.runs)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all_marked(self.runs, "strong")

    @property
    def italic(self) -> bool:
        """Whether all of it is slanted."""
        return all_marked(self.runs, "em")


@dataclass
class Joiner:
    """Joins rows to paragraphs; ``cut`` are the words whose hyphens were taken out."""

    stock: WordStock
    cut: list[str] = field(default_factory=list)

    def join(self, pages: list[list[Row]]) -> list[Paragraph]:
        """The paragraphs of all pages, in order."""
        done: list[Paragraph] = []
        open_rows: list[Row] = []
        leading = _leading(pages)
        for rows in pages:
            placed = _recolumned(rows)
            usual = _Usual(leading, _home(placed))
            for piece in find_tables(placed):
                if isinstance(piece, Table):
                    done += self._close(open_rows)
                    open_rows = []
                    done.append(Paragraph(piece.page, table=piece))
                    continue
                if open_rows and _begins(open_rows, piece, usual):
                    done += self._close(open_rows)
                    open_rows = []
                open_rows.append(piece)
        return done + self._close(open_rows)

    def _close(self, rows: list[Row]) -> list[Paragraph]:
        if not rows:
            return []
        runs = tidy_runs(self._runs(rows))
        inner = rows[1] if len(rows) > 1 else rows[0]
        return [
            Paragraph(
                page=rows[0].page,
                runs=runs,
                size=median(row.size for row in rows),
                indent=max(0.0, inner.x0 - inner.left),
                centred=all(row.centred for row in rows),
                lines=len(rows),
            )
        ]

    def _runs(self, rows: list[Row]) -> Iterator[Run]:
        page = 0
        for row, following in zip(rows, [*rows[1:], None], strict=True):
            if row.page != page:
                page = row.page
                yield Run("", page=str(page))
            runs, glue = row.runs, " "
            if following and row.text.endswith(HYPHENS) and not row.text[:-1].endswith(" "):
                runs, glue = self._hyphenated(row, following), ""
            elif row.text.endswith(_DASHES) and not row.text[:-1].endswith(" "):
                glue = ""
            yield from runs
            if following and glue:
                yield Run(glue, runs[-1].marks & following.runs[0].marks)

    def _hyphenated(self, row: Row, following: Row) -> list[Run]:
        """The row without its last hyphen, if that only cuts a word."""
        runs = row.runs
        if not self.stock.is_cut(row.text, following.text):
            return runs
        self.cut.append(row.text.rsplit(maxsplit=1)[-1] + following.text.split(maxsplit=1)[0])
        return [*runs[:-1], replace(runs[-1], text=runs[-1].text[:-1])]


def body_size(pages: Iterable[list[Row]]) -> float:
    """The height of most lines of a document."""
    sizes: Counter[float] = Counter()
    for rows in pages:
        for row in rows:
            sizes[round(row.size, 1)] += len(row.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _recolumned(rows: list[Row]) -> list[Row]:
    """The rows with the edges of their columns as they are without the margins."""
    edges: dict[tuple[float, float], tuple[float, float]] = {}
    for row in rows:
        column = row.left, row.right
        left, right = edges.get(column, (row.x0, row.x1))
        edges[column] = min(left, row.x0), max(right, row.x1)
    return [
        replace(row, left=edges[row.left, row.right][0], right=edges[row.left, row.right][1])
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class _Usual:
    """What is usual: from line to line, in heights of a line, and where lines begin."""

    leading: float
    home: float


def _leading(pages: Iterable[list[Row]]) -> float:
    steps = [
        (before.y1 - after.y1) / before.size
        for rows in pages
        for before, after in pairwise(rows)
        if 0 < before.y1 - after.y1 < _MOST_LEADING * before.size
    ]
    return max(1.0, median(steps)) if steps else 1.0


def _home(rows: list[Row]) -> float:
    homes = Counter(round(row.x0 - row.left) for row in rows)
    return max(homes, key=lambda at: homes[at], default=0)


def _begins(rows: list[Row], row: Row, usual: _Usual) -> bool:
    """Whether the row begins a new paragraph after the rows of the open one."""
    return (
        _stands_alone(rows[-1], row)
        or _stands_apart(rows, row, usual)
        or _is_marked(rows, row)
        or _ends_short(rows[-1], row)
        or _ends_early(rows, row)
        or _is_set_otherwise(rows, row, usual.home)
    )


def _stands_alone(before: Row, row: Row) -> bool:
    """A number over a part of the text, a line of strokes or of many cells is no paragraph's."""
    return any(
        _STROKES.fullmatch(one.text)
        or len(one.cells) > _MOST_CELLS
        or (one.centred and _BARE_NUMBER.fullmatch(one.text))
        for one in (before, row)
    )


def _stands_apart(rows: list[Row], row: Row, usual: _Usual) -> bool:
    before = rows[-1]
    if before.page == row.page and before.y1 - row.y1 > _GAP * _step(rows, usual):
        return True
    if abs(row.size - before.size) > _OTHER_SIZE * before.size or row.bold != before.bold:
        return True
    return row.centred != before.centred and not _is_full(row if row.centred else before)


def _step(rows: list[Row], usual: _Usual) -> float:
    """From line to line: as in the paragraph so far, else as in the whole document."""
    if len(rows) > 1 and rows[-1].page == rows[-2].page and rows[-2].y1 > rows[-1].y1:
        return rows[-2].y1 - rows[-1].y1
    return usual.leading * rows[-1].size


def _is_marked(rows: list[Row], row: Row) -> bool:
    """Whether the row begins with the mark of a note, or of a paragraph where one may begin."""
    if row.raised_start:
        return True
    if not _MARK.match(row.text):
        return False
    if rows[-1].bold or _ENDS_BEFORE_A_MARK.search(rows[-1].text):
        return True
    first, own = leading_number(rows[0].text), leading_number(row.text)
    return bool(first and own and own.style == first.style and own.number == first.number + 1)


def _is_full(row: Row) -> bool:
    return row.x1 - row.x0 > (1 - 2 * _SHORT) * (row.right - row.left)


def _ends_short(before: Row, row: Row) -> bool:
    room = before.right - before.x1
    return (
        room > _SHORT * (before.right - before.left)
        and _ENDS.search(before.text) is not None
        and _STARTS_ANEW.match(row.text) is not None
    )


def _ends_early(rows: list[Row], row: Row) -> bool:
    """Whether the next line's first word would have had room in the line before it."""
    before = rows[-1]
    if before.centred or row.centred or before.page != row.page:
        return False
    width = (row.x1 - row.x0) / max(len(row.text), 1) * len(row.text.split(maxsplit=1)[0])
    room = max(row.x1, *(one.x1 for one in rows)) - before.x1
    return room > _ROOM * width + row.size


def _is_set_otherwise(rows: list[Row], row: Row, home: float) -> bool:
    """Whether the row is set in, or out, from the lines before it as no line of theirs is."""
    if row.centred:
        return False
    step = _INDENT * row.size
    own = row.x0 - row.left
    before = rows[-1].x0 - rows[-1].left
    ended = _ENDS.search(rows[-1].text) is not None
    if own - before > step:
        # A line set in after a first line that hangs out goes on with it.
        hangs = len(rows) == 1 and (_MARK.match(rows[0].text) is not None or not ended)
        return not hangs
    if before - own > step:
        return len(rows) > 1
    # Two lines in a row set in from where most lines begin: each is a first line.
    return len(rows) == 1 and ended and own - home > step
