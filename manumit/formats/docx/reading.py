"""Reading one judgment from a Word document."""

from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from manumit.formats.docx.book import Book
from manumit.formats.docx.front import Front, read_front, released_on
from manumit.formats.docx.notes import notes_on
from manumit.formats.docx.package import Package
from manumit.formats.docx.story import Story
from manumit.formats.docx.types import Block, Line
from manumit.formats.docx.units import UnitReader
from manumit.formats.docx.xml import W, attribute, child, switched
from manumit.formats.languages import language_of
from manumit.formats.types import JudgmentFacts, ParsedDocument, UnreadableDocument

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_UNKNOWN_LANGUAGE = "und"


def sniff(start: bytes) -> bool:
    """Whether the beginning of a file is that of a zip with a Word document in it."""
    return start.startswith(b"PK\x03\x04") and b"word/" in start


def read(data: bytes, filename: str) -> list[ParsedDocument]:
    """Read one judgment. Raises UnreadableDocument."""
    package = Package(data)
    body = child(package.document(), "body")
    if body is None:
        raise UnreadableDocument("the Word document has no body")
    book = Book(package)
    blocks = [*_first_header(package, book, body), *Story(book).blocks(body)]
    if not blocks:
        raise UnreadableDocument("the Word document has no text")
    reader = UnitReader()
    reader.read(blocks)
    front = read_front(reader.front)
    if front.decided_on is None:
        front = replace(front, decided_on=released_on(blocks))
    cite = front.neutral.cite if front.neutral else ""
    document = ParsedDocument(
        kind="judgment",
        key=(front.neutral.key or None) if front.neutral else None,
        title=front.title or cite,
        language=_language(blocks),
        authority="unofficial",
        facts=_facts(front),
        units=tuple(reader.units),
        number=cite,
        notes=tuple(notes_on(front, reader, book, package)),
        kind_guessed=front.neutral is None,
    )
    return [document]


def _first_header(package: Package, book: Book, body: etree._Element) -> list[Block]:
    """What stands over the first page: often the citation and nowhere else."""
    section = next(body.iter(f"{W}sectPr"), None)
    if section is None:
        return []
    has_own = switched(child(section, "titlePg"))
    wanted = "first" if has_own else "default"
    for one in section.iterfind(f"{W}headerReference"):
        if attribute(one, "type") == wanted:
            header = package.named(one.get(_ID) or "")
            return Story(book).blocks(header) if header is not None else []
    return []


def _language(blocks: Sequence[Block]) -> str:
    lines = (one.text for one in blocks if isinstance(one, Line))
    return language_of("\n".join(lines)) or _UNKNOWN_LANGUAGE


def _facts(front: Front) -> JudgmentFacts:
    return JudgmentFacts(
        forum=front.neutral.forum if front.neutral else "",
        decided_on=front.decided_on,
        decision_type="judgment",
        panel=front.judges,
        court=front.court,
        neutral_citation=front.neutral.cite if front.neutral else "",
        docket_nos=front.docket_nos,
        parties=front.parties,
    )
