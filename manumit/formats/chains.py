"""Which of the numbers that begin a line are a document's own paragraph numbers.

Judgments quote numbered texts and hold numbered lists, so a number is only a candidate. The
paragraphs are the chain of candidates of one style that counts up through the whole text. A
missing number costs, though never so much that a text with a hole in it falls apart.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_LEADING = re.compile(
    r"(?P<printed>(?P<open>[\[(]?)(?P<number>[1-9]\d{0,3})(?P<close>[\])]?[.)]?))(?=\s|$)\s*"
)
_LONGEST_GAP = 5
_WORTH, _GAP_COST = 3, 4
_FEWEST = 3
_LONG = 400


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number at the beginning of block ``at``, which is ``length`` characters long.

    ``style`` is how the number is printed (``[1]``).
    """

    at: int
    number: int
    style: str
    length: int = 0

    @property
    def worth(self) -> float:
        """A paragraph is longer than the items of a list or of a table of contents."""
        return _WORTH + min(self.length, _LONG) / _LONG


@dataclass(frozen=True, slots=True)
class Leading:
    """The number a text begins with, as printed, and where the words after it begin."""

    number: int
    printed: str
    style: str
    end: int


@dataclass(frozen=True, slots=True)
class _Chain:
    worth: float
    length: int
    last: Candidate
    before: "_Chain | None"


def leading_number(text: str) -> Leading | None:
    """The number that a text begins with: ``12.``, ``12``, ``[12]`` or ``(12)``."""
    found = _LEADING.match(text)
    if found is None or bool(found["open"]) != (
        found["close"][:1] in ("]", ")") and found["open"] != ""
    ):
        return None
    style = f"{found['open']}1{found['close']}"
    return Leading(int(found["number"]), found["printed"], style, found.end())


def longest_chain(candidates: Iterable[Candidate], *, fewest: int = _FEWEST) -> list[Candidate]:
    """The candidates that number the paragraphs, in order; empty where ``fewest`` do not.

    Of chains equally long the one of longer blocks wins.
    """
    best: dict[tuple[str, int], _Chain] = {}
    for one in candidates:
        chain = _ending_in(one, best)
        known = best.get((one.style, one.number))
        if chain and (known is None or chain.worth > known.worth):
            best[one.style, one.number] = chain
    found = max(best.values(), key=lambda chain: chain.worth, default=None)
    return _unrolled(found) if found and found.length >= fewest else []


def missing_numbers(numbers: Sequence[int]) -> list[int]:
    """The numbers left out between 1 and the last, in order."""
    return sorted(set(range(1, numbers[-1])) - set(numbers)) if numbers else []


def _ending_in(one: Candidate, best: dict[tuple[str, int], _Chain]) -> _Chain | None:
    chain = None
    if one.number <= _LONGEST_GAP:
        chain = _Chain(one.worth - _GAP_COST * (one.number - 1), 1, one, None)
    for missing in range(_LONGEST_GAP):
        before = best.get((one.style, one.number - 1 - missing))
        if before is None:
            continue
        worth = before.worth + one.worth - _GAP_COST * missing
        if chain is None or worth > chain.worth:
            chain = _Chain(worth, before.length + 1, one, before)
    return chain


def _unrolled(chain: _Chain | None) -> list[Candidate]:
    found = []
    while chain:
        found.append(chain.last)
        chain = chain.before
    return found[::-1]
