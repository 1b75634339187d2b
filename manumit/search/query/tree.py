"""What a query says, as a tree; still in the reader's own words."""

from dataclasses import dataclass
from typing import Literal

Unit = Literal["sentence", "passage"]


@dataclass(frozen=True, slots=True)
class Words:
    """What was typed without a space in it: a word, or a phrase of a script without spaces."""

    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stood in quotation marks."""

    text: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """A word of which only the beginning was typed: ``exploit*``."""

    text: str


@dataclass(frozen=True, slots=True)
class Spelt:
    """A word that may be spelt a little otherwise, by ``edits`` letters: ``~recieve``."""

    text: str
    edits: int


@dataclass(frozen=True, slots=True)
class InField:
    """What must stand in one field: ``title:harbour``; ``kind:judgment``."""

    field: str
    part: "Expression"


@dataclass(frozen=True, slots=True)
class Between:
    """A range in a field, both ends included; an empty end is open: ``year:2010..2015``."""

    field: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Near:
    """Two things near each other: by so many words, in one sentence, or in one passage."""

    left: "Expression"
    right: "Expression"
    within: int | Unit


@dataclass(frozen=True, slots=True)
class Every:
    """All of the parts. ``said`` is whether AND was written, or is only understood."""

    parts: tuple["Expression", ...]
    said: bool = False


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of the parts."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Widened:
    """Something, or what else it is called."""

    part: "Expression"
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """What must not be there."""

    part: "Expression"


Leaf = Words | Quoted | Beginning | Spelt | Between
Expression = Leaf | InField | Near | Every | Some | Widened | Without


@dataclass(frozen=True, slots=True)
class Reading:
    """A query as it was understood; None where it asks for nothing. ``remarks`` say what was not."""

    expression: Expression | None
    remarks: tuple[str, ...] = ()
