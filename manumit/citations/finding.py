"""Finding many fixed strings in a text at once, in one linear pass."""

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, MatchKind


class Strings:
    """A set of strings to look for."""

    def __init__(self, strings: Iterable[str]) -> None:
        self._strings = sorted(set(strings))
        self._automaton = AhoCorasick(self._strings, matchkind=MatchKind.Standard)

    def starts_in(self, text: str) -> list[int]:
        """Every place where one of the strings begins, each once, in order."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return sorted({start for _, start, _ in found})
