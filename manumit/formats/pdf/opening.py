"""Opening a PDF, or saying in one line why it cannot be."""

import pypdfium2 as pdfium
from pypdfium2 import raw

from manumit.formats.types import UnreadableDocument

_MARK = b"%PDF-"
_MARK_WITHIN = 1_024
_MOST_PAGES = 5_000
_REASONS = {
    raw.FPDF_ERR_PASSWORD: "the PDF is protected by a password: save it without one first",
    raw.FPDF_ERR_SECURITY: "the PDF is encrypted in a way that cannot be read",
    raw.FPDF_ERR_FORMAT: "the PDF is broken or cut off: it cannot be opened",
}


def looks_like_pdf(start: bytes) -> bool:
    """Whether the first kilobyte holds the mark that every PDF has."""
    return _MARK in start[:_MARK_WITHIN]


def open_pdf(data: bytes) -> pdfium.PdfDocument:
    """The document; whoever opens it closes it. Raises UnreadableDocument."""
    if not looks_like_pdf(data):
        raise UnreadableDocument("not a PDF")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        reason = _REASONS.get(getattr(error, "err_code", None), _REASONS[raw.FPDF_ERR_FORMAT])
        raise UnreadableDocument(reason) from error
    pages = len(document)
    if not 0 < pages <= _MOST_PAGES:
        document.close()
        what = "no pages" if pages < 1 else f"more than {_MOST_PAGES} pages"
        raise UnreadableDocument(f"the PDF has {what}")
    return document
