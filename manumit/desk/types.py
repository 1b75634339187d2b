"""What the desk gives to its pages, and takes from them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from manumit.desk.models import Approval, Consultation, Event, Grant, Member, Paragraph, State
from manumit.desk.sealing.persons import PersonKeys
from manumit.desk.sealing.receipts import Receipt
from manumit.desk.sealing.recipients import Role

__all__ = [
    "Approval",
    "Consultation",
    "Entry",
    "Event",
    "Grant",
    "Holder",
    "Kind",
    "Listed",
    "Member",
    "Paragraph",
    "Question",
    "Receipt",
    "Role",
    "State",
    "Upload",
]


class Kind(StrEnum):
    """What a record is. Never change one that is in use: it is part of the seal."""

    QUESTION = "question"
    PARTIES = "parties"
    MORE = "more"
    NAMES = "names"
    FILE = "file"
    NOTE = "note"
    DRAFT = "draft"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who is here with their keys: a member, or the asker of one consultation."""

    keys: PersonKeys = field(repr=False)
    member: Member | None = None
    consultation: Consultation | None = None

    @property
    def person(self) -> str:
        """The name in seals."""
        return self.keys.person


@dataclass(frozen=True, slots=True)
class Question:
    """What an asker sends. ``parts`` are the answers of the form by the names of its fields."""

    parts: Mapping[str, str] = field(repr=False)
    parties: str = field(default="", repr=False)
    names: str = field(default="", repr=False)
    unwanted: Collection[int] = ()  # members who must not see it


@dataclass(frozen=True, slots=True)
class Upload:
    """A file whose bytes have been cleaned; ``kind`` is how its name ends."""

    name: str = field(repr=False)
    kind: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """A record that was opened. ``refused``: it is not what was sealed there, and says nothing."""

    name: str
    kind: Kind
    on: date
    person: str
    author: str
    from_asker: bool
    parts: Mapping[str, str] = field(default_factory=dict, repr=False)
    about: str = ""
    refused: bool = False

    @property
    def text(self) -> str:
        """The one text of a record that has but one."""
        return self.parts.get("text", "")


@dataclass(frozen=True, slots=True)
class Listed:
    """A consultation as its reader's list shows it: nothing of what was written."""

    consultation: Consultation
    is_news: bool
    is_assigned: bool
    is_cleared: bool
    readers: int
    may_read: bool
    keeps_names: bool
    names_until: datetime | None = None
