"""Our own engine, asked as the search page asks it, without the shelves."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from manumit.cli.bench.scale.contender import Answer, Client, bytes_below
from manumit.cli.bench.scale.questions import Question
from manumit.library.types import SearchDocument
from manumit.search import selectors, services


class Ours:
    """The engine of the settings, in the home of this process."""

    name = "manumit"

    def __init__(self, folder: Path, size: int) -> None:
        self._folder, self._size = folder / "index", size

    def build(self, works: Iterable[SearchDocument]) -> None:
        """Index the works."""
        services.build(works, total=self._size, number=0)

    def size(self) -> int:
        """Bytes on disk."""
        return bytes_below(self._folder)

    def can(self, question: Question) -> bool:
        """Everything."""
        return True

    def client(self) -> Client:
        """All threads share one engine."""
        return partial(_asked)


def _asked(question: Question) -> Answer:
    found = selectors.search_words(question.request)
    return Answer(
        total=found.total,
        titles=[hit.title for hit in found.hits],
        quoted=sum(len(hit.passage.snippet) for hit in found.hits if hit.passage),
        facets={
            facet: {each.value: each.count for each in counts}
            for facet, counts in found.facets.items()
        },
    )
