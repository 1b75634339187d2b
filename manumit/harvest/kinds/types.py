"""What every kind of source gives: finds, in steps that a killed run can go on from."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from manumit.harvest.errors import BadSource
from manumit.harvest.fetching import Getter
from manumit.harvest.kinds.content import Content


class Settings(BaseModel):
    """Base of a kind's settings: unknown ones are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


S = TypeVar("S", bound=Settings)


@dataclass(frozen=True, slots=True)
class Find:
    """One thing a source holds. ``address`` is its name within the source and never changes.

    ``data`` are its bytes where they came with the list; None where they are still to be fetched,
    from ``url`` (or from ``address``, where that is empty). ``prepare`` turns the fetched bytes into
    those of a format; it may raise Unreadable.
    """

    address: str
    content: Content
    data: bytes | None = None
    url: str = ""
    prepare: Callable[[bytes], bytes] | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Finds, and what the source remembers once all of them are settled.

    A run that is killed begins again at the state of the last step that was finished.
    """

    finds: Iterable[Find]
    state: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Visit(Generic[S]):
    """One look at a source: where, with which settings, from which state, when, through whom."""

    address: str
    settings: S
    state: Mapping[str, Any]
    at: datetime
    fetcher: Getter


@dataclass(frozen=True, slots=True)
class Kind(Generic[S]):
    """A protocol that can be harvested.

    ``walk`` goes through the source and gives its steps; it reads no clock and no database, and
    everything it fetches goes through the visit's fetcher. It raises HarvestError when the source
    as a whole cannot be read.
    """

    name: str
    description: str
    settings: type[S]
    walk: Callable[[Visit[S]], Iterator[Step]]
    example: Mapping[str, Any] = field(default_factory=dict)

    def read_settings(self, values: Mapping[str, Any]) -> S:
        """The settings, checked. Raises BadSource."""
        try:
            return self.settings.model_validate(dict(values))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(["settings", *map(str, first["loc"])])
            raise BadSource(f"{where}: {first['msg']} (kind {self.name})") from error

    def steps(
        self, *, address: str, settings: Mapping[str, Any], state: Mapping[str, Any], at: datetime,
        fetcher: Getter,
    ) -> Iterator[Step]:  # fmt: skip
        """Go through a source of this kind. Raises HarvestError."""
        return self.walk(Visit(address, self.read_settings(settings), state, at, fetcher))
