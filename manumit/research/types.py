"""What is suggested for a situation, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from manumit.search.types import Fragment

# How something about the situation is known: said by who asks, read in the text, or taken for granted.
Known = Literal["given", "answered", "told", "assumed"]
# cited: the text cites it; words: it has the text's words; matter: law for what is told of; concept:
# its record names the concept; asker: who needs it writes such a line; own: the law of the place against
# trafficking; applied: judgments suggested apply it; applying: it applies law suggested; force: where it
# stands on the day.
WhyKind = Literal[
    "cited", "words", "matter", "concept", "asker", "own", "applied", "applying", "force"
]
Group = Literal["provisions", "judgments", "instruments", "guidance"]
_GROUPS: Mapping[str, Group] = {
    "legislation": "provisions",
    "judgment": "judgments",
    "instrument": "instruments",
    "publication": "guidance",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Whose law is asked for: ``code`` of a jurisdiction, how that is known, and the words for it."""

    code: str
    known: Known
    words: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """The day as of which the law is given, how it is known, and the words of the text for it."""

    on: date
    known: Known
    words: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A code that a text speaks of: the words that do first, and how often."""

    code: str
    words: str
    times: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What the text was taken to say.

    ``elsewhere`` are other places that play a part. ``matters`` and ``concepts`` are what it tells of;
    ``kinds`` the kinds of work that it asks for in so many words.
    """

    place: Place
    elsewhere: Sequence[str]
    day: Day
    matters: Sequence[Spoken]
    concepts: Sequence[Spoken]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Why:
    """One reason. ``words`` are what it rests on: words of the text, a concept's name, a day."""

    kind: WhyKind
    words: str


@dataclass(frozen=True, slots=True)
class Pinned:
    """A passage that answers, with the stretch of it that does; no ``eid``: the record's own prose."""

    eid: str
    label: str
    heading: str
    language: str
    excerpt: Sequence[Fragment] = ()


@dataclass(frozen=True, slots=True)
class Authority:
    """A work to send: the passages that answer, best first, and why. The best score of all is 1."""

    key: str
    kind: str
    title: str
    language: str
    score: float
    passages: Sequence[Pinned]
    why: Sequence[Why]

    @property
    def eid(self) -> str:
        """The best passage, if one is meant."""
        return next((each.eid for each in self.passages if each.eid), "")

    @property
    def group(self) -> Group:
        """Under which heading an adviser looks for it."""
        return _GROUPS[self.kind]


@dataclass(frozen=True, slots=True)
class Pick:
    """What an adviser picked for a letter: a passage, or a work as a whole where ``eid`` is empty."""

    key: str
    eid: str = ""


@dataclass(frozen=True, slots=True)
class Suggestions:
    """The reading, authorities best first, services to call, and what could not be done."""

    reading: Reading
    authorities: Sequence[Authority]
    services: Sequence[Any]
    remarks: Sequence[str] = ()

    def of(self, group: Group) -> list[Authority]:
        """The authorities of one group, best first."""
        return [each for each in self.authorities if each.group == group]
