"""Cutting a text into runs that are written alike.

Three ways of writing words: with spaces (most scripts), as single characters (Han and kana), and
without spaces (Thai, Lao, Burmese, Khmer). Digits of every script belong to the first, so that a
section number is found however it is typed.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator

# Nothing to read: zero width space and joiners, soft hyphen, word joiner, variation selectors.
IGNORABLE = "\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff"
HAN = (
    "\u3005\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
SOUTHEAST = (
    "\u0e01-\u0e3a\u0e40-\u0e4e"  # Thai
    "\u0e81-\u0ecf\u0edc-\u0edf"  # Lao
    "\u1000-\u103f\u104c-\u108f\u109a-\u109f\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7f"  # Burmese
    "\u1780-\u17d3\u17d7\u17dc\u17dd"  # Khmer
)


def _marks() -> str:
    """Every combining mark of the other scripts, as the inside of a character class."""
    own = re.compile(f"[{SOUTHEAST}]")
    marks = (chr(code) for code in range(0x10000) if unicodedata.category(chr(code))[0] == "M")
    return "".join(mark for mark in marks if not own.match(mark))


MARKS = _marks()
_LETTER = rf"[^\W_{HAN}{SOUTHEAST}]"
# The 's of a possessive belongs to no word.
SPACED = re.compile(rf"({_LETTER}+(?:[{MARKS}{IGNORABLE}]+{_LETTER}*)*)(?:['’]s(?!\w))?")
_RUN = re.compile(
    rf"(?P<spaced>{SPACED.pattern})"
    rf"|(?P<han>[{HAN}](?:[{HAN}{IGNORABLE}]*[{HAN}])?)"
    rf"|(?P<southeast>[{SOUTHEAST}](?:[{SOUTHEAST}{IGNORABLE}]*[{SOUTHEAST}])?)"
)
_UNSPACED = re.compile(f"[{HAN}{SOUTHEAST}]")
_APART = re.compile(rf"[\s{HAN}]")
_OF_SOUTHEAST = re.compile(f"[{SOUTHEAST}{IGNORABLE}]*[{SOUTHEAST}][{SOUTHEAST}{IGNORABLE}]*")


def runs(text: str) -> Iterator[tuple[str, int, int]]:
    """Every run as (``spaced`` | ``han`` | ``southeast``, start, end); a spaced run is one word."""
    for match in _RUN.finditer(text):
        kind = match.lastgroup or sys.intern("spaced")
        group = 2 if kind == "spaced" else 0
        yield kind, match.start(group), match.end(group)


def has_unspaced(text: str) -> bool:
    """Whether any character belongs to a script without spaces between words."""
    return not text.isascii() and _UNSPACED.search(text) is not None


def cut_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The span widened to where the text can be cut and its words stay the same.

    That is at white space, and beside a character of Han, which is a word by itself. Only the ’s of a
    possessive with Han right behind it is then no word.
    """
    while start and not _APART.match(text, start - 1):
        start -= 1
    found = _APART.search(text, end)
    return start, found.start() if found else len(text)


def is_southeast(text: str) -> bool:
    """Whether all that can be looked for in the text is Thai, Lao, Burmese or Khmer."""
    kinds = {kind for kind, _, _ in runs(text)}
    return kinds == {"southeast"}


def split_southeast(text: str) -> list[str]:
    """The text cut where Thai, Lao, Burmese or Khmer begins or ends: ``มาตรา6`` is two words."""
    parts: list[str] = []
    end = 0
    for match in _OF_SOUTHEAST.finditer(text):
        parts += [text[end : match.start()], match.group()]
        end = match.end()
    return [part for part in [*parts, text[end:]] if part.strip()]
