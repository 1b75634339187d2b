"""The file of an EPUB 3: its pages, the list of them and the way through, in one ZIP."""

import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from manumit.cli.edition.chapters import XHTML

_THEN = (1980, 1, 1, 0, 0, 0)  # every entry: the same book is the same bytes
_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>\
<rootfile full-path="OEBPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
"""
_STYLE = """body { line-height: 1.5; margin: 0 1em; } h1 { font-size: 1.5em; } h2 { font-size: 1.2em; }
table { border-collapse: collapse; width: 100%; } td, th { border-bottom: 1px solid; padding: 0.3em; text-align: left; vertical-align: top; }
.soft, .small, .eyebrow, .pins { font-size: 0.9em; } .note, .stale { border-left: 3px solid; padding-left: 0.8em; }
.hidden { display: none; } li { margin-bottom: 0.4em; }
"""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of the book; ``group`` is the part of the book that it stands in, empty for none."""

    name: str
    title: str
    language: str
    group: str
    parts: Sequence[etree._Element]


@dataclass(frozen=True, slots=True)
class Book:
    """What a book is called, in which language it speaks of its works, and its pages in order."""

    identifier: str
    title: str
    language: str
    day: date
    source: str
    chapters: Sequence[Chapter]


def write_epub(path: Path, book: Book) -> None:
    """Write the book; a book that is there stays until the new one is whole."""
    fresh = path.with_name(f"{path.name}.part")
    with zipfile.ZipFile(fresh, "w") as out:
        _put(out, "mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
        _put(out, "META-INF/container.xml", _CONTAINER.encode())
        _put(out, "OEBPS/package.opf", _package(book).encode())
        _put(out, "OEBPS/nav.xhtml", _navigation(book).encode())
        _put(out, "OEBPS/style.css", _STYLE.encode())
        for chapter in book.chapters:
            _put(out, f"OEBPS/{chapter.name}", _page(chapter, book.language).encode())
    fresh.replace(path)


def _put(out: zipfile.ZipFile, name: str, content: bytes, how: int = zipfile.ZIP_DEFLATED) -> None:
    entry = zipfile.ZipInfo(name, _THEN)
    entry.compress_type = how
    entry.external_attr = 0o644 << 16
    out.writestr(entry, content)


def _package(book: Book) -> str:
    items = "".join(
        f'<item id="p{number}" href="{chapter.name}" media-type="application/xhtml+xml"/>'
        for number, chapter in enumerate(book.chapters)
    )
    order = "".join(f'<itemref idref="p{number}"/>' for number in range(1, len(book.chapters)))
    source = f"<dc:source>{escape(book.source)}</dc:source>" if book.source else ""
    languages = dict.fromkeys([book.language, *(chapter.language for chapter in book.chapters)])
    told = "".join(f"<dc:language>{escape(code)}</dc:language>" for code in languages)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{escape(book.language)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:{uuid5(NAMESPACE_URL, book.identifier)}</dc:identifier>
<dc:title>{escape(book.title)}</dc:title>{told}{source}
<dc:date>{book.day.isoformat()}</dc:date><dc:publisher>Manumit</dc:publisher><dc:rights>CC BY 4.0</dc:rights>
<meta property="dcterms:modified">{book.day.isoformat()}T00:00:00Z</meta>
</metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>\
<item id="style" href="style.css" media-type="text/css"/>{items}</manifest>
<spine><itemref idref="p0"/><itemref idref="nav"/>{order}</spine>
</package>
"""


def _navigation(book: Book) -> str:
    title, *chapters = book.chapters
    groups = dict.fromkeys(chapter.group for chapter in chapters)
    lines = [f'<li><a href="{title.name}">{escape(title.title)}</a></li>']
    for group in groups:
        inside = _listed(chapter for chapter in chapters if chapter.group == group)
        lines.append(f"<li><span>{escape(group)}</span><ol>{inside}</ol></li>" if group else inside)
    body = f'<nav epub:type="toc" id="toc"><h1>{escape(book.title)}</h1><ol>{"".join(lines)}</ol></nav>'
    return _whole(book.title, book.language, body)


def _listed(chapters: Iterable[Chapter]) -> str:
    return "".join(
        f'<li lang="{escape(one.language)}" xml:lang="{escape(one.language)}">'
        f'<a href="{one.name}">{escape(one.title)}</a></li>'
        for one in chapters
    )


def _page(chapter: Chapter, language: str) -> str:
    body = "".join(
        etree.tostring(part, encoding="unicode", with_tail=False) for part in chapter.parts
    )
    return _whole(chapter.title, language, body)


def _whole(title: str, language: str, body: str) -> str:
    code = escape(language)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="{XHTML}" xmlns:epub="http://www.idpf.org/2007/ops" lang="{code}" xml:lang="{code}">
<head><title>{escape(title)}</title><link rel="stylesheet" href="style.css" type="text/css"/></head>
<body>{body}</body>
</html>
"""
