"""Bytes of a page to text: what the page declares, else UTF-8, else what old pages were."""

import codecs
import re

from manumit.formats.types import UnreadableDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})",
    re.IGNORECASE,
)
_BEGINNING = 4_096
# Pages that say Latin-1 were written on Windows, and browsers read them so.
_READ_AS = {"iso8859-1": "windows-1252", "ascii": "windows-1252"}
# What no HTML may hold; our own would not be well formed with it.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def decode_page(data: bytes) -> tuple[str, bool]:
    """The page as text, and whether some of its bytes could not be read."""
    if data.startswith((b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b")):
        raise UnreadableDocument("not a web page: it is a file of another kind")
    text, damaged = _decode(data)
    return _FORBIDDEN.sub(" ", text).replace("\x0c", " "), damaged


def _decode(data: bytes) -> tuple[str, bool]:
    for encoding in _encodings(data):
        try:
            return data.decode(encoding), False
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("windows-1252", "replace"), True


def _encodings(data: bytes) -> list[str]:
    """What to try, in order: bytes that are good UTF-8 are UTF-8, whatever the page says."""
    marked = [name for mark, name in _MARKS if data.startswith(mark)]
    declared = _DECLARED.search(data[:_BEGINNING])
    named = _known(declared[1].decode("ascii")) if declared else ""
    first = [named, "utf-8"] if data.isascii() else ["utf-8", named]
    return [*marked[:1], *filter(None, first), "windows-1252"]


def _known(named: str) -> str:
    """Python's name of a declared encoding; empty for one that there is not."""
    try:
        name = codecs.lookup(named).name
    except LookupError:
        return ""
    return _READ_AS.get(name, name)
