"""Lines of a treaty text: headings told from text, marks of the source taken away."""

import re
from dataclasses import dataclass

from manumit.formats.markup import escape

_HEADING = re.compile(r"(#{1,6})\s*(.*)")
_LINK = re.compile(r"\[([^\][]{1,300})\]\([^()]{0,600}\)")
_META = re.compile(r"<meta\b[^<>]{0,200}>", re.IGNORECASE)
_SUPERSCRIPT = re.compile(r"<sup>([^<>]{1,40})</sup>")
_OTHER_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_BACKTICK_QUOTE = re.compile(r"``([^`\"]{1,300})\"")
_EMPHASISED_MARK = re.compile(r"\*{1,3}(\(?\w{1,4}[.)])\s?\*{1,3}\s?")
_EMPHASIS = re.compile(r"\*{1,3}([^*]{1,2000})\*{1,3}")
_SUP_MARKS = ("\ue000", "\ue001")
_EM_MARKS = ("\ue002", "\ue003")

_OPENING = {_SUP_MARKS[0]: "sup", _EM_MARKS[0]: "em"}
_CLOSING = {_SUP_MARKS[1]: "sup", _EM_MARKS[1]: "em"}
_MARK = re.compile("([\ue000-\ue003])")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank. ``level`` is that of the heading, 0 for text."""

    level: int
    text: str


def read_lines(text: str) -> list[Line]:
    """The lines of a text that have something on them."""
    # The two marks used between here and ``as_html`` must not come from outside.
    unmarked = _MARK.sub("", _META.sub("", text))
    lines = (_line(raw.strip()) for raw in unmarked.splitlines())
    return [line for line in lines if line.text]


def _line(raw: str) -> Line:
    heading = _HEADING.fullmatch(raw)
    if heading:
        return Line(len(heading[1]), without_marks(_clean(heading[2])))
    return Line(0, _clean(raw))


def _clean(text: str) -> str:
    text = _LINK.sub(r"\1", text)
    text = _SUPERSCRIPT.sub(rf"{_SUP_MARKS[0]}\1{_SUP_MARKS[1]}", text)
    text = _OTHER_TAG.sub("", text)
    text = _BACKTICK_QUOTE.sub("“\\1”", text)
    text = _EMPHASISED_MARK.sub(r"\1 ", text)
    text = _EMPHASIS.sub(rf"{_EM_MARKS[0]}\1{_EM_MARKS[1]}", text)
    return " ".join(text.split())


def without_marks(text: str) -> str:
    """The bare text of a line."""
    return _MARK.sub("", text).strip()


def emphasised_start(text: str) -> str:
    """What is emphasised at the very beginning of a line; empty where nothing is."""
    if not text.startswith(_EM_MARKS[0]):
        return ""
    return without_marks(text[1:].partition(_EM_MARKS[1])[0])


def as_html(text: str) -> str:
    """A line's text, or a part of it, as well-formed HTML."""
    pieces: list[str] = []
    opened: list[str] = []
    for piece in _MARK.split(text):
        if piece in _OPENING and _OPENING[piece] not in opened:
            opened.append(_OPENING[piece])
            pieces.append(f"<{opened[-1]}>")
        elif piece in _CLOSING and opened and opened[-1] == _CLOSING[piece]:
            pieces.append(f"</{opened.pop()}>")
        elif not _MARK.fullmatch(piece):
            pieces.append(escape(piece))
    pieces += [f"</{name}>" for name in reversed(opened)]
    return "".join(pieces)
