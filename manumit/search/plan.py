"""The plan of a search: what to match, as a tree that every engine can compile.

Pure data, with terms already analysed; nothing here knows an engine.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from manumit.search.types import Sort

Stream = Literal["words", "clusters"]


@dataclass(frozen=True, slots=True)
class Everything:
    """Matches every work."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a stream."""

    term: str
    stream: Stream = "words"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Two terms or more, each at its distance from the first: ``((0, "force"), (1, "labour"))``."""

    terms: tuple[tuple[int, str], ...]
    stream: Stream = "words"


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every term that begins so."""

    term: str
    stream: Stream = "words"


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Every term that so many edits make of this one; two letters in the other order are one.

    ``spellings`` are such terms, where an engine has looked for them before it compiles.
    """

    term: str
    edits: int
    stream: Stream = "words"
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Near:
    """Two leaves with at most so many words from the one to the other, in either order."""

    left: "Term | Phrase"
    right: "Term | Phrase"
    words: int


@dataclass(frozen=True, slots=True)
class Together:
    """All parts in one passage of a work, or in one sentence; there they are terms and phrases."""

    parts: tuple["Node", ...]
    unit: Literal["sentence", "passage"]


@dataclass(frozen=True, slots=True)
class Named:
    """What must stand in a work's titles or in its citations; parts hold leaves alone."""

    field: Literal["title", "citation"]
    part: "Node"


@dataclass(frozen=True, slots=True)
class Widened:
    """The part, or for less any of the others: what else the same thing is called."""

    part: "Node"
    others: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Most:
    """At least so many of the parts; what has ``whole`` too comes before all that has not."""

    parts: tuple["Node", ...]
    least: int
    whole: "Node"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part must match; without parts, everything does."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part must match; without parts, nothing does."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not match. Stands only among the parts of an ``AllOf``."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class Filter:
    """A facet must have one of these values."""

    facet: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """A range of days as numbers such as 20190531, both included.

    A date known by year or month alone is the range of all its days; ranges match when they
    share a day.
    """

    first: int
    last: int


Leaf = Term | Phrase | Prefix | Fuzzy
Node = (
    Everything
    | Leaf
    | Near
    | Together
    | Named
    | Filter
    | Days
    | Widened
    | Most
    | AllOf
    | AnyOf
    | Not
)
NOTHING = AnyOf(())


@dataclass(frozen=True, slots=True)
class Plan:
    """All that an engine needs to know.

    ``whole`` is the query as one phrase, which lifts a title or a citation that has it;
    ``days`` bounds the date of the work, ``on`` the day on which its words must hold. Unless
    ``lifted``, a work's words alone count, wherever they stand. ``homes`` are jurisdictions
    whose works come higher; ``name`` is what was typed as ``whole_name`` has it, which lifts a work
    that has this for a name. Of a ``discreet`` plan an engine keeps nothing, and sends it nowhere: it
    counts no facets.
    """

    match: Node
    whole: Phrase | None
    filters: tuple[Filter, ...]
    days: Days | None
    on: date | None
    sort: Sort
    limit: int
    offset: int
    lifted: bool = True
    homes: tuple[str, ...] = ()
    name: str = ""
    discreet: bool = False


def with_leaves(node: Node, change: "Callable[[Leaf], Leaf]") -> Node:
    """The same node with each leaf changed; those of a nearness stay, being terms and phrases."""

    def changed(part: Node) -> Node:
        return with_leaves(part, change)

    match node:
        case Term() | Phrase() | Prefix() | Fuzzy():
            return change(node)
        case AllOf(parts) | AnyOf(parts) | Together(parts):
            return replace(node, parts=tuple(map(changed, parts)))
        case Most(parts, whole=whole):
            return replace(node, parts=tuple(map(changed, parts)), whole=changed(whole))
        case Widened(part, others):
            return Widened(changed(part), tuple(map(changed, others)))
        case Not(part) | Named(part=part):
            return replace(node, part=changed(part))
        case _:
            return node


def places(node: Node) -> Iterator[Near | Together]:
    """Every nearness that the node asks for."""
    match node:
        case Near() | Together():
            yield node
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from places(part)
        case Widened(part):
            yield from places(part)
        case Most(whole=whole):
            yield from places(whole)
        case _:
            return


def leaves(node: Node, *, widened: bool = True) -> Iterator[Leaf]:
    """Every leaf that the node looks for in texts, left to right; not what it excludes.

    Without ``widened``, only what was asked for, and not what else it is called.
    """
    match node:
        case Term() | Phrase() | Prefix() | Fuzzy():
            yield node
        case Near(left, right):
            yield from (left, right)
        case AllOf(parts) | AnyOf(parts) | Together(parts) | Most(parts):
            for part in parts:
                yield from leaves(part, widened=widened)
        case Widened(part, others):
            for each in (part, *(others if widened else ())):
                yield from leaves(each, widened=widened)
        case Everything() | Named() | Filter() | Days() | Not():
            return
