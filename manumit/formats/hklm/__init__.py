"""Hong Kong Legislation Model: the XML in which Hong Kong publishes its laws.

Published by the Department of Justice on Hong Kong e-Legislation and data.gov.hk, one file a
chapter and language; both languages are authentic.
"""

from manumit.formats.hklm.reading import read, sniff
from manumit.formats.types import Format

FORMAT = Format(
    name="hklm",
    description="Hong Kong legislation in the official XML of e-Legislation",
    extensions=(".xml",),
    reader=read,
    sniff=sniff,
    keeps=("structure", "headings", "tables"),
)
