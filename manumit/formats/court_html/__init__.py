"""Pages of courts: judgments in HTML, of this year's layout or of thirty years ago.

Pages are as different as courts. What nearly all have: something that says what the page is
(fields of a cover sheet, a title), numbered paragraphs, headings, quotations, notes. A page that
has none of it is kept all the same, passage by passage.
"""

from manumit.formats.court_html.reading import read, sniff
from manumit.formats.types import Format

FORMAT = Format(
    name="court-html",
    description="Judgments as web pages of courts, old and new",
    extensions=(".html", ".htm"),
    reader=read,
    sniff=sniff,
    keeps=("structure", "headings", "tables", "footnotes", "words for pictures"),
)
