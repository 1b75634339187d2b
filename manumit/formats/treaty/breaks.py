"""Paragraphs that a text has run together: ``shall: (a) ... ;(b) ...`` on one line, cut apart.

A mark begins a paragraph only after a colon, a semicolon or a full stop, and only where it is the
next of its list: in every other place it is a reference to one.
"""

import re

_MARK = re.compile(
    r"(?<=[:;.—])\s{0,4}(?P<and>(?:and|or)\s)?\((?P<number>[a-z]{1,2}|[ivx]{1,5})\)(?=\s?\S)"
)
_TWO_MARKS = re.compile(r"^(?P<first>\d{1,3}\.)\s+(?=\(a\))")
_WIKI_LIST = re.compile(r"(?<=[:;.])\s?(?=#{1,3} )")
_BROKEN_LINE = re.compile(r"(?<=[a-z,])\s*\n\s*(?=[a-z])")
_NUMERALS = (
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
)
_LONGEST = 400_000


def split_runs(text: str) -> list[str]:
    """The lines of an article, one for each marked paragraph."""
    lines: list[str] = []
    for line in _BROKEN_LINE.sub(" ", text[:_LONGEST]).split("\n"):
        for part in _WIKI_LIST.split(_TWO_MARKS.sub(r"\g<first>\n", line)):
            lines += [piece for one in part.split("\n") for piece in _cut(one)]
    lines += text[_LONGEST:].split("\n")
    return [line.strip() for line in lines if line.strip()]


def _cut(line: str) -> list[str]:
    pieces: list[str] = []
    start = 0
    last = {"letter": _first_mark(line), "numeral": ""}
    for found in _MARK.finditer(line):
        style = _next_style(found["number"], last)
        if not style:
            continue
        last[style] = found["number"]
        if style == "letter":
            last["numeral"] = ""
        begin = found.end() - len(found["number"]) - 2
        pieces.append(line[start:begin])
        start = begin
    return [*pieces, line[start:]]


def _first_mark(line: str) -> str:
    found = re.match(r"\((?P<letter>[a-z])\)", line)
    return found["letter"] if found else ""


def _next_style(number: str, last: dict[str, str]) -> str:
    """Whether a mark goes on with the letters or the numerals of its line; empty for neither."""
    if number == _after(last["letter"]):
        return "letter"
    numeral = last["numeral"]
    expected = (
        _NUMERALS[_NUMERALS.index(numeral) + 1 : _NUMERALS.index(numeral) + 2]
        if numeral
        else ("i",)
    )
    return "numeral" if number in expected else ""


def _after(letter: str) -> str:
    return chr(ord(letter[0]) + 1) if len(letter) == 1 and letter < "z" else "a"
