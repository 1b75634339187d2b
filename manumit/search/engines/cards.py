"""What is stored to be shown: JSON as bytes, small and quick to read back."""

import json
from datetime import date
from typing import Any, NamedTuple

from manumit.library.types import SearchDocument, SearchPassage


class WorkCard(NamedTuple):
    """What a hit shows of a work."""

    key: str
    kind: str
    title: str
    language: str
    cited: int


def of_work(document: SearchDocument) -> bytes:
    """The card of a work."""
    return _pack(document.key, document.kind, document.title, document.language, document.cited)


def of_passage(passage: SearchPassage, text: str) -> bytes:
    """The card of a passage, or of the part of it that ``text`` is."""
    start, end = passage.valid_from, passage.valid_to
    return _pack(
        passage.eid,
        passage.label,
        passage.heading,
        passage.language,
        text,
        start and start.isoformat(),
        end and end.isoformat(),
    )


def work(card: bytes | str) -> WorkCard:
    """The work behind a card."""
    return WorkCard(*json.loads(card))


def passage(card: bytes | str) -> SearchPassage:
    """The passage behind a card."""
    eid, label, heading, language, text, start, end = json.loads(card)
    return SearchPassage(eid, label, heading, language, text, _day(start), _day(end))


def _pack(*values: Any) -> bytes:
    return json.dumps(values, ensure_ascii=False).encode("utf-8", "replace")


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
