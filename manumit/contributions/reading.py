"""The words of a file that was forwarded, as far as a program reads them."""

from dataclasses import dataclass

from manumit.base.markup import plain_text, sanitise
from manumit.contributions.models import Attachment
from manumit.formats import ParsedDocument, UnreadableDocument, read_any

_LONGEST = 400_000  # characters looked at: a very long judgment


@dataclass(frozen=True, slots=True)
class Reading:
    """The document of a file and its words; ``unread`` says why there is none."""

    document: ParsedDocument | None = None
    format: str = ""
    text: str = ""
    unread: str = ""


def read_attachment(attachment: Attachment | None) -> Reading:
    """What stands in the file. A picture is for human eyes."""
    if attachment is None:
        return Reading()
    if attachment.kind == "txt":
        return Reading(text=attachment.data.decode()[:_LONGEST])
    if attachment.kind not in ("pdf", "docx"):
        return Reading(unread="a picture, which no program read")
    try:
        form, documents = read_any(attachment.data, str(attachment))
    except UnreadableDocument as error:
        return Reading(unread=str(error))
    first = documents[0]
    return Reading(first, form.name, _words(first))


def _words(document: ParsedDocument) -> str:
    pieces = (
        f"{unit.heading}\n{plain_text(sanitise(unit.html))}".strip() for unit in document.units
    )
    return "\n\n".join([document.title, *pieces])[:_LONGEST]
