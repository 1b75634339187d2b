"""Citations in running text: found, understood, pinned. Knows no database.

``recognise`` reads a text and gives every citation in it with exact character offsets;
``place_named`` reads a provision that somebody typed. What is
known to the Centre comes in as a ``Register`` of works; how each court is cited stands in
``manumit.reference``; how provisions are written in each language, in ``provisions/``.
"""

from manumit.citations.asking import asked_for
from manumit.citations.known import KnownWork, names_of, numbers_of
from manumit.citations.placing import place_named
from manumit.citations.recognising import recognise
from manumit.citations.register import Register
from manumit.citations.types import Citation, Context

__all__ = [
    "Citation",
    "Context",
    "KnownWork",
    "Register",
    "asked_for",
    "names_of",
    "numbers_of",
    "place_named",
    "recognise",
]
