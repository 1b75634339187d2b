"""The zip file that a Word document is: its parts, read with limits."""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from manumit.formats.docx.xml import attribute, local
from manumit.formats.safe_xml import parse_xml
from manumit.formats.types import UnreadableDocument

_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_PARTS = 20_000
_LARGEST_PART = 48 * 1024 * 1024
_DEEPEST = 120
# The namespaces of the strict variant, by those that everybody writes.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/math"
    ),
}
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError,
    ValueError, OverflowError,
)  # fmt: skip


class Package:
    """A Word document's parts by what they are. Raises UnreadableDocument where there is none."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLD_WORD):
            raise UnreadableDocument(
                "an old Word document (.doc) or one with a password: save it as .docx without one"
            )
        self._zip = _open(data)
        self._names = {one.replace("\\", "/").lstrip("/"): one for one in self._zip.namelist()}
        self._main_name = self._main()
        self._by_kind: dict[str, str] = {}
        self._by_id: dict[str, str] = {}
        for kind, identity, name in self._relations(self._main_name):
            self._by_kind.setdefault(kind, name)
            self._by_id[identity] = name

    def document(self) -> etree._Element:
        """The root of the main part."""
        root = self._part(self._main_name)
        if root is None or local(root) != "document":
            raise UnreadableDocument("not a Word document: it has no main part")
        return root

    def related(self, kind: str) -> etree._Element | None:
        """The part that the document calls its ``styles``, ``numbering``, ``footnotes`` ..."""
        name = self._by_kind.get(kind)
        return self._part(name) if name else None

    def named(self, identity: str) -> etree._Element | None:
        """The part that the document refers to by this id."""
        name = self._by_id.get(identity)
        return self._part(name) if name else None

    def has(self, kind: str) -> bool:
        """Whether there is a part of that kind."""
        return self._by_kind.get(kind, "") in self._names

    def has_macros(self) -> bool:
        """Whether programs are packed with the text; they are never looked at."""
        return any(name.lower().endswith("vbaproject.bin") for name in self._names)

    def _main(self) -> str:
        main = "word/document.xml"
        for kind, _, target in self._relations(""):
            if kind == "officeDocument":
                main = target
        if main not in self._names:
            raise UnreadableDocument("not a Word document: it has no main part")
        return main

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """What kind of parts a part refers to, by which id and name."""
        folder, _, name = part.rpartition("/")
        relations = self._part(posixpath.join(folder, "_rels", f"{name}.rels"))
        for one in relations if relations is not None else ():
            if attribute(one, "TargetMode") != "External":
                kind = attribute(one, "Type").rpartition("/")[2]
                target = attribute(one, "Target").replace("\\", "/")
                yield kind, attribute(one, "Id"), _joined(folder, target)

    def _part(self, name: str) -> etree._Element | None:
        if name not in self._names:
            return None
        root = parse_xml(_transitional(self._bytes(name)))
        _refuse_depth(root, name)
        return root

    def _bytes(self, name: str) -> bytes:
        try:
            with self._zip.open(self._names[name]) as part:
                data = part.read(_LARGEST_PART + 1)
        except _BROKEN as error:
            raise UnreadableDocument(f"{name} in it cannot be read: {_one_line(error)}") from error
        if len(data) > _LARGEST_PART:
            limit = _LARGEST_PART // 2**20
            raise UnreadableDocument(f"{name} in it is larger than {limit} MB unpacked")
        return data


def _open(data: bytes) -> zipfile.ZipFile:
    try:
        opened = zipfile.ZipFile(BytesIO(data))
    except _BROKEN as error:
        raise UnreadableDocument(f"not a Word document: {_one_line(error)}") from error
    if len(opened.namelist()) > _MOST_PARTS:
        raise UnreadableDocument(f"it has more than {_MOST_PARTS} parts")
    return opened


def _joined(folder: str, target: str) -> str:
    """The name of a part from a relation's target, which may climb but never out of the zip."""
    whole = target if target.startswith("/") else f"/{folder}/{target}"
    return posixpath.normpath(whole).lstrip("/")


def _transitional(data: bytes) -> bytes:
    for strict, transitional in _STRICT.items():
        if strict in data:
            data = data.replace(strict, transitional)
    return data


def _refuse_depth(root: etree._Element, name: str) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise UnreadableDocument(f"{name} in it is nested more than {_DEEPEST} deep")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
