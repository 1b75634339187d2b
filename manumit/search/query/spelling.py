"""Which words may be misspelt, by how much, and how the works found spell them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from manumit.search import analysis
from manumit.search.query import tree

_LONG = 6  # letters, from which on two of them may differ
_SHORTEST = 4


def edits_of(word: str) -> int:
    """How many letters of a word may differ."""
    return 1 if len(word) < _LONG else 2


def can_be_misspelt(said: tree.Expression) -> bool:
    """Whether it is one word of letters, long enough: numbers and short words mean what they say."""
    return (
        isinstance(said, tree.Words)
        and said.text.isalpha()
        and len(said.text) >= _SHORTEST
        and len(analysis.sought(said.text)) == 1
        and not analysis.has_unspaced(said.text)
    )


def as_spelt(query: str, hits: Sequence[Iterable[str]]) -> str:
    """The query with each word as most of these hits spell it; a word that none has stays."""
    return " ".join(_as_spelt(word, hits) for word in query.split())


def _as_spelt(word: str, hits: Sequence[Iterable[str]]) -> str:
    if not can_be_misspelt(tree.Words(word)):
        return word
    counted: Counter[str] = Counter()
    for words in hits:
        cleaned = {each.strip(".,;:()“”\"'").lower() for each in words}
        counted.update(each for each in cleaned if _is_near(word.lower(), each))
    if not counted or word.lower() in counted:
        return word
    return max(counted, key=lambda each: (counted[each], -OSA.distance(word.lower(), each), each))


def _is_near(typed: str, found: str) -> bool:
    """Nearly the same word, or nearly the same but for its ending (trafiking, trafficking)."""
    return found.isalpha() and OSA.distance(typed, found) <= edits_of(typed) + 1
