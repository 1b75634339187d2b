"""Short texts held in memory, and which of them are most like another text.

The other text may be confidential: nothing of it is kept, and no engine is asked.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from statistics import fmean

from manumit.search.analysis import FUNCTIONAL, analyse

# As usual for BM25; a short text is short because it says one thing, so length counts little.
_SATURATION, _LENGTH = 1.2, 0.6
_MOST_LINES = 6  # of one key that count, each half of the one before
_FIRST_HAN = "\u2e80"


@dataclass(frozen=True, slots=True)
class Like:
    """What a key is worth: its lines that are most like the text, the best of them ``line``."""

    key: str
    worth: float
    line: str


class Likeness:
    """Lines under keys, many of one key. Words of ``but`` make nothing alike."""

    def __init__(self, lines: Iterable[tuple[str, str]], *, but: Iterable[str] = ()) -> None:
        self._lines = list(lines)
        left_out = {term for text in but for term in _terms(text)}
        counted = [
            Counter(term for term in _terms(line) if term not in left_out)
            for _, line in self._lines
        ]
        self._found_in: dict[str, list[tuple[int, float]]] = defaultdict(list)
        mean = fmean(map(Counter.total, counted)) if counted else 1.0
        for number, terms in enumerate(counted):
            length = 1 - _LENGTH + _LENGTH * terms.total() / (mean or 1.0)
            for term, count in terms.items():
                worth = count * (_SATURATION + 1) / (count + _SATURATION * length)
                self._found_in[term].append((number, worth))

    def to(self, text: str) -> list[Like]:
        """Keys with a line that shares a word with the text; of a word said often, each time counts less."""
        scores: dict[int, float] = defaultdict(float)
        for term, count in Counter(_terms(text)).items():
            rows = self._found_in.get(term, ())
            weight = self._rarity(len(rows)) * 2 * count / (1 + count)
            for number, worth in rows:
                scores[number] += weight * worth
        return list(self._by_key(scores))

    def _by_key(self, scores: dict[int, float]) -> Iterator[Like]:
        of_key: dict[str, list[tuple[float, str]]] = defaultdict(list)
        for number in sorted(scores, key=lambda one: (-scores[one], one)):
            key, line = self._lines[number]
            of_key[key].append((scores[number], line))
        for key, rows in of_key.items():
            worth = sum(
                score / 2**place for place, (score, _) in enumerate(islice(rows, _MOST_LINES))
            )
            yield Like(key, worth, rows[0][1])

    def _rarity(self, lines: int) -> float:
        return math.log(1 + (len(self._lines) - lines + 0.5) / (lines + 0.5))


def _terms(text: str) -> Iterator[str]:
    """The words, but those that every text has; of Chinese the pairs of characters."""
    for token in analyse(text):
        lone = len(token.term) == 1 and token.term >= _FIRST_HAN
        if not lone and token.term not in FUNCTIONAL:
            yield token.term
