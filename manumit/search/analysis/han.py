"""Terms of Chinese: every character, and every two neighbours, in Simplified form.

Folding goes by the character, not by the phrase: OpenCC's phrases make a character come out
differently alone and in company, and then a part of a phrase would no longer be found in it.
"""

import re
import unicodedata

from opencc import OpenCC

from manumit.search.analysis.scripts import HAN

_CHARACTER = re.compile(f"[{HAN}]")
_IDEOGRAPH = re.compile("[\u4e00-\u9fff]")


_TO_TRADITIONAL = OpenCC("s2t")


class _Simplified(dict[int, str]):
    """A table for ``str.translate`` that asks OpenCC once for each character."""

    def __init__(self) -> None:
        super().__init__()
        self._converter = OpenCC("t2s")

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFC", chr(code))
        simple = self._converter.convert(plain)
        self[code] = simple if len(simple) == 1 else plain
        return self[code]


_SIMPLIFIED = _Simplified()


def simplified(char: str) -> str:
    """The Simplified form of a character, itself where it has none."""
    return char.translate(_SIMPLIFIED)


def characters(run: str) -> list[tuple[str, int]]:
    """The folded characters of a run with their offsets in it, ignorable ones left out."""
    return [
        (match.group().translate(_SIMPLIFIED), match.start()) for match in _CHARACTER.finditer(run)
    ]


def scripts_of_chinese(text: str) -> list[str]:
    """Which of ``zh-Hant`` and ``zh-Hans`` a text can be: both where no character tells."""
    if not _IDEOGRAPH.search(text):
        return []
    if text.translate(_SIMPLIFIED) != text:
        return ["zh-Hant"]
    return ["zh-Hans"] if _TO_TRADITIONAL.convert(text) != text else ["zh-Hant", "zh-Hans"]
