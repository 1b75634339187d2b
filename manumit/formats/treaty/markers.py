"""The marks before a treaty's paragraphs: ``1.``, ``(1)``, ``a)``, ``(ii)``, a dash."""

import re
from dataclasses import dataclass

_PATTERNS = (
    ("decimal", re.compile(r"(?P<mark>(?P<number>\d{1,3})\s?\.)\s*(?P<rest>.*)")),
    ("bracketed", re.compile(r"(?P<mark>\(?(?P<number>\d{1,3})\))\s*(?P<rest>.*)")),
    ("letter", re.compile(r"(?P<mark>\(?(?P<number>[a-z]{1,5})\))\s*(?P<rest>.*)")),
    ("dotted", re.compile(r"(?P<mark>(?P<number>[a-z])\.)(?:\s+(?P<rest>.+))?")),
    ("dash", re.compile(r"(?P<mark>[–—-])\s+(?P<number>)(?P<rest>.+)")),
)
_ROMAN = re.compile(r"[ivx]{1,5}")
_EARLIER = {"i": "h", "v": "u", "x": "w"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked paragraph. ``style`` is decimal, bracketed, letter, dotted, roman or dash."""

    style: str
    mark: str
    number: str
    text: str


def read_marker(text: str, last_letter: str = "") -> Marked | None:
    """Take a line's mark off its text; None where it has none.

    ``last_letter`` is the letter of the list the line may go on with: after ``h)``, ``i)`` is
    a letter, else it is a Roman numeral.
    """
    for style, pattern in _PATTERNS:
        found = pattern.fullmatch(text)
        if not found:
            continue
        number = found["number"]
        exact = _letter_or_roman(number, last_letter) if style == "letter" else style
        if exact:
            return Marked(exact, found["mark"], number, found["rest"] or "")
    return None


def _letter_or_roman(number: str, last_letter: str) -> str:
    if _ROMAN.fullmatch(number) and _EARLIER.get(number) != last_letter:
        return "roman"
    # Longer than ``aa`` a letter is a word in brackets.
    return "letter" if len(number) <= 2 else ""


def join_bare_marks(lines: list[str]) -> list[str]:
    """Put a mark that stands alone on its line before the text on the next one."""
    joined: list[str] = []
    for line in lines:
        before = read_marker(joined[-1]) if joined else None
        if before and not before.text and not read_marker(line):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined
