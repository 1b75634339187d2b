"""The words of a file that was forwarded, as far as a program reads them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _
from pydantic import TypeAdapter, ValidationError

from manumit.contributions.apart import Crowded, GaveUp, answer_of
from manumit.contributions.models import Attachment
from manumit.contributions.personal import Detail
from manumit.formats import (
    InstrumentFacts,
    JudgmentFacts,
    LegislationFacts,
    ParsedDocument,
    PublicationFacts,
)

# Seconds: a visitor's page waits for it, and so do others; a reviewer can wait.
VISITOR, REVIEWER = 15, 180
_WORKER = "manumit.contributions.reading_worker"
_MOST = 64 * 2**20  # characters of an answer: no document is so long
_DOCUMENT: TypeAdapter[ParsedDocument] = TypeAdapter(ParsedDocument)
_FACTS: dict[str, TypeAdapter[Any]] = {
    one.__name__: TypeAdapter(one)
    for one in (InstrumentFacts, JudgmentFacts, LegislationFacts, PublicationFacts)
}


@dataclass(frozen=True, slots=True)
class Reading:
    """The document of a file and its words, with what in them may tell who a person is.

    ``unread`` says why there is none; it may be worth another try.
    """

    document: ParsedDocument | None = None
    format: str = ""
    text: str = ""
    details: Sequence[Detail] = ()
    unread: str = ""
    is_worth_another_try: bool = False


def read_attachment(attachment: Attachment | None, *, seconds: int) -> Reading:
    """What stands in the file, within so many seconds. A picture is for human eyes.

    It is read in a process of its own: a file of a few kilobytes can take any program minutes.
    """
    if attachment is None:
        return Reading()
    if attachment.kind not in ("pdf", "docx", "txt"):
        return Reading(unread=_("a picture, which no program read"))
    data = bytes(attachment.data)
    try:
        said = answer_of(_WORKER, f"{attachment.kind} {seconds}", data, seconds=seconds)
    except GaveUp:
        return Reading(unread=_("it takes more time or memory than a document does"))
    except Crowded:
        return Reading(
            unread=_("other files are being read at this moment"), is_worth_another_try=True
        )
    return _understood(said)


def _understood(said: bytes) -> Reading:
    """Nothing but text and numbers is taken from that process: whoever took it over gains no more by it."""
    if len(said) > _MOST:
        return Reading(unread=_("it is longer than a document is"))
    try:
        told = json.loads(said)
        return Reading(unread=str(told["unread"])) if "unread" in told else _reading(told)
    except (ValidationError, ValueError, KeyError, TypeError):
        return Reading(unread=_("the program that read it failed"))


def _reading(told: dict[str, Any]) -> Reading:
    details = [Detail(*one) for one in told["details"]]
    if "document" not in told:
        return Reading(text=told["text"], details=details)
    document = _DOCUMENT.validate_python(told["document"])
    # Facts that say nothing look alike, whatever they are of.
    facts = _FACTS[told["facts"]].validate_python(told["document"]["facts"])
    return Reading(replace(document, facts=facts), told["format"], told["text"], details)
