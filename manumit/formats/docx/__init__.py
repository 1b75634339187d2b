"""Court judgments as Word documents, with the numbers that Word itself makes and shows.

Office Open XML (ECMA-376), transitional and strict. Libraries for Word files (mammoth,
python-docx) do not compute the automatic numbers of paragraphs, and without them no judgment can
be cited; so the parts are read here, from ``numbering.xml`` on.
"""

from manumit.formats.docx.reading import read, sniff
from manumit.formats.types import Format

FORMAT = Format(
    name="docx",
    description="Court judgments as Word documents, with their automatic numbering",
    extensions=(".docx", ".docm"),
    reader=read,
    sniff=sniff,
    keeps=("structure", "headings", "tables", "footnotes", "words for pictures"),
)
