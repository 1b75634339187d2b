"""Pictures drawn as SVG: where each box, line and word stands. Templates only write them down.

Widths are those of a phone's column, so that nothing is drawn smaller there; words are cut to fit,
and the whole of each stands in the list beside the picture.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import east_asian_width

from manumit.base.day_words import day_text
from manumit.base.reader import name_for_reader
from manumit.library import selectors as library
from manumit.web.names import relation_name, short_title

_LEVELS = {"final": 0, "appeal": 1, "first": 2, "lower": 3, "tribunal": 4, "body": 5}

# The chain of a case.
_BOX_X, _BOX_HEIGHT, _BOX_GAP = 104, 46, 30
_BOX_COLUMNS, _SMALL_COLUMNS = 34, 40
_BULGE, _WIDER = 28, 18  # how far an arrow leaves the boxes, and how much for each it passes
_LABEL_STEP = 13

# A work and its neighbours.
_ROW, _SPINE, _NODE = 27, 14, 36
_CENTRE_HEIGHT, _CURVE, _AIR = 38, 14, 6
_NAME_COLUMNS = 40
_THICKEST = 6


@dataclass(frozen=True, slots=True)
class Box:
    """A judgment in the chain of its case."""

    work: Any
    y: int
    title: str
    tag: str  # the language of the title
    subtitle: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Arrow:
    """What a later judgment did with an earlier one; the label ends at its place."""

    path: str
    label: str
    label_x: int
    label_y: int


@dataclass(frozen=True, slots=True)
class ChainPicture:
    """The judgments of a case, the highest court on top, and what each did with another."""

    height: int
    boxes: Sequence[Box]
    arrows: Sequence[Arrow]


@dataclass(frozen=True, slots=True)
class Node:
    """A neighbour of a work; its line is drawn ``weight`` thick."""

    work: Any
    y: int
    name: str
    times: int
    weight: int
    path: str


@dataclass(frozen=True, slots=True)
class NeighbourhoodPicture:
    """A work in the middle, those that cite it above and those it cites below."""

    height: int
    centre_y: int
    name: str
    lines: Sequence[str]
    citing: Sequence[Node]
    cited: Sequence[Node]


def chain_picture(here: Any, chain: Sequence[Any], treatments: Iterable[Any]) -> ChainPicture:
    """The chain of judgments with ``treatments`` as (later, kind, earlier)."""
    rows = sorted(chain, key=lambda one: one.decided_on, reverse=True)
    rows.sort(key=lambda one: _LEVELS.get(one.forum.level, len(_LEVELS)))
    boxes = [_box(judgment, number, here) for number, judgment in enumerate(rows)]
    places = {judgment.pk: number for number, judgment in enumerate(rows)}
    return ChainPicture(
        height=len(rows) * (_BOX_HEIGHT + _BOX_GAP) - _BOX_GAP + 2,
        boxes=boxes,
        arrows=_arrows([(places[one.pk], kind, places[two.pk]) for one, kind, two in treatments]),
    )


def neighbourhood_picture(
    work: Any, citing: Sequence[library.Neighbour], cited: Sequence[library.Neighbour]
) -> NeighbourhoodPicture | None:
    """The work between its neighbours; None where it has none."""
    if not citing and not cited:
        return None
    centre = len(citing) * _ROW + _AIR
    foot = centre + _CENTRE_HEIGHT
    above = [_node(one, number * _ROW + _ROW // 2, _CURVE) for number, one in enumerate(citing)]
    below = [
        _node(one, foot + _AIR + number * _ROW + _ROW // 2, -_CURVE)
        for number, one in enumerate(cited)
    ]
    lines = [f"M{_SPINE} {above[0].y + _CURVE}V{centre}"] if above else []
    lines += [f"M{_SPINE} {foot}V{below[-1].y - _CURVE}"] if below else []
    return NeighbourhoodPicture(
        height=foot + _AIR + len(cited) * _ROW,
        centre_y=centre,
        name=shortened(short_title(work), _NAME_COLUMNS),
        lines=lines,
        citing=above,
        cited=below,
    )


def shortened(text: str, columns: int) -> str:
    """The text cut to so many columns, a Chinese sign counting two."""
    width, kept = 0, ""
    for sign in text:
        width += 2 if east_asian_width(sign) in "WF" else 1
        if width > columns:
            return kept[:-1].rstrip(" ,(") + "…"
        kept += sign
    return kept


def _box(judgment: Any, number: int, here: Any) -> Box:
    cite = judgment.neutral_citation or next(iter(judgment.docket_nos), "")
    day = day_text(judgment.decided_on, short=True)
    court = name_for_reader(judgment.forum.names)
    return Box(
        work=judgment,
        y=number * (_BOX_HEIGHT + _BOX_GAP) + 1,
        title=shortened(court.plain, _BOX_COLUMNS),
        tag=court.tag,
        subtitle=shortened(f"{day}, {cite}" if cite else day, _SMALL_COLUMNS),
        is_here=judgment.pk == here.pk,
    )


def _arrows(treatments: Iterable[tuple[int, str, int]]) -> list[Arrow]:
    arrows: list[Arrow] = []
    for start, kind, end in treatments:
        bulge = _BULGE + _WIDER * (abs(end - start) - 1)
        y1, y2 = _middle(start), _middle(end)
        x = _BOX_X - bulge * 3 // 4 - 5
        y = _free((y1 + y2) // 2 + 4, {arrow.label_y for arrow in arrows})
        path = f"M{_BOX_X} {y1}C{_BOX_X - bulge} {y1} {_BOX_X - bulge} {y2} {_BOX_X - 2} {y2}"
        arrows.append(Arrow(path, relation_name(kind), x, y))
    return arrows


def _middle(number: int) -> int:
    return number * (_BOX_HEIGHT + _BOX_GAP) + _BOX_HEIGHT // 2


def _free(y: int, taken: set[int]) -> int:
    """The nearest height below where no label stands yet."""
    while any(abs(y - other) < _LABEL_STEP for other in taken):
        y += _LABEL_STEP
    return y


def _node(neighbour: library.Neighbour, y: int, bend: int) -> Node:
    """A node and its line to the one that all share, bent towards the work in the middle."""
    return Node(
        work=neighbour.work,
        y=y,
        name=shortened(_dated(neighbour.work), _NAME_COLUMNS),
        times=neighbour.times,
        weight=min(_THICKEST, 1 + neighbour.times.bit_length()) if neighbour.times else 1,
        path=f"M{_NODE} {y}H{_SPINE + _CURVE}Q{_SPINE} {y} {_SPINE} {y + bend}",
    )


def _dated(work: Any) -> str:
    title, year = short_title(work), work.dated[:4]
    if not year or year in title:
        return title
    return f"{shortened(title, _NAME_COLUMNS - len(year) - 3)} ({year})"
