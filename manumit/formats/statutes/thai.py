"""Thai sections: paragraphs known by their place (วรรคหนึ่ง, วรรคสอง), and lists in brackets."""

import re

from manumit.formats.statutes.marks import Line, read_line

_BLANK = re.compile(r"\n\s*\n")
_DEFINED = re.compile(r'[“"][^”"]{1,120}[”"]\s*หมายความ')
# No paragraph begins with these words: the line before was only broken there.
_BROKEN = re.compile(r"(?:และ|หรือ|เว้นแต่|ซึ่ง|อัน|แต่|ประกอบกับ|โดยมี)")


def thai_lines(text: str, *, counted: bool = True) -> list[Line]:
    """The lines of a section without its number.

    Paragraphs are counted where there are several and the line breaks can be trusted; else, and
    where ``counted`` is off, they have no address.
    """
    lines = [_line(" ".join(piece.split())) for piece in _pieces(text)]
    plain = [line for line in lines if _is_paragraph(line)]
    if not counted or len(plain) < 2 or any(_BROKEN.match(line.text) for line in plain[1:]):
        return lines
    return _counted(lines)


def _pieces(text: str) -> list[str]:
    """Where blank lines part the paragraphs, a single break within one means nothing."""
    pieces = _BLANK.split(text)
    if len(pieces) == 1:
        pieces = text.split("\n")
    return [piece for piece in pieces if piece.strip()]


def _line(text: str) -> Line:
    return Line(text, "term") if _DEFINED.match(text) else read_line(text)


def _is_paragraph(line: Line) -> bool:
    return not line.style


def _counted(lines: list[Line]) -> list[Line]:
    counted: list[Line] = []
    count = 0
    for line in lines:
        if _is_paragraph(line):
            count += 1
            counted.append(Line(line.text, "verse", "", str(count)))
        else:
            counted.append(line)
    return counted
