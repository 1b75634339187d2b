"""What is asked of search and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from manumit.library.types import SearchPassage

FACETS = (
    "kind", "jurisdiction", "forum", "topic", "year", "language", "practice_area",
    "act", "means", "purpose", "outcome",
)  # fmt: skip
PAGE = 20
MOST_HITS = 100
DEEPEST = 10_000  # how far in the list of hits a page may begin

Sort = Literal["relevance", "newest", "oldest", "cited", "added"]


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What a reader asks for.

    ``filters`` maps a facet to the codes wanted, any of which will do. ``date_from`` and
    ``date_to`` are days, months or years (``2019-05-01``, ``2019-05``, ``2019``), both included.
    ``on`` leaves only the words that held on that day. ``exact`` looks for nothing by its other
    names. ``limit`` is at most 100. Without a query
    everything that passes the filters is listed, newest first.
    """

    query: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    date_from: str = ""
    date_to: str = ""
    on: date | None = None
    exact: bool = False
    sort: Sort = "relevance"
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of a snippet."""

    text: str
    highlighted: bool = False


@dataclass(frozen=True, slots=True)
class PassageHit:
    """The passage of a work that answers best; ``eid`` is empty for the record's own prose.

    ``valid_from`` and ``valid_to`` bound the days on which its words hold; None is an open end.
    """

    eid: str
    label: str
    heading: str
    language: str
    snippet: tuple[Fragment, ...]
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A work that was found; ``score`` is 0 unless sorted by relevance.

    ``cited`` counts the works here that cite, treat or apply it. ``passage`` is None when only the title, a citation or a topic answers the query.
    """

    key: str
    kind: str
    title: str
    language: str
    cited: int
    score: float
    passage: PassageHit | None


@dataclass(frozen=True, slots=True)
class Told:
    """A work that has words of a text told in confidence.

    ``passage`` is the one that has most of them, None where only names and topics have any.
    """

    key: str
    kind: str
    title: str
    language: str
    score: float
    passage: SearchPassage | None


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many of the works found have this value; ``estimated`` from a sample, to two digits."""

    value: str
    count: int
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class NamedWork:
    """A work that the query cites; ``eid`` and ``label`` of its passage where one is cited."""

    key: str
    eid: str
    label: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in the query: ``text`` as typed, ``cite`` as it is written here.

    ``works`` are those published here that it can mean; none where the Centre does not hold it.
    """

    text: str
    cite: str
    works: tuple[NamedWork, ...]


@dataclass(frozen=True, slots=True)
class Widening:
    """What was typed, and what else it is called: that was looked for as well."""

    typed: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A page of hits.

    ``total`` counts all works found. The counts of a facet leave out the filter on that facet,
    so that they say what choosing another value would give; most frequent first; those of very
    many works may be estimated. ``hint`` is
    empty, or says in a sentence or two what was understood otherwise than written, or ignored.
    ``cited`` are the citations in the query, with the works they lead to; ``widened`` is
    what was looked for by its other names too. ``meant`` is the query as the works found spell it,
    where nothing has it as it was typed; else empty. ``dropped`` are words of the query that were
    not asked of a work, as every text has them.
    """

    query: str
    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, list[FacetCount]]
    hint: str = ""
    cited: tuple[Cited, ...] = ()
    widened: tuple[Widening, ...] = ()
    meant: str = ""
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexState:
    """The index in use: ``number`` is the last journal entry in it."""

    version: str
    number: int
    works: int


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What an indexing run did: works written, works taken out, the journal entry reached."""

    changed: int
    removed: int
    number: int
    rebuilt: bool = False
