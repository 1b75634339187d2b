"""Which lines of a wording stayed, changed, went and came."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lxml import html
from rapidfuzz.distance import LCSseq

from manumit.base.differences.words import Piece, compare_words, likeness, words
from manumit.base.markup import parsed, pieces

# How far ahead a line is looked for that reads like one that went.
_AHEAD = 12
_ALIKE = 0.5
_NUMBER = re.compile(r"\(?\w{1,6}[).]{1,2}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a wording: its words, the address it stands at, and how deep it is set."""

    text: str
    eid: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class LineChange:
    """What became of a line; ``line`` is the newer one, or the one that went."""

    change: Literal["same", "changed", "gone", "new"]
    line: Line
    pieces: tuple[Piece, ...]


def lines_of(markup: str) -> list[Line]:
    """The lines of sanitised HTML, one a block; a number stands in the line that it numbers."""
    found: list[Line] = []
    if not markup.strip():
        return found
    text, at = "", ("", 0)
    for event, element, piece in pieces(parsed(markup)):
        if piece.startswith("\n") and not _runs_on(event, element, text):
            _add(found, text, at)
            text, at = "", ("", 0)
        text += piece
        if piece.strip() and not at[0]:
            at = _place(element if event == "start" else element.getparent())
    _add(found, text, at)
    return found


def compare_lines(before: Sequence[Line], after: Sequence[Line]) -> list[LineChange]:
    """What became of every line, in the order of the newer wording."""
    changes: list[LineChange] = []
    gone: list[Line] = []
    new: list[Line] = []
    for step in LCSseq.opcodes([line.text for line in before], [line.text for line in after]):
        if step.tag == "equal":
            changes += [*_gap(gone, new)]
            gone, new = [], []
            changes += [_same(line) for line in after[step.dest_start : step.dest_end]]
        else:
            gone += before[step.src_start : step.src_end]
            new += after[step.dest_start : step.dest_end]
    return [*changes, *_gap(gone, new)]


def _gap(gone: Sequence[Line], new: Sequence[Line]) -> Iterator[LineChange]:
    """Between two lines that stayed: which of the new lines is another reading of an old one."""
    start = 0
    for line in gone:
        found = _reading_of(line, new, start)
        if found is None:
            yield LineChange("gone", line, (Piece("gone", line.text),))
            continue
        yield from map(_come, new[start:found])
        yield LineChange("changed", new[found], compare_words(line.text, new[found].text))
        start = found + 1
    yield from map(_come, new[start:])


def _reading_of(line: Line, new: Sequence[Line], start: int) -> int | None:
    ahead = range(start, min(start + _AHEAD, len(new)))
    named = next((at for at in ahead if line.eid and new[at].eid == line.eid), None)
    if named is not None:
        return named
    old = words(line.text)
    return next((at for at in ahead if likeness(old, words(new[at].text)) >= _ALIKE), None)


def _same(line: Line) -> LineChange:
    return LineChange("same", line, (Piece("same", line.text),))


def _come(line: Line) -> LineChange:
    return LineChange("new", line, (Piece("new", line.text),))


def _add(found: list[Line], text: str, at: tuple[str, int]) -> None:
    whole = " ".join(text.split())
    if whole:
        found.append(Line(whole, *at))


def _runs_on(event: str, element: html.HtmlElement, so_far: str) -> bool:
    """Whether a block goes on in the line before it: after a number, a definition after its term."""
    if _NUMBER.fullmatch(so_far.strip()):
        return True
    if event == "end":
        return bool(element.tag == "dt")
    parent = element.getparent()
    return element.tag == "dd" or (
        parent is not None and parent.tag == "dd" and parent[0] is element
    )


def _place(element: html.HtmlElement) -> tuple[str, int]:
    """The nearest address around, and how many addresses and lists it stands in."""
    around = [element, *element.iterancestors()]
    eid = next((str(one.get("id")) for one in around if one.get("id")), "")
    depth = sum(1 for one in around if one.get("id") or one.tag in ("li", "blockquote", "dd"))
    return eid, depth
