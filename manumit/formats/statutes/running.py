"""Sections that come in one line: where their subsections, paragraphs and definitions begin.

A mark begins a piece only where a piece may begin, after a full stop, a dash or a semicolon, and
where it is the next of its list; in every other place it is a reference to one.
"""

import re
from dataclasses import replace

from manumit.formats.statutes.marks import Line

_MARK = re.compile(
    r"\((?:(?P<digit>\d{1,3}[A-Z]{0,2})|\s(?P<letter>[a-z]{1,3})\s|(?P<roman>[ivx]{1,6})"
    r"|(?P<capital>[A-Z]{1,2}))\)"
)
_TERM = re.compile(
    r"“(?P<term>[^“”]{1,120})”\s?(?=,|—|(?:or|and)\s“|means|includes?|has the|have the|does not|in relation"
    r"|[a-z ]{0,30}(?:means|includes|has the))"
)
_ASIDE = r"(?P<aside>(?<=[.\]”] )(?:Illustrations?|Explanations?|Exceptions?)\b)"
_TOKEN = re.compile(f"{_MARK.pattern}|{_TERM.pattern}|{_ASIDE}")
_MAY_BEGIN = re.compile(r"(?:^|[—:.\]”]|;(?: and| or| but)?)\s*$")
_MAY_LIST = re.compile(r"[—:]\s*$")
_SENTENCE_OVER = re.compile(r"(?:^|[.\]—”])\s*$")
# A heading between two subsections, which has no full stop: "... has effect. Grounds (5) Before".
_TITLED = re.compile(r"(?:[.\]”] )(?P<title>[A-Z][^.;:()\[\]—“”]{2,80})\s$")
_SPACED = re.compile(r"\(\s([a-z]{1,3})\s\)")
_LOOKED_BACK = 8
_LONGEST_TITLE = 90
_SKIPPED_AT_MOST = 3


class Splitter:
    """Cuts one section into lines."""

    def __init__(self) -> None:
        self._last: dict[str, str] = {}
        self._aside = False
        self._numbers: set[str] = set()

    def lines(self, text: str) -> list[Line]:
        """The lines of a section without its number and heading."""
        starts = [found for found in _TOKEN.finditer(text) if self._begins(found)]
        cuts = [found.start() for found in starts] + [len(text)]
        lines: list[Line] = []
        for found, end in zip(starts, cuts[1:], strict=True):
            lines += _line_and_title(found, end)
        opening = _closed(text[: cuts[0]])
        if opening == "—" and lines:
            return [replace(lines[0], mark=f"—{lines[0].mark}"), *lines[1:]]
        return [Line(opening), *lines] if opening else lines

    def _begins(self, found: re.Match[str]) -> bool:
        before = found.string[max(0, found.start() - _LOOKED_BACK) : found.start()]
        style = _style(found)
        number = found[style]
        if style == "aside":
            began = True
        elif style == "digit":
            began = self._is_subsection(number, before, found)
        elif self._aside:  # its lists are its own, and nobody cites them as the section's
            began = False
        elif style == "term":
            began = _MAY_BEGIN.search(before) is not None
        else:
            began = self._is_next(style, number, before)
        if began:
            self._aside = style == "aside"
            self._note(style, number)
        return began

    def _is_subsection(self, number: str, before: str, found: re.Match[str]) -> bool:
        last = self._last.get("digit", "")
        if not last:
            return _count(number) == 1 and _SENTENCE_OVER.search(before) is not None
        if not _SENTENCE_OVER.search(before):
            return (
                _count(number) == _count(last) + 1
                and _title_before(found.string, found.start()) > 0
            )
        return (
            number not in self._numbers and 0 <= _count(number) - _count(last) <= _SKIPPED_AT_MOST
        )

    def _is_next(self, style: str, number: str, before: str) -> bool:
        if number in ("a", "i", "A") and _MAY_LIST.search(before):
            return True
        last = self._last.get(style, "")
        if not last or not _MAY_BEGIN.search(before):
            return False
        return _follows_roman(last, number) if style == "roman" else _follows(last, number)

    def _note(self, style: str, number: str) -> None:
        """A new subsection or definition ends the lists before it, a new paragraph those below it."""
        if style == "aside":
            return
        order = ("digit", "term", "letter", "roman", "capital")
        for lower in order[order.index(style) + 1 :]:
            self._last.pop(lower, None)
        self._last[style] = number
        if style == "digit":
            self._numbers.add(number)


def _style(found: re.Match[str]) -> str:
    return next(name for name, value in found.groupdict().items() if value is not None)


def _title_before(text: str, end: int) -> int:
    """How many characters of a heading stand right before a place; 0 where none does."""
    found = _TITLED.search(text[max(0, end - _LONGEST_TITLE) : end])
    return len(found["title"]) + 1 if found else 0


def _line_and_title(found: re.Match[str], end: int) -> list[Line]:
    """A piece, and the heading of the next subsection where one stands at its end."""
    text, style = found.string, _style(found)
    after = re.match(r"\(\d", text[end : end + 2])
    title = _title_before(text, end) if after else 0
    heading = [Line(text[end - title : end].strip(), "aside")] if title else []
    if style in ("aside", "term"):
        named = "definition" if style == "term" else style
        whole = _closed(text[found.start() : end - title])
        return [Line(whole, named, "", found["term"] or ""), *heading]
    line = Line(_closed(text[found.end() : end - title]), style, _closed(found[0]), found[style])
    return [line, *heading]


def _closed(text: str) -> str:
    """Text with ``( a )`` closed up, once its spaces have told a letter from a numeral."""
    return _SPACED.sub(r"(\1)", text.strip())


def _follows(last: str, number: str) -> bool:
    """Whether a number comes soon after another: 2 and 3, 2 and 2A, b and ba, ba and c."""
    if last == number:
        return False
    steps = _count(number) - _count(last)
    if steps == 0:
        return number > last and number.startswith(last[: len(str(_count(last)))] or last[:1])
    return 0 < steps <= _SKIPPED_AT_MOST


def _count(number: str) -> int:
    """The figure a number begins with, or the place of its letter: ``2A`` is 2, ``ba`` is 2."""
    figures = re.match(r"\d+", number)
    return int(figures[0]) if figures else ord(number[0].lower()) - ord("a") + 1


_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")


def _follows_roman(last: str, number: str) -> bool:
    if last not in _ROMANS or number not in _ROMANS:
        return False
    return 0 < _ROMANS.index(number) - _ROMANS.index(last) <= _SKIPPED_AT_MOST
