"""What is measured: search engines that answer the same questions over the same works."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from manumit.cli.bench.scale.questions import Question
from manumit.library.types import SearchDocument, SearchPassage


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page of hits shows.

    How many works there are, the titles of those on the page, of how many pieces their quotations
    are, and the counts of every facet.
    """

    total: int
    titles: Sequence[str]
    quoted: int
    facets: Mapping[str, Mapping[str, int]]


Client = Callable[[Question], Answer]


class Contender(Protocol):
    """An engine that can be asked."""

    name: str

    def can(self, question: Question) -> bool:
        """Whether it has a way to answer this."""

    def client(self) -> Client:
        """A way to ask, for one thread."""


class Builder(Contender, Protocol):
    """An engine that has an index of its own."""

    def build(self, works: Iterable[SearchDocument]) -> None:
        """Index the works; all is on disk when this ends."""

    def size(self) -> int:
        """Bytes on disk."""


def bytes_below(folder: Path) -> int:
    """What the files of a folder take."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def in_force(passages: Iterable[SearchPassage]) -> str:
    """The text of a work as it holds now."""
    return "\n".join(each.text for each in passages if each.valid_to is None)
