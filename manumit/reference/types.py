"""What reference data is made of: systems and forums, schemes and concepts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from manumit.reference.formats import CitationFormat

# A territory with courts and legislation of its own, or a body of states or of none.
SystemKind = Literal["jurisdiction", "system"]
# final: no ordinary appeal from it; first: unlimited first instance; lower: limited first
# instance; body: experts or officials whose views are not judgments.
Level = Literal["final", "appeal", "first", "lower", "tribunal", "body"]
ForumType = Literal[
    "domestic",
    "regional_HR",
    "regional",
    "international_criminal",
    "treaty_body",
    "labour_tribunal",
]
LabelKind = Literal["pref", "alt"]


@dataclass(frozen=True, slots=True)
class FactSource:
    """Where the facts of a file come from, and the day someone looked.

    ``url`` is empty where the house itself decided.
    ``basis`` is ``read`` when the page itself or a stored copy of it was read, ``knowledge`` when
    the page is only where a reader should check.
    """

    url: str
    covers: str
    checked: date
    basis: Literal["read", "knowledge"]
    note: str


@dataclass(frozen=True, slots=True)
class Forum:
    """A court or body that decides. ``order`` ranks the forums of one system, highest first.

    ``since`` and ``until`` are None where unknown or not over.
    """

    code: str
    system: str
    names: Mapping[str, str]
    level: Level
    type: ForumType
    since: date | None
    until: date | None
    order: int
    citations: tuple[CitationFormat, ...]

    def name(self, language: str = "en") -> str:
        """The name in that language, or in English."""
        return self.names.get(language, self.names["en"])


@dataclass(frozen=True, slots=True)
class Responsible:
    """The state that acted abroad for a territory; ``since`` and ``until`` as for a forum."""

    state: str
    since: date | None
    until: date | None

    def acts_on(self, day: date) -> bool:
        """Whether it acted for the territory on that day."""
        return (self.since or day) <= day <= (self.until or day)


@dataclass(frozen=True, slots=True)
class System:
    """A jurisdiction, or an international system: the first part of every key.

    ``part_of`` is the code of the system it belongs to and may differ from in the law
    (Hong Kong and China). ``languages`` are those its law is published in. ``formats`` are the
    citations that name no single forum. ``timezone`` is empty where there is none. ``publishers``
    are the hosts on which its law is published, official ones first: a subdomain counts as well.
    ``responsible`` are the states that acted abroad for it, first to last: a territory that has
    such takes part in treaties through them, and by a step that names it. States have none.
    """

    code: str
    names: Mapping[str, str]
    kind: SystemKind
    part_of: str | None
    languages: tuple[str, ...]
    timezone: str
    publishers: tuple[str, ...]
    responsible: tuple[Responsible, ...]
    forums: tuple[Forum, ...]
    formats: tuple[CitationFormat, ...]
    sources: tuple[FactSource, ...]

    @property
    def all_formats(self) -> tuple[CitationFormat, ...]:
        """Every format of the system: those of its forums first, then those it shares."""
        own = [format_ for forum in self.forums for format_ in forum.citations]
        return (*own, *self.formats)

    def responsible_on(self, day: date) -> str | None:
        """The state that acted for it on that day; None for a state, or where nobody did."""
        return next((each.state for each in self.responsible if each.acts_on(day)), None)

    def name(self, language: str = "en") -> str:
        """The name in that language, or in English."""
        return self.names.get(language, self.names["en"])


@dataclass(frozen=True, slots=True)
class Label:
    """One word or phrase for a concept.

    ``source`` is the key of the Work that uses exactly this word for it, ``at`` the eid of the
    passage; both are empty for a general label. ``confirmed`` is false until a lawyer whose
    language it is has confirmed it: show such a label with that mark.
    """

    text: str
    language: str
    kind: LabelKind
    source: str
    at: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Concept:
    """A term of a scheme. Codes are unique within the scheme.

    ``broader``, ``narrower`` and ``related`` are codes of the same scheme; ``close_matches``
    are addresses in other vocabularies.
    """

    code: str
    scheme: str
    uri: str
    labels: tuple[Label, ...]
    definition: str
    note: str
    broader: tuple[str, ...]
    narrower: tuple[str, ...]
    related: tuple[str, ...]
    close_matches: tuple[str, ...]

    @property
    def names(self) -> dict[str, str]:
        """The preferred label in each language that has one of its own, and of no single Work."""
        preferred = [label for label in self.labels if label.kind == "pref" and not label.source]
        return {label.language: label.text for label in preferred}

    def label(self, language: str = "en") -> str:
        """The preferred label in that language, or in English."""
        preferred = {label.language: label.text for label in self.labels if label.kind == "pref"}
        return preferred.get(language, preferred["en"])

    def label_in(self, work: str, language: str) -> str | None:
        """The word this Work itself uses, if we have it: never assume another's is the same."""
        for label in self.labels:
            if label.source == work and label.language == language:
                return label.text
        return None


@dataclass(frozen=True, slots=True)
class Scheme:
    """A vocabulary: its concepts in the order they are shown in."""

    code: str
    uri: str
    title: str
    definition: str
    concepts: tuple[Concept, ...]

    def concept(self, code: str) -> Concept:
        """One concept. Raises KeyError."""
        for concept in self.concepts:
            if concept.code == code:
                return concept
        raise KeyError(code)

    def having(self, concepts: Iterable[Concept]) -> "Scheme":
        """The scheme with these concepts and no others, each told anew what stands below it."""
        each = tuple(concepts)
        below = {one.code: tuple(it.code for it in each if one.code in it.broader) for one in each}
        return replace(self, concepts=tuple(replace(one, narrower=below[one.code]) for one in each))
