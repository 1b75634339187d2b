"""Quoting a passage: where the words of a plan stand in it, and the stretch that shows most.

Done here, not by the engine: no engine finds its way back from folded characters and from words
that ICU cut.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from manumit.search import analysis
from manumit.search.plan import Fuzzy, Leaf, Node, Phrase, Prefix, Stream, Term, leaves
from manumit.search.types import Fragment

LENGTH = 280  # characters, about
_LEAD = 60  # of them before the first match
_SPACES = re.compile(r"\s+")


class Mark(NamedTuple):
    """A stretch of the text that a term or phrase matches; ``leaf`` counts leaves."""

    start: int
    end: int
    leaf: int


def snippet(text: str, match: Node) -> tuple[Fragment, ...]:
    """The stretch of the text with most of what is sought, cut between words."""
    marks = sorted(_sought(match).marks(text))
    start, end = _window(text, marks)
    return tuple(_fragments(text, start, end, _merged(marks)))


@lru_cache(maxsize=100)
def _sought(match: Node) -> "_Sought":
    """The same for all snippets of a page."""
    return _Sought(tuple(leaves(match)))


def forget() -> None:
    """Keep nothing of what was quoted for."""
    _sought.cache_clear()


class _Sought:
    """What is looked for in a text, each leaf among the tokens of its stream."""

    def __init__(self, found: Sequence[Leaf]) -> None:
        self._leaves = list(enumerate(found))
        self._wanted = {
            stream: _Wanted([leaf for leaf in found if leaf.stream == stream])
            for stream in dict.fromkeys(leaf.stream for leaf in found)
        }

    def marks(self, text: str) -> Iterator[Mark]:
        """Where any of it stands."""
        placed = {stream: self._placed(text, stream) for stream in self._wanted}
        for number, leaf in self._leaves:
            for start, end in placed[leaf.stream].spans(leaf):
                yield Mark(start, end, number)

    def _placed(self, text: str, stream: Stream) -> "_Placed":
        """Only of the tokens that are wanted: in a long text they are few."""
        found = analysis.spotted if stream == "words" else analysis.clusters
        wanted = self._wanted[stream]
        asked = analysis.Wanted(wanted.__getitem__, wanted.within, wanted.beginnings)
        return _Placed(found(text, asked))


class _Wanted(dict[str, bool]):
    """Whether a term is any of those that leaves look for, found out once for each term."""

    def __init__(self, sought: Sequence[Leaf]) -> None:
        for leaf in sought:
            self.update(dict.fromkeys(_exactly(leaf), True))
        self._exact = tuple(self)
        self._open = [leaf for leaf in sought if isinstance(leaf, Prefix | Fuzzy)]
        self.beginnings = self._beginnings()

    def __missing__(self, term: str) -> bool:
        self[term] = any(_fits(leaf, term) for leaf in self._open)
        return self[term]

    def _beginnings(self) -> tuple[str, ...] | None:
        """With what all of those begin; None where a word spelt otherwise may be one."""
        if any(isinstance(leaf, Fuzzy) for leaf in self._open):
            return None
        terms = (*self._exact, *(leaf.term for leaf in self._open))
        return tuple(dict.fromkeys(map(analysis.beginning, terms)))

    def within(self, run: str) -> bool:
        """Whether any of those terms may be among the words of a run."""
        return bool(self._open) or any(term in run for term in self._exact)


def _exactly(leaf: Leaf) -> list[str]:
    """The terms that a leaf names."""
    match leaf:
        case Term(term):
            return [term]
        case Phrase(terms):
            return [term for _, term in terms]
        case Prefix() | Fuzzy():
            return []


def _fits(leaf: Prefix | Fuzzy, found: str) -> bool:
    if isinstance(leaf, Prefix):
        return found.startswith(leaf.term)
    return OSA.distance(leaf.term, found, score_cutoff=leaf.edits) <= leaf.edits


class _Placed:
    """The tokens of a text, by term and position."""

    def __init__(self, tokens: Iterable[analysis.Token]) -> None:
        self._at: dict[str, dict[int, analysis.Token]] = defaultdict(dict)
        for token in tokens:
            self._at[token.term][token.position] = token

    def spans(self, leaf: Leaf) -> Iterator[tuple[int, int]]:
        """Where the term, any of its spellings or the whole phrase stands."""
        match leaf:
            case Term(term):
                yield from self._row(((0, term),))
            case Phrase(terms):
                yield from self._row(terms)
            case Prefix() | Fuzzy():
                for found in [term for term in self._at if _fits(leaf, term)]:
                    yield from self._row(((0, found),))

    def _row(self, terms: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int]]:
        for position, token in self._at.get(terms[0][1], {}).items():
            found = [self._at.get(term, {}).get(position + offset) for offset, term in terms]
            if all(found):
                yield token.start, max(each.end for each in found if each)


def _window(text: str, marks: list[Mark]) -> tuple[int, int]:
    """From shortly before the mark after which most different things sought stand."""
    if len(text) <= LENGTH:
        return 0, len(text)
    best = max(marks, key=lambda mark: (_variety(marks, mark), -mark.start), default=None)
    wanted = max(0, min(best.start - _LEAD, len(text) - LENGTH)) if best else 0
    return _between_words(text, wanted, wanted + LENGTH)


def _variety(marks: list[Mark], first: Mark) -> int:
    """How many different leaves have a mark in a window that begins with this one."""
    reach = first.start - _LEAD + LENGTH
    near = marks[bisect_left(marks, first) : bisect_right(marks, (reach,))]
    return len({mark.leaf for mark in near if mark.end <= reach})


def _between_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span drawn in to where words begin and end."""
    first = _next_begin(text, start, end) if start else start
    last = _last_end(text, start, end) if end < len(text) else end
    return first, max(first, last)


def _next_begin(text: str, start: int, end: int) -> int:
    """Where the first word in the span begins; only words near its start are looked at."""
    at, stop = analysis.cut_around(text, start, start)
    while at < end:
        for word in analysis.analyse(text[at:stop]):
            if start <= at + word.start < end:
                return at + word.start
        at, stop = stop, analysis.cut_around(text, stop, stop + 1)[1]
    return start


def _last_end(text: str, start: int, end: int) -> int:
    """Where the last word in the span ends, likewise."""
    at, stop = analysis.cut_around(text, end, end)
    while True:
        ends = [at + word.end for word in analysis.analyse(text[at:stop])]
        if within := [each for each in ends if start < each <= end]:
            return max(within)
        if at <= start:
            return end
        at, stop = analysis.cut_around(text, at - 1, at)[0], at


def _merged(marks: list[Mark]) -> list[tuple[int, int]]:
    """The marks as spans that do not overlap."""
    spans: list[tuple[int, int]] = []
    for start, end, _ in marks:
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _fragments(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> Iterator[Fragment]:
    """The span of the text in alternating fragments, with … where it was cut."""
    at = start
    lead = "…" if text[:start].strip() else ""
    for first, last in spans:
        if start <= first and last <= end:
            yield from _plain(lead + text[at:first])
            yield Fragment(_SPACES.sub(" ", text[first:last]), True)
            at, lead = last, ""
    yield from _plain(lead + text[at:end] + ("…" if text[end:].strip() else ""))


def _plain(text: str) -> Iterator[Fragment]:
    if text:
        yield Fragment(_SPACES.sub(" ", text))
