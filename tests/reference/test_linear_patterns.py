"""No text makes a pattern slow: what one may cost at one place has a ceiling, whatever follows.

A pattern without endless repetition looks at so many characters and no more, so a text twice as
long costs twice as much. How much one place may cost is counted here by following every way
through the pattern, as an engine does that backtracks out of a match which fails at its very end.
"""

import re
import string
from collections import Counter
from collections.abc import Iterator

import pytest

from manumit import reference
from manumit.reference import CitationFormat, System, fold

parser = re._parser  # the only place where Python shows what a pattern is made of
SYSTEMS = [each for each in reference.systems().values() if each.all_formats]
_WIDEST = 300  # characters one match may span
_STEPS = 300  # comparisons at one place
_LENGTH = 200_000
_FILLERS = (
    *("1", " ", "1 ", "1, ", "1/", "1-1/", "12, 13 and ", "(", "[2019]", "[2019] 1 ", "A.", "第1"),
    *("no. ", "12/04 and ", "法院", "A/", "(2019) 12 "),
)
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT"}
_LOOKAROUNDS = {"ASSERT", "ASSERT_NOT"}
_WORD = f"{string.ascii_letters}{string.digits}_"
_CATEGORIES = {
    "CATEGORY_DIGIT": string.digits,
    "CATEGORY_SPACE": string.whitespace,
    "CATEGORY_WORD": _WORD,
}

# Places in a text, and the number of ways on which a pattern comes there.
Ways = Counter[int]


class Steps:
    """Counts the characters compared on all ways through a pattern; lookarounds count as passed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.count = 0

    def through(self, nodes: list, ways: Ways) -> Ways:
        for kind, value in nodes:
            ways = self.step(str(kind), value, ways)
        return ways

    def step(self, kind: str, value: tuple, ways: Ways) -> Ways:
        if kind in _REPEATS:
            return self.repeat(*value, ways)
        if kind == "BRANCH":
            return sum((self.through(list(branch), ways) for branch in value[1]), Counter())
        if kind == "SUBPATTERN":
            return self.through(list(value[3]), ways)
        if kind in _LOOKAROUNDS and value[0] > 0:
            self.through(list(value[1]), ways)
        if kind in _LOOKAROUNDS or kind == "AT":
            return ways
        return self.compare(kind, value, ways)

    def repeat(self, least: int, most: int, inner: list, ways: Ways) -> Ways:
        ends = Counter(ways) if least == 0 else Counter()
        for done in range(1, most + 1):
            ways = self.through(list(inner), ways)
            if not ways:
                break
            ends += ways if done >= least else Counter()
        return ends

    def compare(self, kind: str, value: object, ways: Ways) -> Ways:
        self.count += ways.total()
        return Counter(
            {
                place + 1: number
                for place, number in ways.items()
                if place < len(self.text) and holds(kind, value, self.text[place])
            }
        )


def holds(kind: str, value: object, sign: str) -> bool:
    """Whether a character is one that a node of the pattern takes."""
    if kind == "IN":
        negated = str(value[0][0]) == "NEGATE"
        return negated != any(holds(str(each), what, sign) for each, what in value[negated:])
    if kind == "RANGE":
        return value[0] <= ord(sign) <= value[1]
    if kind == "CATEGORY":
        return sign in _CATEGORIES[str(value)]
    return kind == "ANY" or (ord(sign) == value) == (kind == "LITERAL")


def endless(nodes: list) -> bool:
    """Whether anything in a pattern may repeat for ever."""
    return "MAXREPEAT" in str(list(nodes)).replace("MAX_REPEAT", "")


def hostile(format_: CitationFormat) -> Iterator[str]:
    """Its own examples, whole and broken off, and what patterns repeat: each over and over."""
    for example in map(fold, format_.examples):
        yield example
        yield f"{example[:-1]} "
    yield from _FILLERS


def steps(nodes: list, text: str, start: int) -> int:
    counted = Steps(text)
    counted.through(nodes, Counter({start: 1}))
    return counted.count


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.code)
def test_every_repetition_has_an_end(system: System):
    for format_ in system.all_formats:
        pattern = parser.parse(format_.pattern, re.ASCII)
        assert not endless(pattern), format_.pattern
        assert pattern.getwidth()[1] <= _WIDEST, format_.pattern


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.code)
def test_no_place_in_a_text_costs_much(system: System):
    for format_ in system.all_formats:
        nodes = list(parser.parse(format_.pattern, re.ASCII))
        for piece in hostile(format_):
            text = piece * (_WIDEST // len(piece) + 2)
            worst = max(range(len(piece)), key=lambda start: steps(nodes, text, start))
            assert steps(nodes, text, worst) <= _STEPS, (format_.pattern, text[worst:][:60])


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.code)
def test_a_long_hostile_text_is_read_to_its_end(system: System):
    for format_ in system.all_formats:
        piece = "".join(each * 9 for each in hostile(format_))
        text = (piece * (_LENGTH // len(piece) + 1))[:_LENGTH] + "\n\n"
        last = max(
            (match.end() for match in format_.finditer(text + format_.examples[0])), default=0
        )
        assert last > _LENGTH


def test_the_count_sees_what_is_slow():
    slow = list(parser.parse(r"(?:1{1,9}){1,9}x", re.ASCII))
    plain = list(parser.parse(r"1{1,9} {1,3}x", re.ASCII))
    assert steps(slow, "1" * 90, 0) > 1_000_000
    assert steps(plain, "1" * 90, 0) < 50
    assert endless(parser.parse(r"a(?:b*)"))
    assert not endless(parser.parse(r"a(?:b{0,9})"))
