"""Counting: the automatic number of each paragraph, in one walk from the first to the last."""

import re

from manumit.formats.docx.numbering import Level, List
from manumit.formats.docx.numerals import numeral
from manumit.formats.docx.symbols import plain_bullet

_PLACE = re.compile(r"%([1-9])")


class Counter:
    """Remembers how far each list has come."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[int, int]] = {}
        # Which uses of lists have begun which of their levels.
        self._begun: dict[str, set[int]] = {}

    def next(self, one: List, place: int) -> str:
        """Go on to the next number of that level of the list, and write it as Word shows it."""
        counts = self._counts.setdefault(one.abstract, {})
        counts[place] = self._number(one, place, counts)
        for higher in range(place):
            counts.setdefault(higher, _first(one, higher))
        _restart_below(one, place, counts)
        level = one.levels.get(place)
        return _written(one, level, counts) if level and not level.hidden else ""

    def set(self, one: List, place: int, number: int) -> None:
        """Let the next number of that level be this one."""
        counts = self._counts.setdefault(one.abstract, {})
        counts[place] = number - 1

    def _number(self, one: List, place: int, counts: dict[int, int]) -> int:
        """A use of a list begins with its own numbers, but not above the level it comes in at."""
        begun = self._begun.setdefault(one.identity, set(range(place)))
        first_time = place not in begun
        begun.add(place)
        if first_time and place in one.starts:
            return one.starts[place]
        return counts[place] + 1 if place in counts else _first(one, place)


def _restart_below(one: List, place: int, counts: dict[int, int]) -> None:
    for deeper in [each for each in counts if each > place]:
        level = one.levels.get(deeper)
        after = None if level is None else level.restart
        if after is None or 0 < place + 1 <= after:
            del counts[deeper]


def _first(one: List, place: int) -> int:
    level = one.levels.get(place)
    return level.start if level else 1


def _written(one: List, level: Level, counts: dict[int, int]) -> str:
    if level.style == "bullet":
        return plain_bullet(level.text, level.font)

    def put(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        number = counts[place] if place in counts else _first(one, place)
        style = one.levels[place].style if place in one.levels else "decimal"
        return numeral(number, "decimal" if level.legal else style)

    return _PLACE.sub(put, level.text).strip()
