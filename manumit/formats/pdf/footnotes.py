"""Notes at the foot of a page, told from the text above them."""

import re
from collections import Counter
from dataclasses import dataclass

from manumit.formats.pdf.rows import Row

_STROKES = re.compile(r"[_—–\-=]{3,}")
_NOTE_MARK = re.compile(r"(?:\d{1,3}|[*†‡§]{1,3})(?=[\s“\"(A-Z])")
_SMALLER = 0.93
_LOWER_PART = 0.66


@dataclass(frozen=True, slots=True)
class Split:
    """The rows of a page: its text, its notes, and the strokes printed between them."""

    text: list[Row]
    notes: list[Row]
    strokes: list[Row]


def split_notes(rows: list[Row]) -> Split:
    """Part the text of a page from the notes below it."""
    if not rows:
        return Split([], [], [])
    usual = _usual_size(rows)
    top, bottom = max(row.y1 for row in rows), min(row.y0 for row in rows)
    limit = bottom + _LOWER_PART * (top - bottom)
    for at, row in enumerate(rows):
        if row.y1 <= limit and _opens_notes(rows[at:], usual):
            start = at - 1 if at and _STROKES.fullmatch(rows[at - 1].text) else at
            notes = rows[start:]
            strokes = [one for one in notes if _STROKES.fullmatch(one.text)]
            kept = [one for one in notes if not _STROKES.fullmatch(one.text)]
            return Split(rows[:start], kept, strokes)
    return Split(rows, [], [])


def _usual_size(rows: list[Row]) -> float:
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[row.size] += len(row.text)
    return max(sizes, key=lambda size: sizes[size])


def _opens_notes(rest: list[Row], usual: float) -> bool:
    row = rest[0]
    if any(later.y1 > row.y1 + row.size for later in rest):
        return False  # the text goes on in another column
    if row.raised_start:
        return True
    small = all(later.size < _SMALLER * usual for later in rest)
    marked = _NOTE_MARK.match(row.text) or (len(rest) > 1 and _STROKES.fullmatch(row.text))
    return small and bool(marked)
