"""HUDOC documents as JSON: judgments and decisions of the European Court of Human Rights.

One object a document, with its metadata and the text of the page it is shown on; the text is
one long line in which only no-break spaces tell a paragraph's number from a number.
"""

from manumit.formats.hudoc.reading import read, sniff
from manumit.formats.types import Format

FORMAT = Format(
    name="hudoc",
    description="Judgments and decisions of the European Court of Human Rights, HUDOC JSON",
    extensions=(".json",),
    reader=read,
    sniff=sniff,
    keeps=("structure", "headings", "footnotes"),
)
