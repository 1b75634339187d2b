"""What this room hands to others."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from manumit.contributions.models import (
    Anonymous,
    Attachment,
    Contribution,
    Message,
    Rights,
    Stands,
    What,
)
from manumit.contributions.personal import Detail

__all__ = [
    "Anonymous",
    "Attachment",
    "Concern",
    "Contribution",
    "Detail",
    "Looked",
    "Match",
    "Message",
    "Proposal",
    "Rights",
    "Said",
    "Stands",
    "What",
]


@dataclass(frozen=True, slots=True)
class Said:
    """What a form brings, beside the file. ``address`` is a web address or empty."""

    what: str = What.CASE
    about: str = ""
    citation: str = ""
    address: str = ""
    text: str = ""
    rights: str = Rights.UNKNOWN
    anonymous: str = Anonymous.UNKNOWN
    email: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A work that is here already and why it may be what was forwarded."""

    work: Any
    why: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What a first look at a contribution found.

    ``matches`` are works that readers may see, or for reviewers all; ``details`` may tell who a
    person is: in the words of the form, then ``in_file`` in the words of the file. ``unread`` says why
    the file could not be read as text, empty where it could.
    """

    matches: Sequence[Match] = ()
    details: Sequence[Detail] = ()
    in_file: Sequence[Detail] = ()
    unread: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A record as it is proposed to a reviewer, or as the reviewer left it.

    ``kind`` is ``judgment`` or ``publication``; days are ISO dates, empty where unknown; ``topics``
    are codes.
    """

    kind: str
    key: str = ""
    title: str = ""
    language: str = "en"
    forum: str = ""
    decided_on: str = ""
    neutral_citation: str = ""
    docket_nos: Sequence[str] = ()
    publisher: str = ""
    published_on: str = ""
    address: str = ""
    topics: Sequence[str] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Concern:
    """What may tell who a person of an anonymous judgment is: where, what, and the words around it."""

    place: str
    detail: Detail
    around: str
