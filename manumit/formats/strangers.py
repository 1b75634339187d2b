"""What a file is that no format here reads, and what its owner can do about it.

Nothing is opened that the file packs: its first bytes and, of a zip, the names in it say enough.
"""

import json
import re
import zipfile
from io import BytesIO

_OLD_WORD = b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SOUND = "sound or film: bring a transcript of it as .docx or PDF"
_PICTURE = "a picture: put it into a PDF, whose pages Tesseract can read where it is installed"
_PACKED = "packed: unpack it and import what is in it"
# First bytes, and what they say.
_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"\xffWPC", "a WordPerfect document: save it as .docx or PDF"),
    (b"{\\rtf", "a Rich Text document: save it as .docx"),
    (b"SQLite format 3\0", "a database: export the documents in it as files"),
    (b"ID3", _SOUND),
    (b"\xff\xfb", _SOUND),
    (b"\xff\xf3", _SOUND),
    (b"RIFF", _SOUND),
    (b"OggS", _SOUND),
    (b"0&\xb2u\x8ef\xcf\x11", _SOUND),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"\x1f\x8b", _PACKED),
    (b"BZh", _PACKED),
    (b"\xfd7zXZ", _PACKED),
    (b"7z\xbc\xaf", _PACKED),
    (b"Rar!", _PACKED),
)
_ZIPPED = (
    ("xl/", "a spreadsheet: import it as a list of records (kind records)"),
    ("ppt/", "slides: save them as PDF"),
    ("word/", "a Word document that cannot be read: open it in Word and save it again as .docx"),
    ("content.xml", "an OpenDocument file: save it as .docx or PDF"),
    ("META-INF/container.xml", "an electronic book: save it as PDF"),
)
_MAIL = re.compile(
    rb"(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID): ", re.IGNORECASE
)
_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]{1,40}:)?([A-Za-z_][\w.-]{0,60})(?=[\s/>])", re.DOTALL)
_FEEDS = frozenset({"rss", "feed", "rdf", "channel"})
_OF_PAGES = frozenset({"html", "head", "body", "div", "p", "span", "table", "center", "font"})
_LOOKED_AT = 65_536
_LARGEST_JSON = 4 * 1024 * 1024
_QUOTED = re.compile(rb'"[^"]*"')
_ROWS_LOOKED_AT, _FEWEST_MARKS = 3, 2
_TABLE = "a table: import it as a list of records (kind records)"
_PAGE = (
    "a web page that is not marked as a judgment: if it is one, name its kind (court-html); of a law "
    "bring the publisher's XML, JSON or PDF"
)
_POINTER = b"version https://git-lfs.github.com/"
_TEXT = (
    "text without the marks of any format here: name its kind, or bring the print (PDF), the Word "
    "file or the publisher's XML or JSON that it was made from"
)


def what_it_is(data: bytes) -> str:
    """One line on bytes that no format recognises: what they seem to be, and what to do."""
    if not data.strip():
        return "an empty file: get it again"
    if data.startswith(b"PK\x03\x04"):
        return _zip(data)
    if data.startswith(_OLE):
        return _old_office(data)
    for sign, said in _SIGNS:
        if data.startswith(sign):
            return said
    return _text(data)


def _zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as opened:
            names = opened.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "a zip that is broken or cut off: get it again"
    for part, said in _ZIPPED:
        if any(name.startswith(part) for name in names):
            return said
    return _PACKED


def _old_office(data: bytes) -> str:
    if _OLD_WORD in data:
        return "an old Word document (.doc): save it as .docx"
    return "an old Office file or one with a password: save it as .docx or PDF without one"


def _text(data: bytes) -> str:
    start = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    if _MAIL.match(start):
        return "an e-mail: save the document that is attached to it, and import that"
    if start.startswith((b"{", b"[")):
        return _json(data)
    if start.startswith(b"<"):
        return _markup(start)
    if start.startswith(_POINTER):
        return "a pointer to a file that is kept elsewhere (Git LFS): get the file itself"
    if b"\0" in start:
        return "bytes of no kind that is known here"
    return _TABLE if _is_table(start) else _TEXT


def _is_table(start: bytes) -> bool:
    """Whether the first lines are parted into the same number of cells, three or more."""
    lines = start.split(b"\n")[:_ROWS_LOOKED_AT]
    for mark in (b",", b";", b"\t"):
        counts = {_QUOTED.sub(b"", line).count(mark) for line in lines}
        if len(lines) == _ROWS_LOOKED_AT and len(counts) == 1 and counts.pop() >= _FEWEST_MARKS:
            return True
    return False


def _markup(start: bytes) -> str:
    found = _ROOT.search(_without_comments(start))
    name = found[1].decode("ascii").lower() if found else ""
    if name in _FEEDS:
        return "a feed: add its address as a source of the kind feed (manumit harvest)"
    if name == "oai-pmh":
        return "an answer of a repository: add its address as a source of the kind oai-pmh"
    if name in _OF_PAGES:
        return _PAGE
    return f"XML with the root {name}, which no format here reads" if name else _TEXT


def _without_comments(markup: bytes) -> bytes:
    first, *others = markup.split(b"<!--")
    return first + b"".join(one.partition(b"-->")[2] for one in others)


def _json(data: bytes) -> str:
    if len(data) <= _LARGEST_JSON:
        try:
            json.loads(data)
        except (ValueError, RecursionError):
            return "JSON that is broken, cut off or several values in one file: bring one document"
    return "JSON of a shape that no format here reads: bring the documents that it was made from"
