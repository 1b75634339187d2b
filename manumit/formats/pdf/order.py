"""In which order the pieces of a page are read: columns one after the other, lines from the top."""

from statistics import median

from manumit.formats.pdf.rows import Row, make_rows
from manumit.formats.pdf.segments import Segment

_FEWEST_IN_A_COLUMN = 6
_NARROWEST_GUTTER = 8.0
_STEP = 2.0
_MOST_ACROSS = 0.25
# A column of text is mostly full; the cells of a table are not.
_FILLED = 0.55
_MIDDLE = (0.2, 0.8)
_WHITE = 1.0


def rows_in_order(segments: list[Segment], page: int) -> list[Row]:
    """All rows of a page as they are read; what is printed crosswise comes last."""
    upright = [one for one in segments if not one.turned]
    rows = _ordered(upright, page)
    for segment in segments:
        if segment.turned:
            rows += make_rows([segment], page)
    return rows


def _ordered(segments: list[Segment], page: int) -> list[Row]:
    gutter = _gutter(segments)
    if gutter is None:
        return make_rows(segments, page)
    rows: list[Row] = []
    for in_columns, band in _bands(segments, gutter):
        if in_columns:
            rows += _ordered([one for one in band if one.x1 <= gutter], page)
            rows += _ordered([one for one in band if one.x0 >= gutter], page)
        else:
            rows += make_rows(band, page)
    return rows


def _gutter(segments: list[Segment]) -> float | None:
    """Where white runs down between two columns of text; None where there is one column."""
    if len(segments) < 2 * _FEWEST_IN_A_COLUMN:
        return None
    left = min(one.x0 for one in segments)
    width = max(one.x1 for one in segments) - left
    count = int(width / _STEP) + 1
    covered = [0] * (count + 1)
    for one in segments:
        covered[int((one.x0 - left) / _STEP)] += 1
        covered[min(count, int((one.x1 - left) / _STEP) + 1)] -= 1
    for at in range(1, count + 1):
        covered[at] += covered[at - 1]
    for start, end in _white(covered, count, _MOST_ACROSS * len(segments)):
        middle = left + (start + end) / 2 * _STEP
        if _parts_columns(segments, middle, left, left + width):
            return middle
    return None


def _white(covered: list[int], count: int, most: float) -> list[tuple[int, int]]:
    """Stretches in the middle that few segments cross, the least crossed first."""
    low, high = int(_MIDDLE[0] * count), int(_MIDDLE[1] * count)
    stretches: list[tuple[int, int, int]] = []
    at = low
    while at < high:
        end = at
        while end < high and covered[end] == covered[at]:
            end += 1
        if covered[at] <= most and (end - at) * _STEP >= _NARROWEST_GUTTER:
            stretches.append((covered[at], at, end))
        at = end
    return [(start, end) for _, start, end in sorted(stretches, key=lambda one: (one[0], one[1]))]


def _parts_columns(segments: list[Segment], gutter: float, left: float, right: float) -> bool:
    before = [one for one in segments if one.x1 <= gutter]
    after = [one for one in segments if one.x0 >= gutter]
    if min(len(before), len(after)) < _FEWEST_IN_A_COLUMN:
        return False
    return _fills(before, gutter - left) and _fills(after, right - gutter)


def _fills(segments: list[Segment], width: float) -> bool:
    """Whether the segments are lines of text in a column; none at all are."""
    return not segments or median(one.x1 - one.x0 for one in segments) >= _FILLED * width


def _bands(segments: list[Segment], gutter: float) -> list[tuple[bool, list[Segment]]]:
    """Cut the page into bands that stand in columns and bands that do not, from the top."""
    left = min(one.x0 for one in segments)
    right = max(one.x1 for one in segments)
    bands: list[tuple[bool, list[Segment]]] = []
    for piece in _pieces(segments, gutter):
        before = [one for one in piece if one.x1 <= gutter]
        after = [one for one in piece if one.x0 >= gutter]
        in_columns = (
            len(before) + len(after) == len(piece)
            and _fills(before, gutter - left)
            and _fills(after, right - gutter)
        )
        if bands and bands[-1][0] == in_columns:
            bands[-1][1].extend(piece)
        else:
            bands.append((in_columns, piece))
    return bands


def _pieces(segments: list[Segment], gutter: float) -> list[list[Segment]]:
    """Cut the page where white runs across, and above and below what crosses the gutter."""
    pieces: list[list[Segment]] = []
    bottom, was_across = 0.0, False
    for one in sorted(segments, key=lambda one: -one.y1):
        across = one.x0 < gutter < one.x1
        if not pieces or across != was_across or bottom - one.y1 > _WHITE * one.size:
            pieces.append([])
            bottom = one.y0
        pieces[-1].append(one)
        bottom, was_across = min(bottom, one.y0), across
    return pieces
