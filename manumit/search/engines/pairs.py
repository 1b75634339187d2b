"""Two words that follow one another as one term of a work, so that phrases are found quickly.

To find "the courts of", places would have to be read of every text that has the three words, which
nearly all texts do; only few have "the courts", and fewer "courts of" right after it. Words without
spaces between them have no pairs here: their terms overlap.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from manumit.search import analysis

_BETWEEN = "+"  # no part of any word


def pair(first: str, second: str) -> str:
    """The term for two words in a row."""
    return f"{first}{_BETWEEN}{second}"


def pairs_of_row(terms: Iterable[str]) -> Iterator[str]:
    """Those of words that follow one another without a gap."""
    return (pair(*both) for both in pairwise(terms))


def pairs_of(tokens: Iterable[analysis.Token]) -> Iterator[tuple[int, str]]:
    """Those of a text in several scripts, each with the place of its first word."""
    spaced = (token for token in tokens if not analysis.has_unspaced(token.term))
    for first, second in pairwise(spaced):
        if second.position == first.position + 1:
            yield first.position, pair(first.term, second.term)


def as_pairs(terms: Sequence[tuple[int, str]]) -> list[tuple[int, str]] | None:
    """A phrase, each term at its place, as its pairs; None where it has a gap or words without spaces."""
    if any(analysis.has_unspaced(term) for _, term in terms):
        return None
    if any(second != first + 1 for (first, _), (second, _) in pairwise(terms)):
        return None
    return [(place, pair(one, two)) for (place, one), (_, two) in pairwise(terms)]
