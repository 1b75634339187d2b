"""The cellar where files become documents: bytes in, ``ParsedDocument`` out.

One module or package a format, found by discovery: whatever here exposes ``FORMAT``.
How to add one: ``docs/how-to/add-a-format.md``.
"""

import importlib
import pkgutil
from functools import cache

from manumit.formats.strangers import what_it_is
from manumit.formats.types import (
    MAX_BYTES,
    Authority,
    DocumentKind,
    Format,
    InstrumentFacts,
    JudgmentFacts,
    Kept,
    LegislationFacts,
    ParsedDocument,
    Participation,
    PublicationFacts,
    Unit,
    UnreadableDocument,
)

__all__ = [
    "MAX_BYTES",
    "Authority",
    "DocumentKind",
    "Format",
    "InstrumentFacts",
    "JudgmentFacts",
    "Kept",
    "LegislationFacts",
    "ParsedDocument",
    "Participation",
    "PublicationFacts",
    "Unit",
    "UnknownFormat",
    "UnreadableDocument",
    "format_named",
    "formats",
    "read_any",
    "recognise",
]

_SNIFFED_BYTES = 65_536


class UnknownFormat(LookupError):
    """No format has that name; the message lists those there are."""


@cache
def formats() -> tuple[Format, ...]:
    """Every format, sorted by name."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    found = (module.FORMAT for module in modules if hasattr(module, "FORMAT"))
    return tuple(sorted(found, key=lambda one: one.name))


def format_named(name: str) -> Format:
    """The format of that name. Raises UnknownFormat."""
    for one in formats():
        if one.name == name:
            return one
    known = ", ".join(one.name for one in formats())
    raise UnknownFormat(f"{name!r} is no format; there are {known}")


def recognise(data: bytes) -> Format | None:
    """The format the bytes look like, or None. Only their beginning is looked at."""
    start = data[:_SNIFFED_BYTES]
    return next((one for one in formats() if one.sniff(start)), None)


def read_any(data: bytes, filename: str) -> tuple[Format, list[ParsedDocument]]:
    """The format that the file looks like, and the documents in it.

    Raises UnreadableDocument; where no format fits, it says what the file is and what to do.
    """
    form = recognise(data)
    if form is None:
        raise UnreadableDocument(f"{filename}: {what_it_is(data)}")
    return form, form.read(data, filename)
