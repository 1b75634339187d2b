"""What the desk gives to its pages, and takes from them."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Self

from manumit.desk.models import Approval, Consultation, Event, Grant, Member, Paragraph, State
from manumit.desk.sealing.persons import PersonKeys
from manumit.desk.sealing.receipts import Receipt
from manumit.desk.sealing.recipients import Role

__all__ = [
    "Approval",
    "Consultation",
    "Enclosed",
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
    """Somebody who is here with their keys: a member, or the asker of one consultation.

    ``proved_at`` is when a member gave their password or code.
    """

    keys: PersonKeys = field(repr=False)
    member: Member | None = None
    consultation: Consultation | None = None
    proved_at: datetime | None = None

    @property
    def person(self) -> str:
        """The name in seals."""
        return self.keys.person

    @property
    def account(self) -> int | None:
        """The number of a member's account; None for an asker."""
        return self.member.account_id if self.member else None


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
class Enclosed:
    """The law that goes with an answer: keys of works with the passage meant or none, in their order.

    ``language`` is the one to quote in where there are texts in it, ``on`` the day as of which law stands.
    """

    picks: Sequence[tuple[str, str]] = field(repr=False)
    language: str
    on: date

    def parts(self) -> dict[str, str]:
        """As a record holds it; nothing where nothing was picked."""
        if not self.picks:
            return {}
        picks = json.dumps([list(pick) for pick in self.picks])
        return {"picks": picks, "language": self.language, "law_on": self.on.isoformat()}

    @classmethod
    def of(cls, parts: Mapping[str, str]) -> Self | None:
        """What a record encloses, if anything."""
        if "picks" not in parts:
            return None
        picks = [(key, eid) for key, eid in json.loads(parts["picks"])]
        return cls(picks, parts["language"], date.fromisoformat(parts["law_on"]))


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
    account: int | None = None  # of the member who wrote it

    def is_by(self, one: "Entry | Holder") -> bool:
        """Whether it is the same human's: who makes keys anew is no second person."""
        is_same = self.account is not None and self.account == one.account
        return is_same or self.person == one.person

    @property
    def enclosed(self) -> Enclosed | None:
        """The law that goes with an answer."""
        return Enclosed.of(self.parts)

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
