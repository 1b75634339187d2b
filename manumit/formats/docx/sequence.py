"""Which numbered lines are the judgment's own paragraphs.

Judgments quote numbered texts, hold lists and number their headings, so a number is only a
candidate. The paragraphs are the chain of candidates that counts up through the whole text;
a link between two of one list, equally far in, holds better than one between strangers.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from manumit.formats.docx.types import Block, Line

_NUMBER = re.compile(r"(?P<open>[\[(]?)(?P<number>[1-9]\d{0,3})(?P<close>[.)\]]{0,2})")
_LONGEST_GAP = 20
_MOST_CANDIDATES = 20_000
_WORTH, _GAP_COST, _DEAREST_GAP = 6, 5, 40
_OTHER_LIST, _OTHER_INDENT, _OTHER_STYLE = 2, 2, 2
_SAME_INDENT = 120
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Numbered:
    """The line at this place in the story has this number."""

    at: int
    number: int
    style: str
    listed: str
    start: int


@dataclass(frozen=True, slots=True)
class _Chain:
    worth: int
    length: int
    last: Numbered
    before: "_Chain | None"


def own_paragraphs(blocks: Sequence[Block]) -> dict[int, int]:
    """The numbers of the judgment's own paragraphs by their place among the blocks."""
    best: dict[int, list[_Chain]] = {}
    for one in _candidates(blocks):
        chain = _ending_in(one, best)
        # For each number the best chain of each list and indent: a worse one may go on better.
        known = [each for each in best.get(one.number, []) if not _alike(each.last, one)]
        best[one.number] = sorted([*known, chain], key=lambda each: -each.worth)[:4]
    ends = [chain for chains in best.values() for chain in chains]
    found = max(ends, key=lambda chain: (chain.worth, chain.last.at), default=None)
    if found is None or found.length < _FEWEST:
        return {}
    return {one.at: one.number for one in _unrolled(found)}


def _candidates(blocks: Sequence[Block]) -> list[Numbered]:
    found = []
    for at, one in enumerate(blocks):
        match = _NUMBER.fullmatch(one.number) if isinstance(one, Line) else None
        if match and isinstance(one, Line):
            style = f"{match['open']}1{match['close']}"
            found.append(Numbered(at, int(match["number"]), style, one.listed, one.start))
    return found[:_MOST_CANDIDATES]


def _ending_in(one: Numbered, best: dict[int, list[_Chain]]) -> _Chain:
    chain = _Chain(_WORTH - _cost_of_gap(one.number - 1), 1, one, None)
    for missing in range(_LONGEST_GAP):
        for before in best.get(one.number - 1 - missing, ()):
            worth = before.worth + _WORTH - _cost_of_gap(missing) - _strangeness(before.last, one)
            if worth > chain.worth:
                chain = _Chain(worth, before.length + 1, one, before)
    return chain


def _cost_of_gap(missing: int) -> int:
    return min(_GAP_COST * missing, _DEAREST_GAP)


def _strangeness(before: Numbered, one: Numbered) -> int:
    cost = 0 if before.listed == one.listed else _OTHER_LIST
    cost += 0 if before.style == one.style else _OTHER_STYLE
    return cost if abs(before.start - one.start) <= _SAME_INDENT else cost + _OTHER_INDENT


def _alike(one: Numbered, other: Numbered) -> bool:
    return (one.listed, one.style) == (other.listed, other.style) and (
        abs(one.start - other.start) <= _SAME_INDENT
    )


def _unrolled(chain: _Chain | None) -> list[Numbered]:
    found = []
    while chain:
        found.append(chain.last)
        chain = chain.before
    return found[::-1]
