"""Status tables and pages of statements of the United Nations Treaty Collection.

What they give is no text: who signed, ratified, acceded on which day, and what was said with it. A
table is CSV with a column ``Participant``; a page of statements has ``#`` and a participant's name
above each. Which treaty it is about stands in the file's name alone (``18-12-a.csv``).
"""

from manumit.formats.types import Format
from manumit.formats.untc.reading import read, sniff

FORMAT = Format(
    name="untc",
    description="Status tables and statements of the UN Treaty Collection, as treaty events",
    extensions=(".csv", ".txt"),
    reader=read,
    sniff=sniff,
    keeps=("acts of states",),
)
