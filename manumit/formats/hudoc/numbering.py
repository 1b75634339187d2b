"""Which numbers in a text are its own paragraph numbers.

Judgments quote numbered texts and number their headings, so a number followed by a gap is
only a candidate. The paragraphs are the chain of candidates that counts up one by one through
the text; a candidate inside quotation marks counts for less, a missing number costs, though
never so much that an extract with a hole in it falls apart.
"""

import re
from dataclasses import dataclass
from itertools import islice, pairwise

_CANDIDATE = re.compile(r"(?<!\S)(?P<number>\d{1,4}) ?\.(?P<gap>[\t\xa0])")
_OPENING, _CLOSING = "“«", "”»"
_GAP_COST, _DEAREST_GAP = 3, 20
_LONGEST_GAP = 200
_MOST_CANDIDATES = 20_000
_WEIGHTS = {"\t": 4, "\xa0": 2}
_QUOTED_COST = 1
# Words after which a number at the end of a sentence is no paragraph's.
_NOT_AFTER = "".join(
    rf"(?<!{word}[ \xa0])"
    for word in ("No\\.", "no\\.", "nos\\.", "Article", "Rule", "§", "and", "et")
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A paragraph's number: ``start`` is where it stands, ``end`` where its text begins."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Chain:
    worth: int
    last: Mark
    before: "_Chain | None"


def find_numbering(text: str) -> list[Mark]:
    """The paragraph numbers of a text in order; empty where nothing is numbered."""
    best: dict[int, _Chain] = {}
    for mark, weight in _candidates(text):
        chain = _longest_ending_in(mark, weight, best)
        known = best.get(mark.number)
        if known is None or chain.worth > known.worth:
            best[mark.number] = chain
    marks = _marks(max(best.values(), key=lambda chain: chain.worth, default=None))
    return _with_plain_ones(text, marks)


def _candidates(text: str) -> list[tuple[Mark, int]]:
    found = []
    depth = at = 0
    for match in islice(_CANDIDATE.finditer(text), _MOST_CANDIDATES):
        between = text[at : match.start()]
        depth = max(0, depth + _count(between, _OPENING) - _count(between, _CLOSING))
        at = match.start()
        weight = _WEIGHTS[match["gap"]] - (_QUOTED_COST if depth else 0)
        found.append((Mark(int(match["number"]), match.start(), match.end()), weight))
    return found


def _count(text: str, characters: str) -> int:
    return sum(text.count(one) for one in characters)


def _longest_ending_in(mark: Mark, weight: int, best: dict[int, _Chain]) -> _Chain:
    chain = _Chain(weight - _GAP_COST * min(mark.number - 1, _LONGEST_GAP), mark, None)
    for missing in range(_LONGEST_GAP):
        before = best.get(mark.number - 1 - missing)
        if before is None:
            continue
        worth = before.worth + weight - min(_GAP_COST * missing, _DEAREST_GAP)
        if worth > chain.worth:
            chain = _Chain(worth, mark, before)
    return chain


def _marks(chain: _Chain | None) -> list[Mark]:
    marks = []
    while chain:
        marks.append(chain.last)
        chain = chain.before
    return marks[::-1]


def _with_plain_ones(text: str, marks: list[Mark]) -> list[Mark]:
    """Add numbers whose gap the source lost, where they are missing between two others."""
    filled = marks[:1]
    for before, after in pairwise(marks):
        at = before.end
        for number in range(before.number + 1, after.number):
            plain = _plain(text, number, at, after.start)
            if plain:
                filled.append(plain)
                at = plain.end
        filled.append(after)
    return filled


def _plain(text: str, number: int, start: int, end: int) -> Mark | None:
    pattern = rf"(?<!\S){_NOT_AFTER}{number} ?\. (?=[A-ZÀ-Þ“«])"
    found = re.compile(pattern).search(text, start, end)
    return Mark(number, found.start(), found.end()) if found else None
