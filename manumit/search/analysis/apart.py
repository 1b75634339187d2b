"""Writing without spaces, for engines that know only words between spaces.

Each written syllable of Thai, Lao, Burmese and Khmer and each character of Han becomes a word, so that
any part of a phrase is itself a phrase. Unlike ICU's breaks the cut needs no tables: whoever searches
makes the same one in a browser, with the same two expressions.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from manumit.search.analysis.han import simplified
from manumit.search.analysis.scripts import HAN, IGNORABLE, SOUTHEAST

UNSPACED = f"{HAN}{SOUTHEAST}"
"""The characters of those scripts, as the inside of a character class."""


def _marks() -> str:
    """Those that stand on the character before them: nothing is cut there."""
    own = re.compile(f"[{SOUTHEAST}]")
    found = (chr(code) for code in range(0x0E00, 0xAB00) if own.match(chr(code)))
    return "".join(char for char in found if unicodedata.category(char)[0] == "M")


MARKS = _marks()
_CUT = re.compile(
    f"(?<=[{UNSPACED}])(?=[^\\W{UNSPACED}])"
    f"|(?<=[^\\W{UNSPACED}])(?=[{UNSPACED}])"
    f"|(?<=[{UNSPACED}])(?=[{UNSPACED}])(?![{MARKS}])"
)
_IGNORABLE = re.compile(f"[{IGNORABLE}]")
_HAN = re.compile(f"[{HAN}]")


def apart(text: str) -> str:
    """The text with a space between the characters of those scripts, and around each run of them."""
    if text.isascii():
        return text
    return _CUT.sub(" ", _IGNORABLE.sub("", unicodedata.normalize("NFC", text)))


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
