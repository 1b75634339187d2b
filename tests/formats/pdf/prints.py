"""What several tests of prints need: a PDF read, refused, accounted for, or made of a few lines."""

import re

import pypdfium2 as pdfium
import pytest

from manumit import formats
from manumit.formats.pdf.glyphs import read_glyphs
from manumit.formats.pdf.layout import Layout, lay_out, printed_page
from tests.formats.reading import squeezed, visible
from tests.formats.typeset import Page


def parse(data: bytes) -> formats.ParsedDocument:
    """What is read of a print."""
    (document,) = formats.format_named("pdf").read(data, "print.pdf")
    return document


def refusal(data: bytes) -> str:
    """Why a print is not read."""
    with pytest.raises(formats.UnreadableDocument) as refused:
        formats.format_named("pdf").read(data, "print.pdf")
    return str(refused.value)


def removed_from(layout: Layout) -> str:
    """What was taken out of a print, as signs."""
    return "".join(squeezed(one.text) for one in layout.removed) + "-" * len(layout.cut)


def layout_of(data: bytes) -> Layout:
    """How a print is laid out."""
    document = pdfium.PdfDocument(data)
    pages = (read_glyphs(page, number) for number, page in enumerate(document, start=1))
    return lay_out([printed_page(page) for page in pages])


def accounted_for(data: bytes) -> str:
    """What is shown and what was taken out, as signs."""
    return visible(parse(data)) + removed_from(layout_of(data))


def pages_of(markup: str) -> list[str]:
    """The pages of a print that a passage says it stands on."""
    return re.findall(r'<span class="page" title="(\d+)"></span>', markup)


def lines(*texts: str, pages: int = 1, **page: float) -> list[Page]:
    """Pages with the same few lines on each."""
    made = []
    for _ in range(pages):
        made.append(Page(**page))
        for at, text in enumerate(texts):
            made[-1].put(72, 700 - 14 * at, text)
    return made
