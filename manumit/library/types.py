"""What the library hands to other rooms."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum

from manumit.base.places import court_name, place_name
from manumit.base.reader import Name
from manumit.library.models import Confidence, Reviewed, State
from manumit.records import Problem
from manumit.reference import TOPIC_SCHEMES

__all__ = [
    "ANYWHERE",
    "PRACTICE_SCHEMES",
    "TOPIC_SCHEMES",
    "Confidence",
    "LinkReport",
    "LoadReport",
    "Outcome",
    "ReadyText",
    "Reviewed",
    "SearchDocument",
    "SearchPassage",
    "State",
    "WorkRow",
]

# Where a record was written the day may have begun already.
ANYWHERE = timedelta(days=1)

# The schemes whose concepts a work may have as practice areas; those of topics are the reference's.
PRACTICE_SCHEMES = ("practice-area",)
# That of what a judgment decided.
OUTCOME_SCHEMES = ("outcome",)


class Outcome(Enum):
    """What became of one record or text that was brought in."""

    MADE = "made"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(slots=True)
class LoadReport:
    """What a load did: how many files had which outcome, and every problem, in file order."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    def count(self, outcome: Outcome) -> int:
        """How many files came out so."""
        return self.outcomes[outcome]


@dataclass(slots=True)
class LinkReport:
    """What reading citations did: texts read, characters in them, citations that stand in them.

    ``changed`` counts the texts whose citations are others than before.
    """

    texts: int = 0
    characters: int = 0
    citations: int = 0
    changed: int = 0

    def add(self, *, characters: int, citations: int, changed: bool) -> None:
        """One more text."""
        self.texts += 1
        self.characters += characters
        self.citations += citations
        self.changed += changed


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One published work as a list shows it; what only another kind has is None.

    ``titles`` are those in other languages, by tag; ``topics`` codes, in the order to show them.
    """

    key: str
    kind: str
    title: str
    language: str
    titles: dict[str, str]
    dated: str
    confidence: str
    topics: tuple[str, ...]
    system_code: str
    forum_code: str | None = None
    decided_on: str | None = None
    neutral_citation: str | None = None
    number: str | None = None
    instrument_type: str | None = None
    publication_type: str | None = None
    publisher: str | None = None
    published_on: str | None = None

    @property
    def system(self) -> Name:
        """The name of its jurisdiction or body, for the reader of the page."""
        return place_name(self.system_code)

    @property
    def forum(self) -> Name | None:
        """The name of the court, for the reader of the page."""
        return court_name(self.forum_code) if self.forum_code else None


@dataclass(frozen=True, slots=True)
class SearchPassage:
    """The words of one passage in one language, as a search engine wants them.

    ``text`` is plain: an imported wording, a gist, a finding's proposition or a part of the
    record's prose (then ``eid`` is empty). ``valid_from`` and ``valid_to`` bound the days on
    which the words hold; None is an open end.
    """

    eid: str
    label: str
    heading: str
    language: str
    text: str
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One published work, whole, as a search engine wants it.

    ``titles`` are all full and short titles in every language; ``citations`` every number it is
    cited by; ``topics`` the codes of its topics and of everything broader; ``labels`` the names of
    its topics in every language, so that a search in Thai finds what is tagged in English.
    ``whose`` names who made it and where it holds. ``acts``, ``means`` and ``purposes`` are the
    elements of trafficking that a court dealt with; ``outcomes`` what it decided. ``ended`` is whether it was repealed or
    superseded; ``cited`` counts the other published works that cite, treat or apply it.
    ``added`` is the number of the journal entry with which readers first had it.
    """

    key: str
    kind: str
    title: str
    language: str
    titles: tuple[str, ...]
    citations: tuple[str, ...]
    system: str
    forum: str
    topics: tuple[str, ...]
    labels: tuple[str, ...]
    practice_areas: tuple[str, ...]
    languages: tuple[str, ...]
    dated: str
    passages: tuple[SearchPassage, ...]
    acts: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()
    ended: bool = False
    cited: int = 0
    added: int = 0


@dataclass(frozen=True, slots=True)
class ReadyText:
    """A parsed document ready to be stored: its SHA-256, and each unit's sanitised HTML and words."""

    digest: str
    words: tuple[tuple[str, str], ...]
