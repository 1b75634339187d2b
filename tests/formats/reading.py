"""What several tests of formats need: reading files, and their text without any markup."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

from manumit import formats
from tests.paths import SAMPLES, shared_files

SAMPLE_FILES = sorted((SAMPLES / "formats").glob("*/*"))
REAL_FILES = {
    "hklm": shared_files("data/hk/hklm", "*.xml"),
    "treaty": shared_files("data/treaties/texts", "*.md"),
    "hudoc": shared_files("data/echr/hudoc-json", "*.json"),
}


def every_file() -> Iterator[tuple[str, Path]]:
    """Each sample and each real file with the name of its format."""
    for path in SAMPLE_FILES:
        yield path.parent.name, path
    for name, paths in REAL_FILES.items():
        for path in paths:
            yield name, path


def read(name: str, path: Path) -> formats.ParsedDocument:
    """The one document in a file."""
    (document,) = formats.format_named(name).read(path.read_bytes(), path.name)
    return document


def sample(name: str, filename: str) -> formats.ParsedDocument:
    """The document in one of our own samples."""
    return read(name, SAMPLES / "formats" / name / filename)


def unit(document: formats.ParsedDocument, eid: str) -> formats.Unit:
    """The unit of that eid."""
    return next(one for one in document.units if one.eid == eid)


def without_tags(markup: str) -> str:
    """The text of HTML."""
    return html.unescape(re.sub(r"<[^<>]*>", "", markup))


def squeezed(text: str) -> str:
    """Text without any white space: what a reader sees, however it is laid out."""
    return re.sub(r"[\s\ufeff]+", "", text)


def visible(document: formats.ParsedDocument) -> str:
    """All a reader sees of a document's units, in order and squeezed."""
    pieces = (one.number + one.heading + without_tags(one.html) for one in document.units)
    return squeezed("".join(pieces))


def addresses(document: formats.ParsedDocument) -> list[str]:
    """Every eid of a document: of its units and within their HTML."""
    inside = re.findall(r' id="([^"]*)"', "".join(one.html for one in document.units))
    return [one.eid for one in document.units] + inside
