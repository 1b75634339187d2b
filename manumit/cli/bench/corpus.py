"""The judgments, laws and treaties of a folder, as ``manumit bench import`` reads them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from manumit.cli.bench.parsing import has_scans
from manumit.cli.importing.files import read_bytes
from manumit.formats import DocumentKind, ParsedDocument, UnreadableDocument, recognise

_KINDS = frozenset({"judgment", "legislation", "instrument"})


@dataclass(frozen=True, slots=True)
class Sample:
    """A file that its format reads as texts of one work.

    ``key`` is the work's where the file says it and no sample before has it, else None.
    """

    path: Path
    format: str
    kind: DocumentKind
    size: int
    key: str | None


def find_samples(folder: Path) -> list[Sample]:
    """Every file below the folder that is a judgment, a law or a treaty, by format and path.

    PDFs with scanned pages are left out.
    """
    found = sorted(_found(folder), key=lambda one: (one.format, one.path))
    seen: set[str | None] = set()
    samples = []
    for one in found:
        key = None if one.key in seen else one.key
        seen.add(key)
        samples.append(Sample(one.path, one.format, one.kind, one.size, key))
    return samples


def _found(folder: Path) -> Iterator[Sample]:
    for path in sorted(folder.rglob("*")):
        try:
            sample = _sample(path) if path.is_file() else None
        except UnreadableDocument:
            continue
        if sample is not None:
            yield sample


def _sample(path: Path) -> Sample | None:
    data = read_bytes(path)
    form = recognise(data)
    if form is None or has_scans(path) or path.suffix.lower() not in form.extensions:
        return None
    documents = form.read(data, str(path))
    if not documents or not all(map(_is_text, documents)):
        return None
    return Sample(path, form.name, documents[0].kind, len(data), documents[0].key)


def _is_text(document: ParsedDocument) -> bool:
    return bool(document.units) and document.kind in _KINDS
