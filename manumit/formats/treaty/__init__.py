"""Treaty texts as plain text with Markdown headings, or as JSON in two languages.

The shape in which several collections keep treaties: ``###`` before ``Article 3`` and
``CHAPTER II``, the article's title as a heading under it, paragraphs numbered in the line. A
Dutch translation may follow the English text; only the English is read. JSON has one entry an article,
in English and in Traditional Chinese: each becomes a text.
"""

from manumit.formats.treaty.reading import read, sniff
from manumit.formats.types import Format

FORMAT = Format(
    name="treaty",
    description="Treaty texts in English as Markdown, or by article in English and Chinese as JSON",
    extensions=(".md", ".txt", ".json"),
    reader=read,
    sniff=sniff,
    keeps=("structure", "headings"),
)
