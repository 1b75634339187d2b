"""How the bytes of a find are to be understood."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Paper:
    """A file of a format (None: to be recognised), of the work ``key`` where the file says none."""

    format: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class RecordText:
    """A collection file of the work ``key``."""

    key: str


@dataclass(frozen=True, slots=True)
class News:
    """A Notice in JSON that becomes a draft Publication; ``picky`` passes over what is off topic."""

    picky: bool = False


@dataclass(frozen=True, slots=True)
class StatusTable:
    """Who takes part in the instrument ``key``, as the depositary's table in CSV."""

    key: str


@dataclass(frozen=True, slots=True)
class Watched:
    """Something that no program reads yet: an editor is told when it changes. ``about`` is a key."""

    about: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """Its publisher has taken it back."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A thing the list names that cannot be had, and why."""

    reason: str


Content = Paper | RecordText | News | StatusTable | Watched | Gone | Broken
_KINDS: dict[str, type[Any]] = {
    each.__name__: each for each in (Paper, RecordText, News, StatusTable, Watched, Gone, Broken)
}


def as_values(content: Content) -> dict[str, Any]:
    """The content as values for JSON."""
    return {"is": type(content).__name__, **asdict(content)}


def from_values(values: Mapping[str, Any]) -> Content:
    """The content that ``as_values`` wrote down."""
    fields = {name: value for name, value in values.items() if name != "is"}
    content: Content = _KINDS[values["is"]](**fields)
    return content
