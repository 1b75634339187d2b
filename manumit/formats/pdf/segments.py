"""Characters that stand side by side, as the pieces of lines that a page is made of."""

from dataclasses import dataclass

from manumit.formats.pdf.glyphs import BOLD, ITALIC, TURNED, Glyph
from manumit.formats.runs import Run

# All in parts of the character's height.
_SAME_LINE = 0.45
_WIDE_GAP = 1.7
_WORD_GAP = 0.22
_OVERLAP = 0.6
_RAISED = 0.12
_SMALLER = 0.86
_PLAIN: frozenset[str] = frozenset()
_MARKS = {
    0: _PLAIN,
    BOLD: frozenset({"strong"}),
    ITALIC: frozenset({"em"}),
    BOLD | ITALIC: frozenset({"strong", "em"}),
}


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a line without a wide gap in it; ``size`` is its height."""

    glyphs: tuple[Glyph, ...]
    x0: float
    x1: float
    y0: float
    y1: float
    base: float
    size: float

    @property
    def middle(self) -> float:
        """The height of its middle on the page."""
        return (self.y0 + self.y1) / 2

    @property
    def turned(self) -> bool:
        """Whether it is printed across the page's other lines."""
        return bool(self.glyphs[0].style & TURNED)


def make_segments(glyphs: list[Glyph]) -> list[Segment]:
    """The segments of a page, in the order of its file."""
    groups: list[list[Glyph]] = []
    for glyph in glyphs:
        if groups and _goes_on(groups[-1][-1], glyph):
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    return [_segment(group) for group in groups]


def runs_of(segments: list[Segment], size: float, base: float) -> list[Run]:
    """The segments of one cell, from left to right, as text in a line of that size and baseline."""
    runs: list[Run] = []
    before: Glyph | None = None
    for segment in segments:
        for glyph in segment.glyphs:
            marks = _marks(glyph, size, base)
            text = (" " if before and _parted(before, glyph) else "") + glyph.text
            if runs and runs[-1].marks == marks:
                runs[-1] = Run(runs[-1].text + text, marks)
            else:
                runs.append(Run(text, marks))
            before = glyph
    return runs


def _goes_on(before: Glyph, glyph: Glyph) -> bool:
    height = max(before.y1 - before.y0, glyph.y1 - glyph.y0, 1.0)
    if (before.style ^ glyph.style) & TURNED:
        return False
    if glyph.style & TURNED:
        return abs(glyph.x0 - before.x0) < height and abs(glyph.y0 - before.y1) < height * 2
    return (
        abs(glyph.base - before.base) <= _SAME_LINE * height
        and -_OVERLAP * height <= glyph.x0 - before.x1 <= _WIDE_GAP * height
    )


def _segment(glyphs: list[Glyph]) -> Segment:
    heights = sorted(glyph.y1 - glyph.y0 for glyph in glyphs)
    bases = sorted(glyph.base for glyph in glyphs)
    return Segment(
        glyphs=tuple(glyphs),
        x0=min(glyph.x0 for glyph in glyphs),
        x1=max(glyph.x1 for glyph in glyphs),
        y0=min(glyph.y0 for glyph in glyphs),
        y1=max(glyph.y1 for glyph in glyphs),
        base=bases[len(bases) // 2],
        size=heights[len(heights) // 2],
    )


def _parted(before: Glyph, glyph: Glyph) -> bool:
    if glyph.style & TURNED:
        return glyph.spaced
    height = max(before.y1 - before.y0, glyph.y1 - glyph.y0, 1.0)
    return glyph.spaced or not -height < glyph.x0 - before.x1 < _WORD_GAP * height


def _marks(glyph: Glyph, size: float, base: float) -> frozenset[str]:
    marks = _MARKS[glyph.style & (BOLD | ITALIC)]
    if glyph.y1 - glyph.y0 < _SMALLER * size:
        if glyph.base - base > _RAISED * size:
            return marks | {"sup"}
        if base - glyph.base > _RAISED * size:
            return marks | {"sub"}
    return marks
