"""The draft record of an accepted contribution."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from manumit.contributions.errors import NoProposal
from manumit.contributions.models import Anonymous, Contribution, Rights
from manumit.contributions.types import Proposal
from manumit.library.types import ANYWHERE
from manumit.records import ANY_RECORD, RecordFile, check_file
from manumit.reference import BadKey, parse_key

_NOBODY = "a practitioner"


def record_for(one: Contribution, proposal: Proposal, at: datetime) -> RecordFile:
    """The record, checked as any other. Raises NoProposal with what is wrong."""
    try:
        parse_key(proposal.key)
        record = ANY_RECORD.validate_python(_values(one, proposal, at.date()))
    except BadKey as error:
        raise NoProposal(str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        raise NoProposal(f"{'.'.join(map(str, first['loc'][1:]))}: {first['msg']}") from error
    file = RecordFile(proposal.key, record, "", Path(proposal.key), {})
    if problems := check_file(file, today=at.date() + ANYWHERE):
        raise NoProposal(f"{problems[0].field}: {problems[0].reason}".lstrip(": "))
    return file


def _values(one: Contribution, proposal: Proposal, today: date) -> dict[str, Any]:
    own = _of_judgment(one, proposal) if proposal.kind == "judgment" else _of_publication(proposal)
    return {
        "kind": proposal.kind,
        "title": proposal.title,
        "language": proposal.language,
        "status": "draft",
        "official_url": proposal.address or None,
        "topics": list(proposal.topics),
        "sources": [_source(one, proposal, today)],
        **own,
    }


def _of_judgment(one: Contribution, proposal: Proposal) -> dict[str, Any]:
    anonymity = {"editor_choice": True, "note": "asked for by who forwarded it"}
    return {
        "forum": proposal.forum,
        "decided_on": proposal.decided_on,
        "neutral_citation": proposal.neutral_citation,
        "docket_nos": list(proposal.docket_nos),
        "anonymity": anonymity if one.anonymous == Anonymous.YES else "none",
    }


def _of_publication(proposal: Proposal) -> dict[str, Any]:
    return {
        "publication_type": "report",
        "publisher": proposal.publisher,
        "published_on": proposal.published_on or None,
    }


def _source(one: Contribution, proposal: Proposal, today: date) -> dict[str, Any]:
    """Where it came from: credited if they wish, and by what right it may be shown."""
    rights = Rights(one.rights).label
    return {
        "publisher": f"forwarded by {one.credit.strip() or _NOBODY}",
        "url": proposal.address or None,
        "for": ["title", "dates", "text"],
        "on": today,
        "note": f"Rights, as forwarded: {rights}.",
    }
