"""What merely parsing a file costs, with the library that its format is read with."""

import io
import json
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from lxml import etree, html

_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Peer:
    """A parser, and what it is called in the tables."""

    name: str
    parse: Callable[[bytes], Any]


def _xml(data: bytes) -> Any:
    return etree.fromstring(data)


def _html(data: bytes) -> Any:
    return html.fromstring(data)


def _json(data: bytes) -> None:
    """The JSON, and what is HTML inside it."""
    for text in _texts(json.loads(data)):
        if "</" in text:
            html.fromstring(text)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def _docx(data: bytes) -> None:
    """Every part that is XML: there is no library for DOCX in the house."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))


def _pdf(data: bytes) -> list[str]:
    document = pdfium.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def has_scans(path: Path) -> bool:
    """Whether pages of a PDF are pictures: Tesseract takes seconds for what others do not read."""
    if path.suffix.lower() != ".pdf":
        return False
    try:
        return not all(_pdf(path.read_bytes()))
    except pdfium.PdfiumError:
        return False


def _text(data: bytes) -> str:
    return data.decode()


_PEERS = {
    ".xml": Peer("lxml.etree", _xml),
    ".html": Peer("lxml.html", _html),
    ".htm": Peer("lxml.html", _html),
    ".json": Peer("json + lxml.html", _json),
    ".docx": Peer("zipfile + lxml.etree", _docx),
    ".pdf": Peer("pypdfium2", _pdf),
}
_NOTHING_TO_PARSE = Peer("decoding", _text)


def peer_for(path: Path) -> Peer:
    """The parser of files that are called so."""
    return _PEERS.get(path.suffix.lower(), _NOTHING_TO_PARSE)


def seconds_to_parse(paths: Sequence[Path]) -> float:
    """Seconds of one processor to parse all the files, each the best of three, read beforehand."""
    return sum(_best(peer_for(path).parse, path.read_bytes()) for path in paths)


def _best(parse: Callable[[bytes], Any], data: bytes) -> float:
    return min(_seconds(parse, data) for _ in range(_ROUNDS))


def _seconds(parse: Callable[[bytes], Any], data: bytes) -> float:
    begun = time.perf_counter()
    parse(data)
    return time.perf_counter() - begun
