"""The marks before the pieces of a provision: ``(1)``, ``(a)``, ``(ii)``, ``1.``, ``(๑)``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from manumit.formats.statutes.labels import in_ascii

_PATTERNS = (
    ("digit", re.compile(r"(?P<mark>\(\s?(?P<number>\d{1,3}[A-Z]{0,2})\s?\))")),
    ("letter", re.compile(r"(?P<mark>\(\s?(?P<number>[a-z]{1,3})\s?\))")),
    ("capital", re.compile(r"(?P<mark>\(\s?(?P<number>[A-Z]{1,2})\s?\))")),
    ("thai", re.compile(r"(?P<mark>\(\s?(?P<number>[ก-ฮ])\s?\))")),
    ("decimal", re.compile(r"(?P<mark>(?P<number>\d{1,3})\.)(?=\s|$)")),
    ("half", re.compile(r"(?P<mark>(?P<number>[a-z])\))")),
    ("dotted", re.compile(r"(?P<mark>(?P<number>[a-z])\.)(?=\s)")),
)
_ROMAN = re.compile(r"(?:x{0,3})(?:ix|iv|v?i{0,3})")
_BEFORE = {"i": "h", "v": "u", "x": "w"}
UNNUMBERED = frozenset({"thai", "term"})
"""Styles whose numbers cannot stand in an address: what is below is addressed as if above."""


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of a provision. ``style`` is empty for running text, which has no mark.

    Beside the styles of marks: ``verse`` is a paragraph known by its place, ``definition`` one known
    by its term, ``term`` one whose term is not in ASCII, ``aside`` an explanation or illustration.
    """

    text: str
    style: str = ""
    mark: str = ""
    number: str = ""


def read_line(text: str) -> Line:
    """A line with its mark apart; a letter that may be a numeral is a ``letter`` still."""
    for style, pattern in _PATTERNS:
        found = pattern.match(in_ascii(text))
        if found:
            mark, rest = text[: found.end()], text[found.end() :].strip()
            return Line(rest, style, mark, found["number"])
    return Line(text)


def settle_numerals(lines: Sequence[Line]) -> list[Line]:
    """Tell ``(i)``, a numeral, from ``(i)``, the letter after h, and ``(aa)`` below one from both."""
    settled: list[Line] = []
    last = ""
    for line, following in zip(lines, _following_letters(lines), strict=True):
        style = _settled_style(line, last, following)
        if style == "letter":
            last = line.number
        settled.append(Line(line.text, style, line.mark, line.number))
    return settled


def _following_letters(lines: Sequence[Line]) -> list[Line | None]:
    """For each line the next one below it that has a letter."""
    coming: Line | None = None
    following: list[Line | None] = []
    for line in reversed(lines):
        following.append(coming)
        coming = line if line.style == "letter" else coming
    return following[::-1]


def _settled_style(line: Line, last_letter: str, following: Line | None) -> str:
    if line.style != "letter":
        return line.style
    if _is_numeral(line.number, last_letter, following):
        return "roman"
    twice = len(line.number) == 2 and line.number[0] == line.number[1]
    return "double" if twice and last_letter != "z" else "letter"


def _is_numeral(number: str, last_letter: str, following: Line | None) -> bool:
    if not _ROMAN.fullmatch(number):
        return False
    if _BEFORE.get(number) != last_letter:
        return True
    return following is not None and following.number in ("ii", "vi", "xi")
