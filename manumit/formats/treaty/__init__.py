"""Treaty texts as plain text with Markdown headings.

The shape in which several collections keep treaties: ``###`` before ``Article 3`` and
``CHAPTER II``, the article's title as a heading under it, paragraphs numbered in the line. A
Dutch translation may follow the English text; only the English is read.
"""

from manumit.formats.treaty.reading import read, sniff
from manumit.formats.types import Format

FORMAT = Format(
    name="treaty",
    description="Treaty texts in English as Markdown, a Dutch translation after them left out",
    extensions=(".md", ".txt"),
    reader=read,
    sniff=sniff,
)
