"""What the journal shows to others, and what it is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from manumit.base.digests import digest_of


@dataclass(frozen=True, slots=True)
class Change:
    """One entry: ``subject`` is the key of the thing that changed.

    ``touches`` are keys of other things that are no longer as they were, because of it.
    """

    number: int
    at: datetime
    action: str
    subject: str
    touches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BeforeAndAfter:
    """What a thing said before a change and after it, by field; None where it was not there.

    The values are kept for ever: whoever tells them tells no person's words or names, but their
    digest (``manumit.base.digests``).
    """

    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None

    def told(self) -> dict[str, Any]:
        """The digests of both, and each field that differs with what it said and says."""
        was, is_now = self.before or {}, self.after or {}
        names = sorted(was.keys() | is_now.keys())
        return {
            "was": None if self.before is None else digest_of(was),
            "is": None if self.after is None else digest_of(is_now),
            "fields": {
                name: [was.get(name), is_now.get(name)]
                for name in names
                if was.get(name) != is_now.get(name)
            },
        }


@dataclass(frozen=True, slots=True)
class Told:
    """One entry with all that it says, for readers and for those who audit.

    ``person`` is who did it, empty for the program itself.
    """

    number: int
    at: datetime
    action: str
    subject: str
    person: str
    why: str
    digest: str
    fields: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChainCheck:
    """How many entries were read, and the first fault in words; empty where the chain holds."""

    entries: int
    fault: str
