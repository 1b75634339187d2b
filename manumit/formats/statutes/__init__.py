"""Statutes as JSON, provision by provision, as several collections publish them.

They agree in little but the outline: an object with ``provisions``, each with ``section``, ``title``
and ``content``. What a publisher does in its own way is a small module in ``publishers/``.
"""

from manumit.formats.statutes.reading import read, sniff
from manumit.formats.types import Format

FORMAT = Format(
    name="statutes",
    description="Statutes as JSON by provision: Singapore, Thailand, the Philippines",
    extensions=(".json",),
    reader=read,
    sniff=sniff,
    keeps=("structure", "headings"),
)
