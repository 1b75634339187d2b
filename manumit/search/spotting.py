"""Finding many phrases in one text, by the terms that texts are searched by, in every script."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from manumit.search import analysis

T = TypeVar("T")
_Row = tuple[tuple[int, str], ...]
GAP = "…"
_WIDEST = 4  # words, characters or syllables that may stand in a gap


@dataclass(frozen=True, slots=True)
class Spot(Generic[T]):
    """A phrase that stands in the text: ``text[start:end]``, and what it stands for."""

    start: int
    end: int
    means: T


class Spotter(Generic[T]):
    """Phrases, each with what it stands for; made once and asked of many texts.

    ``…`` in a phrase lets a few words stand there: ``took … passport``.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[_Row, ...], T]]] = defaultdict(list)
        for phrase, means in phrases:
            rows = tuple(filter(None, map(_row, phrase.split(GAP))))
            if rows:
                self._by_first[rows[0][0][1]].append((rows, means))

    def spots(self, text: str) -> list[Spot[T]]:
        """Every phrase that stands in the text, in order; none that lies within a longer one."""
        found = [
            spot
            for tokens in (analysis.analyse(text), analysis.clusters(text))
            for spot in self._among(tokens)
        ]
        found.sort(key=lambda spot: (spot.start, -spot.end))
        return list(_outermost(found))

    def _among(self, tokens: Sequence[analysis.Token]) -> Iterator[Spot[T]]:
        at = {(token.position, token.term): token for token in tokens}
        for token in tokens:
            for rows, means in self._by_first.get(token.term, ()):
                end = _end_of(rows, token.position, at)
                if end:
                    yield Spot(token.start, end, means)


_Placed = dict[tuple[int, str], analysis.Token]


def _end_of(rows: Sequence[_Row], position: int, at: _Placed) -> int:
    """Where the rows end of which the first begins here, each a few words after the other; else 0."""
    found = [at.get((position + offset, term)) for offset, term in rows[0]]
    if not all(found):
        return 0
    if len(rows) == 1:
        return max(each.end for each in found if each)
    after = position + rows[0][-1][0] + 1
    ends = (_end_of(rows[1:], begin, at) for begin in range(after, after + _WIDEST + 1))
    return next(filter(None, ends), 0)


def _row(phrase: str) -> _Row:
    """The terms of a phrase at their distances; of scripts without spaces, pairs of syllables."""
    tokens = analysis.clusters(phrase) if analysis.is_southeast(phrase) else []
    tokens = tokens or analysis.sought(phrase)
    return tuple((token.position - tokens[0].position, token.term) for token in tokens)


def _outermost(found: Iterable[Spot[T]]) -> Iterator[Spot[T]]:
    """Spots in order of their beginnings, each once, without those within one given before."""
    last: set[Spot[T]] = set()
    begin = end = -1
    for spot in found:
        if spot.end > end:
            begin, end, last = spot.start, spot.end, set()
        if (spot.start, spot.end) == (begin, end) and spot not in last:
            last.add(spot)
            yield spot
