"""Words and written syllables of Thai, Lao, Burmese and Khmer, found by ICU."""

import re
import unicodedata
from typing import NamedTuple

from icu4py.breakers import CharacterBreaker, WordBreaker

from manumit.search.analysis.scripts import IGNORABLE

_LOCALE = "en"  # any: ICU picks the dictionary by the script
_IGNORABLE = re.compile(f"[{IGNORABLE}]")
_TRAILING = re.compile(f"[{IGNORABLE}]+$")
Span = tuple[int, int]


class Run(NamedTuple):
    """A run in NFC without ignorable characters; ``origin`` leads back to the run as written.

    ``origin[i]`` is the span, in the run as written, behind character ``i``.
    """

    text: str
    origin: list[Span] | None = None

    def back(self, start: int, end: int) -> Span:
        """The span as written behind ``text[start:end]``."""
        if self.origin is None:
            return start, end
        return self.origin[start][0], self.origin[end - 1][1]


def fold(run: str) -> Run:
    """The run as ICU and the index want it."""
    if unicodedata.is_normalized("NFC", run) and not _IGNORABLE.search(run):
        return Run(run)
    pieces: list[str] = []
    origin: list[Span] = []
    for start, end in _composable(run):
        written = run[start:end]
        piece = unicodedata.normalize("NFC", _IGNORABLE.sub("", written))
        unread = len(written) - len(_TRAILING.sub("", written))
        pieces.append(piece)
        origin += [(start, end - unread)] * len(piece)
    return Run("".join(pieces), origin)


def words(run: Run) -> list[Span]:
    """The spans of its words."""
    spans = WordBreaker(run.text, _LOCALE).segments()
    return [(start, end) for start, end in spans if _has_letter(run.text[start:end])]


def syllables(run: Run) -> list[Span]:
    """The spans of its grapheme clusters: what a reader takes for one character."""
    return list(CharacterBreaker(run.text, _LOCALE).segments())


def _composable(run: str) -> list[Span]:
    """Cuts before every letter: normalising never reaches across them."""
    starts = [0] + [i for i, char in enumerate(run) if i and char.isalpha()]
    return list(zip(starts, [*starts[1:], len(run)], strict=True))


def _has_letter(word: str) -> bool:
    return word[0].isalpha() or any(char.isalpha() for char in word)
