"""Pieces of running text with how they look, joined into HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from manumit.formats.markup import escape, tag

# How a piece can look, from the outermost tag to the innermost.
LOOKS = ("strong", "em", "underlined", "struck", "sup", "sub")
_SPANS = frozenset({"underlined", "struck"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Text, or ready ``html`` in its place (a note's mark, a line break, a picture's words)."""

    text: str
    looks: frozenset[str] = frozenset()
    html: str = ""


TAB = Piece("\t")
LINE_BREAK = Piece("\n", html="<br>")


def as_html(pieces: Sequence[Piece]) -> str:
    """The pieces as HTML, neighbours that look the same joined."""
    groups = groupby(pieces, key=lambda one: (one.looks, bool(one.html)))
    return "".join(_group(looks, list(group)) for (looks, _), group in groups).strip()


def as_text(pieces: Sequence[Piece]) -> str:
    """The pieces as plain text."""
    return "".join(one.text for one in pieces)


def without_start(pieces: Sequence[Piece], count: int) -> list[Piece]:
    """The pieces without their first ``count`` characters of text, and white space after them."""
    rest: list[Piece] = []
    for one in pieces:
        if rest:
            rest.append(one)
            continue
        left, count = one.text[count:], max(0, count - len(one.text))
        left = left.lstrip()
        if left and not count:
            rest.append(one if left == one.text else Piece(left, one.looks))
        elif one.html and not one.text and not count:
            rest.append(one)
    return rest


def leading_tabs(text: str) -> int:
    """How many tabs stand before the first words."""
    start = text[: len(text) - len(text.lstrip())]
    return start.count("\t")


def _group(looks: frozenset[str], pieces: list[Piece]) -> str:
    content = "".join(one.html or escape(one.text) for one in pieces)
    if not content.strip() or content == "<br>":
        return content
    for look in reversed(LOOKS):
        if look in looks:
            content = tag("span", content, class_=look) if look in _SPANS else tag(look, content)
    return content
