"""A PDF as printed pages: everything that PDFium is needed for."""

from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from manumit.formats.pdf.glyphs import read_glyphs
from manumit.formats.pdf.layout import PrintedPage, printed_page
from manumit.formats.pdf.opening import open_pdf
from manumit.formats.pdf.scans import ScanReader, refuse_too_many
from manumit.formats.types import UnreadableDocument

_MOST_CHARACTERS = 10_000_000
_NOT_SHOWN = frozenset({raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP})


@dataclass(frozen=True, slots=True)
class Print:
    """The pages of a PDF, the title it declares, and which pages we read from pictures.

    ``pictures`` are the numbers of pages without text, read or not.
    """

    pages: list[PrintedPage]
    title: str
    pictures: tuple[int, ...]
    read_by_us: bool


def print_of(data: bytes, tesseract: str | None, at_it: Callable[[], None]) -> Print:
    """The pages of a PDF; ``at_it`` is called after each. Raises UnreadableDocument."""
    document = open_pdf(data)
    try:
        return _print(document, tesseract, at_it)
    except MemoryError as error:
        raise UnreadableDocument("the PDF needs more memory than any document does") from error
    finally:
        document.close()


def _print(document: pdfium.PdfDocument, tesseract: str | None, at_it: Callable[[], None]) -> Print:
    pages = _pages(document, at_it)
    pictures = tuple(page.number for page in pages if not page.characters and page.pictured)
    reader = ScanReader(tesseract) if tesseract and pictures else None
    if len(pictures) == len(pages) and reader is None:
        raise UnreadableDocument(
            "the PDF is pictures of pages without text: install Tesseract to have them read by "
            "machine, or bring it with text"
        )
    if reader:
        refuse_too_many(len(pictures))
        for number in pictures:
            pages[number - 1] = printed_page(reader.read(document[number - 1], number))
            at_it()
    title = str(document.get_metadata_dict().get("Title") or "")
    return Print(pages, title, pictures, read_by_us=reader is not None)


def _pages(document: pdfium.PdfDocument, at_it: Callable[[], None]) -> list[PrintedPage]:
    pages: list[PrintedPage] = []
    characters = 0
    for index in range(len(document)):
        pages.append(_page(document, index))
        characters += pages[-1].characters
        if characters > _MOST_CHARACTERS:
            raise UnreadableDocument("the PDF has more text than a document can have")
        at_it()
    return pages


def _page(document: pdfium.PdfDocument, index: int) -> PrintedPage:
    try:
        if _is_written_on(document, index):
            _flatten(document, index)
        page = document[index]
        try:
            return printed_page(read_glyphs(page, index + 1))
        finally:
            page.close()
    except pdfium.PdfiumError as error:
        raise UnreadableDocument(f"page {index + 1} of the PDF is broken") from error


def _is_written_on(document: pdfium.PdfDocument, index: int) -> bool:
    """Whether fields, stamps or comments lie over the page, which are no part of its text."""
    page = document[index]
    try:
        return any(
            _subtype(page, number) not in _NOT_SHOWN
            for number in range(raw.FPDFPage_GetAnnotCount(page.raw))
        )
    finally:
        page.close()


def _subtype(page: pdfium.PdfPage, number: int) -> int:
    annotation = raw.FPDFPage_GetAnnot(page.raw, number)
    try:
        return int(raw.FPDFAnnot_GetSubtype(annotation))
    finally:
        raw.FPDFPage_CloseAnnot(annotation)


def _flatten(document: pdfium.PdfDocument, index: int) -> None:
    """Make what lies over a page part of it, as it is shown."""
    page = document[index]
    try:
        raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
    finally:
        page.close()
