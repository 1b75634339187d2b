"""Words cut in two at the end of a line: which hyphens are the word's own."""

import re
from collections import Counter
from collections.abc import Iterable

HYPHENS = ("-", "\u00ad", "\u2010")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*$")
_FIRST = re.compile(r"[^\W\d_]+")

# What stands before a hyphen of its own far more often than at the end of a cut.
_FIRST_PARTS = frozenset(
    {"non", "self", "cross", "anti", "well", "so", "half", "vice", "long", "short", "high", "low"}
    | {"full", "part", "one", "two", "three", "four", "five", "six", "third"}
)


class WordStock:
    """The words that a document writes within its lines, where nothing is cut."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        for line in lines:
            words = _WORD.findall(line.casefold())
            cut = 1 if line.endswith(HYPHENS) else 0
            # The first word of a line may be the end of one, the last its beginning.
            for word in words[1 : len(words) - cut]:
                self._words[word] += 1
                self._words.update(re.split("[-\u2010]", word) if "-" in word else ())

    def is_cut(self, before: str, after: str) -> bool:
        """Whether the hyphen at the end of ``before`` only cuts a word that ``after`` goes on with.

        A soft hyphen always does. A word written elsewhere with the hyphen, or twice the same
        (``undang-undang``), keeps it; so does a name, and a pair of words that both stand alone.
        """
        if before.endswith("\u00ad"):
            return True
        head = _LAST.search(before[:-1])
        tail = _FIRST.match(after)
        if head is None or tail is None or not tail[0][0].islower():
            return False
        first, second = head[0].casefold(), tail[0].casefold()
        joined, parted = first + second, f"{first}-{second}"
        if self._words[parted] or second.startswith(first):
            return False
        if self._words[joined]:
            return True
        if first in _FIRST_PARTS or first.endswith("ly"):
            return False
        return not (self._words[first] and self._words[second])
