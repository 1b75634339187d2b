"""Where the English text ends and its Dutch translation begins."""

import re

from manumit.formats.treaty.lines import Line

_WORD = re.compile(r"[a-zà-ÿ]+")
# Words that are frequent in treaties and in one of the two languages only.
_ENGLISH = frozenset(
    {"the", "of", "and", "to", "shall", "for", "by", "this", "that", "with", "be", "or"}
    | {
        "article",
        "chapter",
        "convention",
        "protocol",
        "which",
        "its",
        "any",
        "has",
        "general",
    }
)
_DUTCH = frozenset(
    {
        "de",
        "het",
        "een",
        "van",
        "en",
        "te",
        "voor",
        "inzake",
        "wordt",
        "worden",
        "zijn",
        "door",
    }
    | {
        "niet",
        "bij",
        "der",
        "den",
        "dit",
        "deze",
        "artikel",
        "verdrag",
        "hoofdstuk",
        "aan",
    }
    | {"afdeling", "titel", "tot", "die", "dat", "op", "met", "preambule"}
)


def englishness(line: Line) -> int:
    """English words less Dutch words; below zero the line is Dutch."""
    words = _WORD.findall(line.text.lower())
    return sum((word in _ENGLISH) - (word in _DUTCH) for word in words)


def split_languages(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines up to the end of the English text, and those of the translation after it.

    The cut is where most English stands before it and most Dutch after it. Lines of neither
    language (names, signatures) stay with the text before them until a heading comes.
    """
    cut = _best_cut(lines)
    while cut < len(lines) and not lines[cut].level and englishness(lines[cut]) >= 0:
        cut += 1
    rest = lines[cut:]
    return (lines[:cut], rest) if any(englishness(line) < 0 for line in rest) else (lines, [])


def _best_cut(lines: list[Line]) -> int:
    best = total = cut = 0
    for at, line in enumerate(lines):
        total += englishness(line)
        if total > best or cut == 0:
            best, cut = total, at + 1
    return cut
