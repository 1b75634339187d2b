"""The texts of the benchmark's works as rows of the library, so that pages of reading can show them."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from html import escape
from itertools import count, islice
from typing import Any

from django.db import transaction

from manumit.cli.bench.scale.rows import insert_rows
from manumit.library.types import SearchDocument, SearchPassage

_BATCH = 500
_READ = datetime(2026, 1, 1, tzinfo=UTC)


def write_texts(works: Iterable[SearchDocument]) -> None:
    """Write one text of each work, with its passages; the works themselves are there already.

    They count from 1, as ``write_rows`` numbers them.
    """
    numbered = enumerate(works, 1)
    numbers = count(1)
    while batch := list(islice(numbered, _BATCH)):
        with transaction.atomic():
            insert_rows("text", [_text(number, work) for number, work in batch])
            worded = [row for number, work in batch for row in _worded(number, work, numbers)]
            insert_rows("passage", [passage for passage, _ in worded])
            insert_rows("wording", [wording for _, wording in worded])


def _text(number: int, work: SearchDocument) -> dict[str, Any]:
    return {
        "id": number,
        "work": number,
        "language": work.language,
        "authority": "unofficial",
        "publisher": "Nobody",
        "format": "bench",
        "digest": sha256(work.key.encode()).hexdigest(),
        "imported_at": _READ,
        "linked_at": _READ,
    }


def _worded(
    number: int, work: SearchDocument, numbers: Iterator[int]
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """The row of each passage that holds today, and of what the text says there."""
    for position, passage in enumerate(one for one in work.passages if one.valid_to is None):
        pk = next(numbers)
        yield (
            {"id": pk, "work": number, "eid": passage.eid, "position": position},
            _wording(number, pk, position, passage),
        )


def _wording(text: int, pk: int, position: int, passage: SearchPassage) -> dict[str, Any]:
    paragraphs = passage.text.split("\n")
    return {
        "id": pk,
        "text": text,
        "passage": pk,
        "kind": "section" if passage.eid.startswith("sec_") else "paragraph",
        "number": str(position + 1),
        "heading": passage.heading[:500],
        "html": "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs),
        "plain": passage.text,
        "status": "operational",
        "position": position,
    }
