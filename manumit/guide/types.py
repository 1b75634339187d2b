"""What a guide is made of, and what an outcome is made of.

A guide is a file below ``guides/``; these types are its schema. A *term* is a condition on the
answers, one line long: ``child`` (the question was answered yes), ``penalty.debt`` (this option was
ticked), ``@forced-labour`` (there are indications of it), each with ``not`` before it for its opposite.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from manumit.records import Language, Translation
from manumit.reference import BadKey, is_eid, parse_key

END = "end"

Answers = Mapping[str, frozenset[str]]
"""For each question that was answered: ``{"yes"}``, ``{"no"}`` or the options that were ticked."""


class Truth(StrEnum):
    """What the answers say of a condition; silence is no answer."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class State(StrEnum):
    """Where a test stands: every element is there; some are; one is ruled out; nothing is known."""

    INDICATED = "indicated"
    OPEN = "open"
    RULED_OUT = "ruled-out"
    UNANSWERED = "unanswered"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _key(value: str) -> str:
    try:
        return str(parse_key(value))
    except BadKey as error:
        raise ValueError(str(error)) from error


_Code = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]
_Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2)]
_Term = Annotated[str, StringConstraints(pattern=r"^(not )?(@[a-z-]+|[a-z-]+(\.[a-z-]+)?)$")]


class Cite(_Part):
    """An authority: a work of the library and the place in it.

    ``at`` is the address of a passage. Where no paragraph of a judgment was verified, ``finding`` is
    how the finding of its record begins.
    """

    work: Annotated[str, AfterValidator(_key)]
    at: str = ""
    finding: str = ""

    @model_validator(mode="after")
    def names_one_place(self) -> "Cite":
        """An authority without a place, or with two, is refused."""
        if bool(self.at) == bool(self.finding):
            raise ValueError("write at (a passage) or finding (how it begins): one of the two")
        if self.at and not is_eid(self.at):
            raise ValueError(f"at: {self.at!r} is no address of a passage, such as art_3__para_a")
        return self


_Cites = Annotated[tuple[Cite, ...], Field(min_length=1)]
_Terms = Annotated[tuple[_Term, ...], Field(min_length=1)]


class Section(_Part):
    """A heading under which questions stand."""

    code: _Code
    title: _Words
    lead: str = ""


class Option(_Part):
    """One thing that may be ticked."""

    code: _Code
    says: _Words


class Question(_Part):
    """One question: yes, no or not known, or any of its options.

    ``then`` is the question that follows, one for all answers or one for each of yes, no and
    unknown; ``end`` after the last. ``signs`` are things that may be seen; they are no elements.
    """

    code: _Code
    section: _Code
    ask: _Words
    help: str = ""
    signs: tuple[_Words, ...] = ()
    options: tuple[Option, ...] = ()
    then: _Code | dict[Truth, _Code]
    cites: _Cites

    def following(self, answer: Truth) -> str:
        """The code of the question that follows this answer, or ``end``."""
        return self.then if isinstance(self.then, str) else self.then[answer]

    @property
    def targets(self) -> frozenset[str]:
        """Every code that may follow."""
        return frozenset([self.then] if isinstance(self.then, str) else self.then.values())

    @model_validator(mode="after")
    def says_what_follows_each_answer(self) -> "Question":
        """A path that stops at an answer nobody thought of is refused."""
        if not isinstance(self.then, str) and set(self.then) != set(Truth):
            raise ValueError("then: say what follows yes, no and unknown")
        return self


class Element(_Part):
    """One thing the law asks for; any one of the terms shows it."""

    code: _Code
    name: _Words
    any: _Terms


class View(_Part):
    """A legal test: all of its elements, and none of what takes it away (``unless``).

    Where the law is split an indication has several, each with a name of its own.
    """

    name: str = ""
    test: _Words
    elements: Annotated[tuple[Element, ...], Field(min_length=1)]
    unless: tuple[_Term, ...] = ()
    cites: _Cites


class Statement(_Part):
    """Something the law says, for answers of which any term of ``when`` holds and none of ``unless``."""

    says: _Words
    when: _Terms
    unless: tuple[_Term, ...] = ()
    cites: _Cites


class Indication(_Part):
    """What answers may be indications of, and what to know about it."""

    code: _Code
    name: _Words
    gist: _Words
    views: Annotated[tuple[View, ...], Field(min_length=1)]
    notes: tuple[Statement, ...] = ()


class Guide(_Part):
    """A whole guide. ``laws`` and ``jurisdiction`` come from the overlay that it was joined with."""

    kind: Literal["guide"]
    code: _Code
    title: _Words
    language: str
    lead: _Words
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    indications: Annotated[tuple[Indication, ...], Field(min_length=1)]
    consequences: tuple[Statement, ...]
    laws: tuple[Statement, ...] = ()
    jurisdiction: str = ""

    def question(self, code: str) -> Question:
        """The question of a code that the guide has."""
        return next(each for each in self.questions if each.code == code)


class Overlay(_Part):
    """The law of one jurisdiction, laid over a guide."""

    kind: Literal["overlay"]
    adds_to: _Code
    jurisdiction: _Code
    laws: Annotated[tuple[Statement, ...], Field(min_length=1)]


class Wording(_Part):
    """One text of a guide, word for word, and what it says in another language."""

    original: _Words
    says: _Words


class Translated(_Part):
    """A guide in another language, or the law of a jurisdiction for it: every text once.

    A text is known by its own words: one that was changed since has no translation any more.
    """

    kind: Literal["translation"]
    translates: _Code
    jurisdiction: _Code | Literal[""] = ""
    language: Language
    translation: Translation
    words: Annotated[tuple[Wording, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class ElementOutcome:
    """An element, whether the answers show it, and what was ticked that shows it."""

    element: Element
    truth: Truth
    shown_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ViewOutcome:
    """A legal test held against the answers."""

    view: View
    state: State
    elements: tuple[ElementOutcome, ...]

    @property
    def open_elements(self) -> tuple[Element, ...]:
        """What is not known yet."""
        return tuple(each.element for each in self.elements if each.truth is Truth.UNKNOWN)


@dataclass(frozen=True, slots=True)
class IndicationOutcome:
    """An indication: its state is the furthest that any view of the law reaches."""

    indication: Indication
    state: State
    views: tuple[ViewOutcome, ...]
    notes: tuple[Statement, ...]

    @property
    def is_split(self) -> bool:
        """Whether the law has more than one view."""
        return len(self.views) > 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the answers point to, and what follows.

    ``follows`` holds already; ``would_follow`` if what is open were shown. ``ask_next`` are questions
    without an answer that something open depends on.
    """

    indications: tuple[IndicationOutcome, ...]
    follows: tuple[Statement, ...]
    would_follow: tuple[Statement, ...]
    laws: tuple[Statement, ...]
    ask_next: tuple[Question, ...]

    def having(self, state: State) -> tuple[IndicationOutcome, ...]:
        """The indications in one state, as the guide orders them."""
        return tuple(each for each in self.indications if each.state is state)
