"""How a second person decides on what somebody proposed."""

from datetime import datetime
from typing import Any, TypeVar

from django.db.models import QuerySet

from manumit.vocab.errors import NotDecided
from manumit.vocab.models import Proposal

_P = TypeVar("_P", bound=Proposal)


def decided(rows: QuerySet[_P], *, pk: int, accept: bool, answer: str, by: Any, at: datetime) -> _P:
    """The proposal, locked, with what was decided, still to be saved.

    Raises NotDecided where it waits no more, where one's own is accepted or declined, or where a
    declined one is not answered.
    """
    proposal = rows.select_for_update().filter(pk=pk, stands=Proposal.Stands.WAITING).first()
    if proposal is None:
        raise NotDecided("Somebody has decided on it already.")
    if proposal.by_id == by.pk:
        raise NotDecided("Somebody else has to look at what you proposed.")
    answer = " ".join(answer.split())
    if not accept and not answer:
        raise NotDecided("Say why it is declined.")
    proposal.stands = Proposal.Stands.ACCEPTED if accept else Proposal.Stands.DECLINED
    proposal.decided_by, proposal.decided_at, proposal.answer = by, at, answer
    return proposal
