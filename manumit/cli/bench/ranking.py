"""How good a ranking is: measures of information retrieval, each from 0 to 1."""

from collections.abc import Mapping, Sequence
from math import log2

DEPTH = 10
RECALL_DEPTH = 20


def ndcg(ranked: Sequence[str], relevant: Mapping[str, int], depth: int = DEPTH) -> float:
    """Normalised discounted cumulative gain of the first works (gain 2^grade - 1)."""
    best = sorted(relevant.values(), reverse=True)[:depth]
    found = [relevant.get(key, 0) for key in ranked[:depth]]
    return _gain(found) / _gain(best)


def reciprocal_rank(ranked: Sequence[str], relevant: Mapping[str, int]) -> float:
    """One over the place of the first work that the asker wants; 0 where it is not found."""
    wanted = max(relevant.values())
    places = (place for place, key in enumerate(ranked, 1) if relevant.get(key) == wanted)
    return 1 / next(places, float("inf"))


def recall(ranked: Sequence[str], relevant: Mapping[str, int], depth: int = RECALL_DEPTH) -> float:
    """The share of the works that answer among the first ones found, of as many as fit there."""
    return len(set(ranked[:depth]) & set(relevant)) / min(depth, len(relevant))


def _gain(grades: Sequence[int]) -> float:
    return sum((pow(2.0, grade) - 1) / log2(place + 1) for place, grade in enumerate(grades, 1))
