"""PDF: laws, judgments and reports as they were printed.

A PDF says where each character stands and nothing of paragraphs, columns or headings. Those are
read from the page as a reader reads them. What belongs to the paper and not to the text (running
heads, page numbers, the hyphen of a word cut in two) is taken out, and what was taken out is told.
A PDF that another program has made Markdown of, page by page, is read the same way.
"""

from manumit.formats.pdf.reading import read, sniff
from manumit.formats.types import Format

FORMAT = Format(
    name="pdf",
    description="Laws, judgments, reports as PDF (scans with Tesseract) or Markdown made of one",
    extensions=(".pdf", ".md"),
    reader=read,
    sniff=sniff,
    keeps=("structure", "headings", "tables", "footnotes", "page anchors"),
)
