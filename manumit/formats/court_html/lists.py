"""The numbers that a browser prints before the items of a list."""

import re

from lxml import etree

from manumit.formats.safe_html import name_of

_COUNTER = re.compile(r"counter-reset:\s*[\w-]{1,40}\s+(-?\d{1,4})")
_LEVEL_CLASS = re.compile(r"num\d{1,2}")
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"))
_LARGEST = 9_999


class ListCounter:
    """Counts the items of one list."""

    def __init__(self, element: etree._Element, depth: int) -> None:
        self._next = _start(element)
        self._type = element.get("type") or "1"
        self._ordered = name_of(element) == "ol"
        level = _LEVEL_CLASS.search(element.get("class") or "")
        self.style = f"list {level[0] if level else depth}" if self._ordered else ""

    def number(self, item: etree._Element) -> str:
        """The number of the next item with its full stop; empty in a list with bullets."""
        if not self._ordered:
            return ""
        own = _whole(item.get("value"))
        number = self._next if own is None else own
        self._next = number + 1
        return f"{_written(number, self._type)}."


def _start(element: etree._Element) -> int:
    own = _whole(element.get("start"))
    if own is not None:
        return own
    counter = _COUNTER.search(element.get("style") or "")
    return int(counter[1]) + 1 if counter else 1


def _whole(written: str | None) -> int | None:
    try:
        number = int((written or "")[:8])
    except ValueError:
        return None
    return number if 0 <= number <= _LARGEST else None


def _written(number: int, kind: str) -> str:
    if kind in "aA" and 0 < number <= 26:
        return chr(ord(kind) + number - 1)
    if kind in "iI" and 0 < number < 400:
        roman = _roman(number)
        return roman if kind == "i" else roman.upper()
    return str(number)


def _roman(number: int) -> str:
    pieces = []
    for value, letters in (*_ROMAN, (1, "i")):
        count, number = divmod(number, value)
        pieces.append(letters * count)
    return "".join(pieces)
