"""A work read for an index: its names and its passages analysed, in the form that an engine takes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

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
class ReadPassage(Generic[T]):
    """A passage analysed: its heading, the parts that are quoted, and the whole of it."""

    passage: SearchPassage
    heading: Analysed[T]
    parts: list[tuple[str, Analysed[T]]]
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
        pairs = analysis.clusters(text)
        return Analysed(self.form(analysis.analyse(text)), self.form(pairs) if pairs else None)

    def passage(self, passage: SearchPassage) -> ReadPassage[T]:
        """A passage; one that is short is analysed once."""
        parts = [(piece, self.text(piece)) for piece in pieces(passage.text)]
        whole = parts[0][1] if len(parts) == 1 else self.text(passage.text)
        return ReadPassage(passage, self.text(passage.heading), parts, whole)

    def names(self, document: SearchDocument) -> Names[T]:
        """The names of a work; a title that comes twice counts once."""
        titles = dict.fromkeys((document.title, *document.titles))
        return Names(
            titles=[self.text(text) for text in titles],
            citations=[self.text(text) for text in document.citations],
            labels=[self.text(text) for text in document.labels],
            whose=[self.text(text) for text in document.whose],
        )
