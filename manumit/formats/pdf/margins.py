"""Running heads and page numbers: what the paper says on every page and the text does not."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from manumit.formats.pdf.rows import Row

_NUMBERS = re.compile(r"\d+")
_SPACES = re.compile(r"\s+")
_PAGE_NUMBER = re.compile(
    r"[\s\-–—\[(|]*(?:page|pg\.?|p\.|halaman|muka surat|หน้า|第)?\s*"
    r"(?P<number>\d{1,4}|[ivxlc]{1,8})"
    r"(?:\s*(?:of|/|daripada|頁|页)\s*\d{0,4})?[\s\-–—\])|.]*",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_OUTER_ROWS = 4
_SAME_HEIGHT = 9.0
_FEWEST = 3
_FEW_PAGES = 4
_MOSTLY = 0.6
# How far from its edge the head or foot of a page may stand, as a part of its height.
_EDGE = 0.2


@dataclass(frozen=True, slots=True)
class Removed:
    """A row that was taken out: ``kind`` is ``head`` or ``number``."""

    kind: str
    page: int
    text: str


@dataclass
class Margins:
    """What is left of each page, in reading order, and what was taken out."""

    pages: list[list[Row]] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)


def take_margins(pages: list[list[Row]], heights: list[float]) -> Margins:
    """Take running heads and page numbers off all pages, whose heights are given in points.

    A running head is what stands at the same height at the edge of several pages, numbers aside;
    a page number is a number alone at the edge, that counts with the pages.
    """
    edges = [
        (_from_top(rows, height), _from_bottom(rows, height))
        for rows, height in zip(pages, heights, strict=True)
    ]
    heads = [_repeated([edge[side] for edge in edges]) for side in (0, 1)]
    counting = _counting(edges)
    margins = Margins()
    for rows, edge in zip(pages, edges, strict=True):
        out: dict[int, str] = {}
        for side in (0, 1):
            out |= _outermost(edge[side], heads[side], counting)
        margins.pages.append([row for row in rows if id(row) not in out])
        margins.removed += [
            Removed(out[id(row)], row.page, row.text) for row in rows if id(row) in out
        ]
    return margins


def _from_top(rows: list[Row], height: float) -> list[Row]:
    inside = [row for row in rows if row.y1 > (1 - _EDGE) * height]
    return sorted(inside, key=lambda row: -row.y1)[:_OUTER_ROWS]


def _from_bottom(rows: list[Row], height: float) -> list[Row]:
    inside = [row for row in rows if row.y0 < _EDGE * height]
    return sorted(inside, key=lambda row: row.y0)[:_OUTER_ROWS]


def _repeated(edges: list[list[Row]]) -> set[int]:
    """The rows that stand on several pages in the same place."""
    alike: dict[str, list[Row]] = defaultdict(list)
    for rows in edges:
        for row in rows:
            if not _PAGE_NUMBER.fullmatch(row.text):
                alike[_pattern(row.text)].append(row)
    fewest = 2 if len(edges) <= _FEW_PAGES else _FEWEST
    same = (group for rows in alike.values() for group in _by_numbers(rows, fewest))
    return {id(row) for group in same for row in _at_one_height(group, fewest)}


def _pattern(text: str) -> str:
    """The text without its numbers; capitals matter, a title is no running head."""
    return _SPACES.sub(" ", _NUMBERS.sub("#", text)).strip()


def _by_numbers(rows: list[Row], fewest: int) -> Iterable[list[Row]]:
    """Rows alike but for their numbers, grouped by the numbers that do not count the pages.

    ``Amendment of section 12`` and ``… 15`` at the top of two pages are no running head.
    """
    numbers = [[int(one) for one in _NUMBERS.findall(row.text)] for row in rows]
    keys: list[tuple[int, ...]] = [()] * len(rows)
    for slot in zip(*numbers, strict=True):
        ahead = Counter(value - row.page for value, row in zip(slot, rows, strict=True))
        counted = sum(count for count in ahead.values() if count >= fewest)
        if counted < _MOSTLY * len(rows):
            keys = [(*key, value) for key, value in zip(keys, slot, strict=True)]
    groups: dict[tuple[int, ...], list[Row]] = defaultdict(list)
    for key, row in zip(keys, rows, strict=True):
        groups[key].append(row)
    return groups.values()


def _at_one_height(rows: list[Row], fewest: int) -> list[Row]:
    """Those of the rows that have enough others beside them at their height."""
    heights = sorted(row.y1 for row in rows)
    return [
        row
        for row in rows
        if bisect_right(heights, row.y1 + _SAME_HEIGHT)
        - bisect_left(heights, row.y1 - _SAME_HEIGHT)
        >= fewest
    ]


def _counting(edges: list[tuple[list[Row], list[Row]]]) -> set[int]:
    """Rows that are a number and nothing else, where another page counts on from it."""
    numbers = [
        (row, side, row.page - value)
        for edge in edges
        for side in (0, 1)
        for row in edge[side]
        if (value := _page_number(row.text))
    ]
    places = {(side, ahead, row.page) for row, side, ahead in numbers}
    pages = Counter((side, ahead) for side, ahead, _ in places)
    return {id(row) for row, side, ahead in numbers if pages[side, ahead] > 1}


def _page_number(text: str) -> int:
    found = _PAGE_NUMBER.fullmatch(text)
    if found is None:
        return 0
    written = found["number"].lower()
    return int(written) if written.isdecimal() else _roman(written)


def _roman(written: str) -> int:
    values = [_ROMAN[letter] for letter in written]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def _outermost(edge: list[Row], heads: set[int], counting: set[int]) -> dict[int, str]:
    """From the edge of the page inwards, as far as rows belong to the paper."""
    out: dict[int, str] = {}
    for row in edge:
        if id(row) in heads:
            out[id(row)] = "head"
        elif id(row) in counting:
            out[id(row)] = "number"
        else:
            break
    return out
