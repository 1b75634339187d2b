"""What is asked of a server and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, Any, Protocol

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken from others: sizes in bytes after decompression, times in seconds."""

    body: int = 64 * MEGABYTE
    file: int = 1024 * MEGABYTE
    silence: float = 30.0
    whole: float = 600.0
    redirects: int = 5
    tries: int = 4
    longest_wait: float = 120.0


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a server recognises that we hold its latest answer already."""

    etag: str = ""
    last_modified: str = ""

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> "Validators":
        """Those kept by ``kept`` among other values."""
        return cls(str(values.get("etag", "")), str(values.get("last_modified", "")))

    def kept(self) -> dict[str, str]:
        """As values for JSON; what is unknown is left out."""
        pairs = {"etag": self.etag, "last_modified": self.last_modified}
        return {name: value for name, value in pairs.items() if value}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came from ``address``, the last one after redirects.

    ``body`` is None where the server says that nothing has changed since the validators we sent;
    it is empty where the answer was written into a file.
    """

    address: str
    body: bytes | None
    validators: Validators = Validators()
    media_type: str = ""

    @property
    def unchanged(self) -> bool:
        """Whether we hold the latest already."""
        return self.body is None


class Getter(Protocol):
    """Whoever fetches: the Fetcher, or one that plays recorded answers."""

    def get(self, address: str, known: Validators = ..., *, limit: int = ...) -> Answer:
        """The answer, whole in memory. Raises FetchFailed."""

    def save(self, address: str, into: IO[bytes], known: Validators = ...) -> Answer:
        """The answer, its body written into a file. Raises FetchFailed."""
