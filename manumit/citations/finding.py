"""Finding many fixed strings in a text at once, in one linear pass."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from ahocorasick_rs import AhoCorasick, MatchKind


class Openings:
    """Strings with which something may begin, by the name of what begins with them."""

    def __init__(self, strings: Mapping[str, Iterable[str]]) -> None:
        self._names = [name for name, several in strings.items() for _ in set(several)]
        listed = [string for several in strings.values() for string in set(several)]
        self._automaton = AhoCorasick(listed, matchkind=MatchKind.Standard)

    def places_in(self, text: str) -> dict[str, list[int]]:
        """Where each may begin, by name, in order; a name that begins nowhere is left out."""
        places: dict[str, set[int]] = {}
        for number, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            places.setdefault(self._names[number], set()).add(start)
        return {name: sorted(starts) for name, starts in places.items()}


class Taken:
    """Stretches of a text that belong to something already; no two of them overlap."""

    def __init__(self, stretches: Iterable[tuple[int, int]] = ()) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]

    def holds(self, start: int, end: int) -> bool:
        """Whether any of the stretch is taken."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start

    def take(self, start: int, end: int) -> None:
        """Add a stretch that is free."""
        place = bisect_left(self._starts, start)
        self._starts.insert(place, start)
        self._ends.insert(place, end)


def words_in(words: Iterable[str], text: str) -> Iterator[tuple[int, str]]:
    """Where each word stands by itself, in order; of two at one place the longer."""
    found = [
        (start, word)
        for word in words
        if word in text
        for start in _places_of(word, text)
        if _stands_alone(text, start, start + len(word))
    ]
    end = 0
    for start, word in sorted(found, key=lambda place: (place[0], -len(place[1]))):
        if start >= end:
            yield start, word
            end = start + len(word)


def _places_of(word: str, text: str) -> Iterator[int]:
    start = text.find(word)
    while start >= 0:
        yield start
        start = text.find(word, start + len(word))


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not (_is_latin(before) or _is_latin(after))


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()
