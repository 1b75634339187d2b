"""Reading what was forwarded. Nothing here changes anything."""

from typing import Any

from django.utils.translation import gettext as _

from manumit.contributions.errors import NoSuchReceipt
from manumit.contributions.models import (
    WAITING,
    Attachment,
    Clearance,
    Contribution,
    Message,
    Stands,
)
from manumit.contributions.personal import personal_details
from manumit.contributions.proposing import propose
from manumit.contributions.reading import REVIEWER, VISITOR, read_attachment
from manumit.contributions.receipts import hash_of
from manumit.contributions.recognising import matches
from manumit.contributions.reidentifying import Concerns, concerns_of
from manumit.contributions.types import Looked, Proposal
from manumit.library import selectors as library

__all__ = [
    "Concerns",
    "attachment_of",
    "by_receipt",
    "clearance_of",
    "concerns_of",
    "contribution",
    "decided",
    "is_published",
    "look",
    "messages_of",
    "proposal_for",
    "same_file",
    "waiting",
    "work_about",
]


def by_receipt(receipt: str) -> Contribution:
    """What is followed by this receipt. Raises NoSuchReceipt."""
    found: Contribution | None = Contribution.objects.filter(receipt=hash_of(receipt)).first()
    if found is None:
        raise NoSuchReceipt(_("Nothing is followed by this receipt."))
    return found


def waiting() -> Any:
    """What waits for a reviewer or for an answer, requests to take down first, then the oldest."""
    rows = Contribution.objects.filter(stands__in=WAITING)
    return sorted(rows, key=lambda one: (one.what != "takedown", one.received_at))


def decided(limit: int) -> Any:
    """What was decided on or taken back, the newest first."""
    rows = Contribution.objects.exclude(stands__in=(*WAITING, Stands.BEGUN))
    return rows.order_by("-decided_at", "-pk")[:limit]


def contribution(pk: int) -> Contribution:
    """One contribution that was sent. Raises NoSuchReceipt."""
    found: Contribution | None = (
        Contribution.objects.exclude(stands=Stands.BEGUN).filter(pk=pk).first()
    )
    if found is None:
        raise NoSuchReceipt(_("There is no such contribution."))
    return found


def attachment_of(one: Contribution) -> Attachment | None:
    """Its file, cleaned."""
    found: Attachment | None = Attachment.objects.filter(contribution=one).first()
    return found


def messages_of(one: Contribution) -> list[Message]:
    """Questions and answers, the oldest first."""
    return list(Message.objects.filter(contribution=one))


def look(one: Contribution, *, drafts: bool) -> Looked:
    """What is here already and what may tell who a person is; ``drafts`` for reviewers only."""
    reading = read_attachment(attachment_of(one), seconds=REVIEWER if drafts else VISITOR)
    return Looked(
        matches=matches(one, reading, drafts=drafts),
        details=personal_details("\n".join((one.citation, one.text))),
        in_file=reading.details,
        unread=reading.unread,
    )


def proposal_for(one: Contribution) -> Proposal:
    """The record that might be made of it, from its file and its words."""
    return propose(one, read_attachment(attachment_of(one), seconds=REVIEWER))


def is_published(one: Contribution) -> bool:
    """Whether readers can see what it became."""
    return bool(one.key and library.works_with_keys([one.key]))


def same_file(one: Contribution) -> list[Contribution]:
    """Others that brought the very same file."""
    file = attachment_of(one)
    if file is None:
        return []
    same = Contribution.objects.filter(attachment__fingerprint=file.fingerprint)
    return list(same.exclude(pk=one.pk).exclude(stands=Stands.BEGUN))


def work_about(one: Contribution) -> Any:
    """The work from whose page, or the page of whose passage, it was forwarded; None for none."""
    address = one.about.partition("?")[0].strip("/")
    for key in (address, address.rpartition("/")[0]):
        if key and library.is_held(key):
            return library.any_work(key)
    return None


def clearance_of(key: str, concerns: Concerns) -> Clearance | None:
    """Who answers for publishing a work with exactly these; None where nobody does."""
    rows = Clearance.objects.filter(key=key, digest=concerns.digest)
    found: Clearance | None = rows.order_by("-at").first()
    return found
