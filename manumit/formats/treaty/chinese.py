"""Chinese articles: the marks of their paragraphs, at the start of a line and within it."""

import re
from dataclasses import dataclass

_FIGURES = "一二三四五六七八九十"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_MARKS = (
    ("letter", r"[（(]\s?(?P<number>[a-z])\s?[)）]"),
    ("numeral", r"[（(]\s?(?P<number>[ivx]{1,5})\s?[)）]"),
    ("bracketed", r"[（(]\s?(?P<number>\d{1,2})\s?[)）]"),
    ("figures", rf"[（(]\s?(?P<number>[{_FIGURES}]{{1,3}})\s?[)）]"),
    ("stem", rf"[（(]\s?(?P<number>[{_STEMS}])\s?[)）]"),
    ("branch", rf"[（(]\s?(?P<number>[{_BRANCHES}])\s?[)）]"),
    ("decimal", r"(?P<number>\d{1,2})[.．、](?!\d)"),
    ("counted", rf"(?P<number>[{_FIGURES}]{{1,3}})(?:、|[ \u3000]{{1,4}})"),
)
_PATTERNS = tuple((style, re.compile(pattern)) for style, pattern in _MARKS)
_BOUNDARY = re.compile(r"(?<=[：:；;。])\s{0,4}(?=[（(\d一二三四五六七八九十])")
_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii")
_UNITS = {figure: value for value, figure in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
OWN_NUMBERS = frozenset({"letter", "numeral", "bracketed", "decimal", "counted"})
"""Styles whose numbers are the ones that every language of a treaty counts by."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its mark as printed; ``place`` is its place in its list, 0 without a mark."""

    style: str
    mark: str
    place: int
    text: str


def read_paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of an article, those that stand within a line too."""
    found: list[Paragraph] = []
    last: dict[str, int] = {}
    for line in text.split("\n"):
        for at, piece in enumerate(_BOUNDARY.split(line.strip())):
            paragraph = _read(piece.strip(), last)
            if at and not _goes_on(paragraph, last):
                found[-1] = _joined(found[-1], piece)
                continue
            _note(paragraph, last)
            while (
                paragraph.style and (inner := _read(paragraph.text, {})).style and inner.place == 1
            ):
                found.append(Paragraph(paragraph.style, paragraph.mark, paragraph.place, ""))
                paragraph = inner
                _note(paragraph, last)
            found.append(paragraph)
    return [one for one in found if one.text or one.mark]


def number_of(written: str) -> int:
    """A whole number from Chinese figures: ``二百八十七``, ``三二〇``, ``十五``; 0 where it is none."""
    if all(figure in _UNITS for figure in written):
        return int("".join(str(_UNITS[figure]) for figure in written) or 0)
    total = current = 0
    for figure in written:
        if figure in _UNITS:
            current = _UNITS[figure]
        elif figure in "十百千":
            total += (current or 1) * {"十": 10, "百": 100, "千": 1000}[figure]
            current = 0
        else:
            return 0
    return total + current


def _read(text: str, last: dict[str, int]) -> Paragraph:
    for style, pattern in _PATTERNS:
        found = pattern.match(text)
        if found:
            exact = _letter_or_numeral(found["number"], last) if style == "letter" else style
            place = _place(exact, found["number"])
            return Paragraph(exact, found[0].strip(), place, text[found.end() :].strip())
    return Paragraph("", "", 0, text)


def _letter_or_numeral(number: str, last: dict[str, int]) -> str:
    """After h, i is a letter; everywhere else it is a numeral."""
    if number not in ("i", "v", "x"):
        return "letter"
    return "letter" if last.get("letter") == ord(number) - ord("a") else "numeral"


def _place(style: str, number: str) -> int:
    if style == "letter":
        return ord(number) - ord("a") + 1
    if style == "numeral":
        return _NUMERALS.index(number) + 1 if number in _NUMERALS else 99
    if style in ("stem", "branch"):
        return (_STEMS if style == "stem" else _BRANCHES).index(number) + 1
    return int(number) if number.isascii() else number_of(number)


def _goes_on(one: Paragraph, last: dict[str, int]) -> bool:
    """Whether a mark within a line is the next of its list, or begins one."""
    return bool(one.style) and one.place in (last.get(one.style, 0) + 1, 1)


def _note(one: Paragraph, last: dict[str, int]) -> None:
    """A new paragraph ends the lists that stood below it."""
    if not one.style:
        return
    styles = list(last)
    if one.style in styles:
        for lower in styles[styles.index(one.style) :]:
            del last[lower]
    last[one.style] = one.place


def _joined(one: Paragraph, more: str) -> Paragraph:
    return Paragraph(one.style, one.mark, one.place, f"{one.text}{more}")
