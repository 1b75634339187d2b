"""Topics suggested for a text: the vocabulary's words, in every language it has them in."""

from collections import Counter

from ahocorasick_rs import AhoCorasick, MatchKind

from manumit.reference import fold, kept_with_concepts, topics

_MOST = 5
_SHORTEST = 3  # letters of a word in an alphabet; two signs say enough in Chinese
_PLAIN_SCRIPT = "abcdefghijklmnopqrstuvwxyz"


def suggest_topics(title: str, rest: str = "") -> list[str]:
    """The codes of the topics that are spoken of, most likely first; five at most.

    A word in the title counts more than all that follow it.
    """
    found = Counter(_codes_in(rest))
    for code in _codes_in(title):
        found[code] += 1000
    return [code for code, _ in found.most_common(_MOST)]


def _codes_in(text: str) -> list[str]:
    words, codes, finder = _finder()
    folded = fold(text).casefold()
    return [
        codes[number]
        for number, start, end in finder.find_matches_as_indexes(folded)
        if _stands_alone(folded, start, end, words[number])
    ]


@kept_with_concepts
def _finder() -> tuple[list[str], list[str], AhoCorasick]:
    pairs = sorted(
        {
            (fold(label.text).casefold(), concept.code)
            for concept in topics().values()
            for label in concept.labels
        }
    )
    kept = [(word, code) for word, code in pairs if len(word) >= _shortest(word)]
    words, codes = [word for word, _ in kept], [code for _, code in kept]
    return words, codes, AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)


def _shortest(word: str) -> int:
    return _SHORTEST if any(sign in _PLAIN_SCRIPT for sign in word) else 2


def _stands_alone(text: str, start: int, end: int, word: str) -> bool:
    """Whether the match is a word and no part of one; scripts without spaces have no such parts."""
    if not any(sign in _PLAIN_SCRIPT for sign in word):
        return True
    if text[end : end + 1] == "s":  # a plural
        end += 1
    before, after = text[start - 1 : start], text[end : end + 1]
    return not _joins(before) and not _joins(after)


def _joins(sign: str) -> bool:
    return sign.isalnum() and sign < "\u0600"  # Latin, Greek, Cyrillic: written with spaces
