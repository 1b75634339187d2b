"""What the journal shows to others, and what it is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from manumit.base.digests import digest_of

What = Literal["added", "changed", "withdrawn", "text"]
# The entries that readers are told of: what they read was added, changed or taken away.
READERS_HEAR_OF = ("published", "unpublished", "loaded", "text imported")


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

    ``person`` is who did it, empty for the program itself; ``what`` is the change as a reader
    sees it; ``fields`` holds what each changed field said and says.
    """

    number: int
    at: datetime
    action: str
    subject: str
    person: str
    why: str
    digest: str
    what: What
    fields: Mapping[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class ChainCheck:
    """How many entries were read, the first fault in words, and the last digest that holds.

    ``fault`` is empty where the whole chain holds.
    """

    entries: int
    fault: str
    last: str
