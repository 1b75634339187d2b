"""Writing without spaces, for engines that know only words between spaces.

Each written syllable of Thai, Lao, Burmese and Khmer and each character of Han becomes a word, so that
any part of a phrase is itself a phrase. Unlike ICU's breaks the cut needs no dictionary: whoever searches
makes the same one in a browser. Signs that stand on a letter are written as letters of a script that no
law is written in: engines made for Europe take them for accents and drop them.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from manumit.search.analysis.han import simplified
from manumit.search.analysis.scripts import HAN, IGNORABLE, SOUTHEAST

UNSPACED = f"{HAN}{SOUTHEAST}"
"""The characters of those scripts, as the inside of a character class."""


# Devanagari to Khmer and what Unicode added to these scripts later: signs there are no accents.
_SCRIPTS = (range(0x0900, 0x1100), range(0x1780, 0x1AB0), range(0xA8E0, 0xAC00))
FIRST_SIGN = 0x13000
"""The Egyptian hieroglyph that stands for the first of the signs; those after it for the others."""


def _signs() -> str:
    codes = (code for block in _SCRIPTS for code in block)
    return "".join(chr(code) for code in codes if unicodedata.category(chr(code))[0] == "M")


SIGNS = _signs()
"""Signs that stand on the letter before them: nothing is cut there."""

_AS_LETTERS = {ord(sign): FIRST_SIGN + number for number, sign in enumerate(SIGNS)}
_CUT = re.compile(
    f"(?<=[{UNSPACED}])(?=[^\\W{UNSPACED}])"
    f"|(?<=[^\\W{UNSPACED}])(?=[{UNSPACED}])"
    f"|(?<=[{UNSPACED}])(?=[{UNSPACED}])(?![{SIGNS}])"
)
_IGNORABLE = re.compile(f"[{IGNORABLE}]")
_HAN = re.compile(f"[{HAN}]")


def apart(text: str) -> str:
    """The text with a space between the characters of those scripts, and around each run of them.

    Signs are written as letters.
    """
    if text.isascii():
        return text
    plain = _IGNORABLE.sub("", unicodedata.normalize("NFC", text))
    return _CUT.sub(" ", plain).translate(_AS_LETTERS)


def han_in(text: str) -> set[str]:
    """The characters of Han in it."""
    return set() if text.isascii() else set(_HAN.findall(text))


def alike(characters: Iterable[str]) -> dict[str, str]:
    """For each character that is also written otherwise: it and its others among the characters.

    Traditional and Simplified forms of one character are alike. A character that is not among them
    is a key as well where its Simplified form is that of one that is.
    """
    groups: dict[str, set[str]] = defaultdict(set)
    for char in characters:
        groups[simplified(char)].add(char)
    found: dict[str, str] = {}
    for plain, group in sorted(groups.items()):
        for char in sorted({plain, *group}):
            if others := group - {char}:
                found[char] = "".join(sorted(others))
    return found
