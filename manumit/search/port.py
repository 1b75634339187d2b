"""What a search engine must do. ``tests/contracts`` hold it to this."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from manumit.library.types import SearchDocument, SearchPassage
from manumit.search.plan import Plan
from manumit.search.types import FacetCount, IndexState


@dataclass(frozen=True, slots=True)
class FoundWork:
    """A work that matches; ``passage`` is its best passage, or a part of it if it is long.

    ``cited`` is the count it was indexed with.
    """

    key: str
    kind: str
    title: str
    language: str
    cited: int
    score: float
    passage: SearchPassage | None


@dataclass(frozen=True, slots=True)
class Found:
    """What a plan found: how many works, one page of them, and what gives the counts of each facet.

    They may still be counted while the page is made: who asks for them waits. ``as_typed`` where the engine looked for nothing by its other names, as that was too much for it.
    """

    total: int
    works: tuple[FoundWork, ...]
    facets: Callable[[], Mapping[str, list[FacetCount]]]
    as_typed: bool = False


class Writer(Protocol):
    """The one writer of an index. Nothing shows before ``commit``."""

    def replace(self, documents: Iterable[SearchDocument]) -> None:
        """Put each work in, in place of what was there under its key."""

    def remove(self, keys: Iterable[str]) -> None:
        """Take works out; keys that are not there do not matter."""

    def commit(self, number: int) -> None:
        """Keep all that was written; the index now holds the journal up to ``number``.

        A crash at any moment leaves a number whose changes are all in.
        """


class Engine(Protocol):
    """A search engine, made with one argument: the setting ``MANUMIT_INDEX``.

    One instance serves all threads of a process. Another process may write meanwhile: a commit
    shows within a second.
    """

    def state(self) -> IndexState:
        """The index in use. Raises SearchUnavailable when there is none that this code reads."""

    def writer(self, *, fresh: bool = False) -> AbstractContextManager[Writer]:
        """Open the index for writing. Raises IndexBusy when another writer has it.

        ``fresh`` builds an empty index beside the one in use, which is put in its place when the
        block ends without an error after a commit. Otherwise raises SearchUnavailable as
        ``state`` does.
        """

    def execute(self, plan: Plan) -> Found:
        """Answer the plan. Raises SearchUnavailable as ``state`` does.

        Of a discreet plan nothing is kept or logged; an engine that would have to send it to another
        process raises SearchElsewhere. Its ``facets`` are empty.
        """
