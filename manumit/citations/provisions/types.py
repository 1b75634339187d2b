"""What the grammar of a language says of a provision."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True, slots=True)
class Pin:
    """One provision: ``unit`` is what it is called, ``steps`` its number and what is in brackets.

    ``section 129(1)(a)`` is ("section", ("129", "1", "a")); a step that names its own level says so
    (``para:1``). ``under`` is the provision it stands
    in, where that is named apart: paragraph 2 of Schedule 1.
    """

    unit: str
    steps: tuple[str, ...]
    under: "Pin | None" = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Provisions named together at one place of a text."""

    start: int
    end: int
    pins: tuple[Pin, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """How one language names provisions.

    ``openings`` are the strings with which a phrase may begin; ``pattern`` matches a phrase there,
    in folded text, and ``read`` understands what it matched. ``before`` is
    what may stand between a phrase and the work named after it ("of the"), ``after`` between a
    work and the phrase named after it.
    """

    openings: tuple[str, ...]
    pattern: Pattern[str]
    read: Callable[[str], Iterable[Pin]]
    before: Pattern[str]
    after: Pattern[str]
