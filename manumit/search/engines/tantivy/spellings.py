"""The words of an index that a misspelt one can stand for.

Tantivy walks its whole dictionary with an automaton for each field and each time it is asked, and
then through the documents of every word found. Few words begin with the same letter, so they are
asked for and compared here, once, and the most frequent are sought as words.
"""

from dataclasses import replace

import tantivy
from rapidfuzz.distance import OSA

from manumit.search.plan import Fuzzy, Leaf

_MOST = 48  # spellings of one word
_FIELD = "words"  # has every word that any field has


class Spellings:
    """Of one state of an index."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self._searcher = searcher

    def of(self, leaf: Leaf) -> Leaf:
        """A misspelt word with the most frequent ones it can be; anything else as it is.

        They begin with one of its first two letters: without any, those that can be meant begin
        otherwise.
        """
        if not isinstance(leaf, Fuzzy) or leaf.stream != "words":
            return leaf
        return replace(leaf, spellings=self._near(leaf.term, leaf.edits))

    def _near(self, term: str, edits: int) -> tuple[str, ...]:
        counted = [
            (count, word)
            for letter in dict.fromkeys(term[:2])
            for word, count in self._searcher.terms_with_prefix(_FIELD, letter)
            if abs(len(word) - len(term)) <= edits
            and OSA.distance(term, word, score_cutoff=edits) <= edits
        ]
        return tuple(word for _, word in sorted(counted, reverse=True)[:_MOST])
