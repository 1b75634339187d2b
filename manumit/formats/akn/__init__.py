"""Akoma Ntoso: the XML standard for acts, bills and judgments, versions 3.0 and 2.0.

Laws.Africa, the Swiss Fedlex, the National Archives of the United Kingdom and others publish in
it. ``https://docs.oasis-open.org/legaldocml/akn-core/v1.0/`` is the standard.
"""

from manumit.formats.akn.reading import read, sniff
from manumit.formats.types import Format

FORMAT = Format(
    name="akn",
    description="Acts and judgments in Akoma Ntoso XML, 3.0 and 2.0",
    extensions=(".xml", ".akn"),
    reader=read,
    sniff=sniff,
    keeps=("structure", "headings", "tables", "footnotes", "words for pictures"),
)
