"""Hong Kong legislation as the Hong Kong Legal Information Institute (HKLII) shows it.

One JSON object a chapter: its sections and schedules, each with the HTML of HKLII's English and
Chinese page beside each other, or the same sections with notes on the cases about them. One file
gives two texts. The pages are the words of the law; the parts the sections are sorted into, and
the notes, are the words of whoever made the file.
"""

from manumit.formats.hklii.reading import read, sniff
from manumit.formats.types import Format

FORMAT = Format(
    name="hklii",
    description="Hong Kong legislation by section in English and Chinese, from HKLII's pages",
    extensions=(".json",),
    reader=read,
    sniff=sniff,
    keeps=("structure", "headings", "tables"),
)
