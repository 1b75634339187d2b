"""Reading one PDF."""

from dataclasses import replace

from manumit.formats.languages import language_of
from manumit.formats.pdf.apart import read_print
from manumit.formats.pdf.kinds import (
    CaseFacts,
    case_facts,
    long_title_of,
    short_title_of,
    title_of,
)
from manumit.formats.pdf.laws import LawReader, is_law
from manumit.formats.pdf.layout import Layout, lay_out
from manumit.formats.pdf.markdown import looks_like_a_print, print_of_markdown
from manumit.formats.pdf.opening import looks_like_pdf
from manumit.formats.pdf.passages import PassageReader
from manumit.formats.pdf.printing import Print
from manumit.formats.pdf.reporting import PrintFacts, report
from manumit.formats.pdf.scans import find_tesseract
from manumit.formats.types import (
    JudgmentFacts,
    LegislationFacts,
    ParsedDocument,
    PublicationFacts,
    UnreadableDocument,
)

_SECOND_HAND = "The file is Markdown that another program made of the print; hold it against that."


def sniff(start: bytes) -> bool:
    """Whether the beginning of a file is that of a PDF, or of Markdown made of one."""
    return looks_like_pdf(start) or looks_like_a_print(start)


def read(data: bytes, filename: str) -> list[ParsedDocument]:
    """Read one PDF, or one that was turned into Markdown. Raises UnreadableDocument."""
    if not looks_like_pdf(data) and looks_like_a_print(data):
        document = _read(print_of_markdown(data))
        return [replace(document, notes=(_SECOND_HAND, *document.notes))]
    return [_read(read_print(data, find_tesseract()))]


def _read(found: Print) -> ParsedDocument:
    layout = lay_out(found.pages)
    if not layout.paragraphs and not layout.notes:
        raise UnreadableDocument("the PDF has no text on its pages")
    return _document(layout, PrintFacts.of(found), found.title)


def _document(layout: Layout, facts: PrintFacts, metadata_title: str) -> ParsedDocument:
    words = " ".join(one.text for one in layout.paragraphs)
    language = language_of(words)
    notes = report(layout, facts, language_known=bool(language))
    if is_law(layout):
        return _law(layout, metadata_title, language or "en", notes)
    return _other(layout, metadata_title, language or "en", notes)


def _law(layout: Layout, declared: str, language: str, notes: list[str]) -> ParsedDocument:
    long_title = long_title_of(layout)
    reader = LawReader(layout)
    units = reader.read()
    return ParsedDocument(
        kind="legislation",
        key=None,
        title=short_title_of(layout) or long_title or title_of(layout, declared, CaseFacts()),
        language=language,
        authority="unofficial",
        facts=LegislationFacts(long_title=long_title),
        units=tuple(units),
        notes=(*notes, *_missing("sections", reader.missing)),
        kind_guessed=True,
    )


def _other(layout: Layout, metadata_title: str, language: str, notes: list[str]) -> ParsedDocument:
    case = case_facts(layout)
    reader = PassageReader(layout)
    units = reader.read(layout, is_judgment=case.is_judgment)
    if not reader.numbered:
        notes = [*notes, "No numbered paragraphs were found; it is read passage by passage."]
    if case.is_judgment and case.decided_on is None:
        notes = [*notes, "It does not say on which day it was decided where that was looked for."]
    return ParsedDocument(
        kind="judgment" if case.is_judgment else "publication",
        key=(case.neutral.key if case.neutral else "") or None,
        title=title_of(layout, metadata_title, case),
        language=language,
        authority="unofficial",
        facts=_judgment(case) if case.is_judgment else PublicationFacts(),
        units=tuple(units),
        number=case.neutral.cite if case.neutral else "",
        notes=(*notes, *_missing("paragraphs", reader.missing)),
        kind_guessed=case.neutral is None,
    )


def _judgment(case: CaseFacts) -> JudgmentFacts:
    return JudgmentFacts(
        forum=case.neutral.forum if case.neutral else "",
        decided_on=case.decided_on,
        decision_type="judgment",
        court=case.court,
        neutral_citation=case.neutral.cite if case.neutral else "",
    )


def _missing(what: str, numbers: list[int]) -> list[str]:
    if not numbers:
        return []
    return [f"Missing in the numbering of {what}: {', '.join(map(str, numbers))}."]
