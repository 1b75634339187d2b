"""The lines of a page, from the top, cell by cell."""

from dataclasses import dataclass, field

from manumit.formats.pdf.segments import Segment, runs_of
from manumit.formats.runs import Run, all_marked, text_of, tidy_runs

_WIDE_GAP = 1.7
_TOGETHER = 0.5
Cell = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its cells (more than one where wide gaps part it) and where it stands.

    ``page`` counts from 1. ``left`` and ``right`` are the edges of the column it stands in,
    ``starts`` where each cell begins; all measures are points.
    """

    page: int
    cells: tuple[Cell, ...]
    x0: float
    x1: float
    y0: float
    y1: float
    size: float
    starts: tuple[float, ...] = ()
    left: float = 0.0
    right: float = 0.0
    text: str = field(default="", compare=False)

    @property
    def runs(self) -> list[Run]:
        """The whole line as running text."""
        runs: list[Run] = []
        for cell in self.cells:
            runs += [Run(" "), *cell] if runs else list(cell)
        return runs

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all_marked(tuple(self.runs), "strong")

    @property
    def italic(self) -> bool:
        """Whether all of it is slanted."""
        return all_marked(tuple(self.runs), "em")

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle of its column, with room on both sides."""
        before, after = self.x0 - self.left, self.right - self.x1
        return min(before, after) > self.size and abs(before - after) < 0.15 * (
            self.right - self.left
        )

    @property
    def raised_start(self) -> bool:
        """Whether it begins with a small raised mark, as notes do."""
        return bool(self.cells and self.cells[0]) and "sup" in self.cells[0][0].marks


def make_rows(segments: list[Segment], page: int) -> list[Row]:
    """The rows of segments that stand in one column, from the top."""
    groups: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda one: -one.middle):
        if groups and _together(groups[-1], segment):
            groups[-1].append(segment)
        else:
            groups.append([segment])
    left = min((one.x0 for one in segments), default=0.0)
    right = max((one.x1 for one in segments), default=0.0)
    return [_row(group, page, left, right) for group in groups]


def _together(group: list[Segment], segment: Segment) -> bool:
    """Whether the segment stands in the line of the group: half its height or more beside it."""
    tallest = max(group, key=lambda one: one.size)
    shared = min(tallest.y1, segment.y1) - max(tallest.y0, segment.y0)
    return shared >= _TOGETHER * min(tallest.y1 - tallest.y0, segment.y1 - segment.y0)


def _row(group: list[Segment], page: int, left: float, right: float) -> Row:
    group = sorted(group, key=lambda one: one.x0)
    main = max(group, key=lambda one: (len(one.glyphs), one.size))
    cells = [tidy_runs(runs_of(cell, main.size, main.base)) for cell in _cells(group, main.size)]
    return Row(
        page=page,
        cells=tuple(cells),
        x0=group[0].x0,
        x1=max(one.x1 for one in group),
        y0=min(one.y0 for one in group),
        y1=max(one.y1 for one in group),
        size=main.size,
        starts=tuple(cell[0].x0 for cell in _cells(group, main.size)),
        left=left,
        right=right,
        text=" ".join(text_of(cell) for cell in cells),
    )


def _cells(group: list[Segment], size: float) -> list[list[Segment]]:
    cells = [[group[0]]]
    for segment in group[1:]:
        if segment.x0 - max(one.x1 for one in cells[-1]) > _WIDE_GAP * size:
            cells.append([segment])
        else:
            cells[-1].append(segment)
    return cells
