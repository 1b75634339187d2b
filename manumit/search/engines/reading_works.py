"""A work read for an index: its names and its passages analysed, in the form that an engine takes."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any, Generic, TypeVar, cast

from manumit.library.types import SearchDocument, SearchPassage
from manumit.search import analysis
from manumit.search.pieces import pieces

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Analysed(Generic[T]):
    """A text in both streams; without clusters, it has no script that needs them."""

    words: str | T
    clusters: T | None


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """A part of a passage analysed, and the terms of each of its sentences."""

    text: str
    terms: Analysed[T]
    sentences: list[set[str]]


@dataclass(frozen=True, slots=True)
class ReadPassage(Generic[T]):
    """A passage analysed: its heading, the parts that are quoted, and the whole of it."""

    passage: SearchPassage
    heading: Analysed[T]
    parts: list[Part[T]]
    whole: Analysed[T]


@dataclass(frozen=True, slots=True)
class Names(Generic[T]):
    """What a work is called and cited by, its topics, and who made it."""

    titles: list[Analysed[T]]
    citations: list[Analysed[T]]
    labels: list[Analysed[T]]
    whose: list[Analysed[T]]

    @property
    def all(self) -> list[Analysed[T]]:
        """All of them: words of the work like those of its texts."""
        return [*self.titles, *self.citations, *self.labels, *self.whose]


@dataclass(frozen=True, slots=True)
class Reader(Generic[T]):
    """Reads texts; ``form`` puts tokens that do not simply follow one another as the engine wants."""

    form: Callable[[list[analysis.Token]], T]

    def text(self, text: str) -> Analysed[T]:
        """Plain words where terms follow one another, since that is several times faster."""
        terms = analysis.spaced_terms(text)
        if terms is not None:
            return Analysed(" ".join(terms), None)
        return self._both(text, analysis.analyse(text))

    def again(self, text: str) -> Analysed[T]:
        """The same for what many texts share: headings, names of topics, courts and countries."""
        return cast(Analysed[T], _kept(self, text))

    def passage(self, passage: SearchPassage) -> ReadPassage[T]:
        """A passage; one that is short is analysed once."""
        parts = list(map(self._part, pieces(passage.text)))
        whole = parts[0].terms if len(parts) == 1 else self.text(passage.text)
        return ReadPassage(passage, self.again(passage.heading), parts, whole)

    def _part(self, text: str) -> Part[T]:
        """What has spaces between words is analysed once: its sentences in a row are all of it."""
        found = analysis.sentences(text)
        if analysis.has_unspaced(text):
            tokens = analysis.analyse(text)
            return Part(text, self._both(text, tokens), _shared_out(tokens, text, found))
        spaced = [analysis.spaced_terms(sentence) or [] for sentence in found]
        words: Analysed[T] = Analysed(" ".join(chain.from_iterable(spaced)), None)
        return Part(text, words, [set(terms) for terms in spaced])

    def _both(self, text: str, tokens: list[analysis.Token]) -> Analysed[T]:
        """The text whose words these are, in both streams."""
        pairs = analysis.clusters(text)
        return Analysed(self.form(tokens), self.form(pairs) if pairs else None)

    def names(self, document: SearchDocument) -> Names[T]:
        """The names of a work; a title that comes twice counts once."""
        titles = dict.fromkeys((document.title, *document.titles))
        return Names(
            titles=[self.text(text) for text in titles],
            citations=[self.text(text) for text in document.citations],
            labels=[self.again(text) for text in document.labels],
            whose=[self.again(text) for text in document.whose],
        )


@lru_cache(maxsize=10_000)
def _kept(reader: Reader[Any], text: str) -> Analysed[Any]:
    return reader.text(text)


def _shared_out(
    tokens: Iterable[analysis.Token], text: str, sentences: Iterable[str]
) -> list[set[str]]:
    """The terms of each sentence of a text, given all its tokens."""
    starts: list[int] = []
    end = 0
    for sentence in sentences:
        starts.append(text.index(sentence, end))
        end = starts[-1] + len(sentence)
    shared: list[set[str]] = [set() for _ in starts]
    for token in tokens:
        shared[bisect_right(starts, token.start) - 1].add(token.term)
    return shared
