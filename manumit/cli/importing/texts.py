"""Documents with a text of a work: set down in the library, and told about."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TypedDict

import click
from django.utils import timezone

from manumit.formats import ParsedDocument
from manumit.library import selectors as library
from manumit.library.errors import WorkNotFound
from manumit.library.services import import_text
from manumit.library.types import ReadyText


class TextRow(TypedDict):
    """What is told about one text set down."""

    key: str
    language: str
    outcome: str
    units: int
    notes: list[str]


def shelve(
    document: ParsedDocument,
    *,
    kind: str,
    key: str | None,
    draft: bool,
    ready: ReadyText | None = None,
) -> TextRow:
    """Import one document under its key; gives what is told about it. Raises LibraryError."""
    key = key or document.key or _key_by_title(document)
    outcome = import_text(
        document=document,
        key=key,
        format_name=kind,
        by=None,
        at=timezone.now(),
        publish=not draft,
        ready=ready,
    )
    return {
        "key": key,
        "language": document.language,
        "outcome": outcome.value,
        "units": len(document.units),
        "notes": [*document.notes, *_doubts(key)],
    }


def tell_texts(rows: Sequence[TextRow]) -> None:
    """Print what became of each text."""
    for row in rows:
        click.echo(f"{row['key']} ({row['language']}): {row['outcome']}, {row['units']} passages")
        for note in row["notes"]:
            click.echo(f"  look at: {note}")


def _key_by_title(document: ParsedDocument) -> str:
    """The work that bears the document's title, or the title it gives in another language."""
    try:
        return library.key_for_title(document.title, document.kind)
    except WorkNotFound:
        for title in document.other_titles.values():
            with suppress(WorkNotFound):
                return library.key_for_title(title, document.kind)
        raise


def _doubts(key: str) -> list[str]:
    """What the work's record says that the text just imported does not bear out."""
    missing = library.provisions_not_in_text(library.any_work(key))
    if not missing:
        return []
    return [f"The record speaks of provisions that the text has not: {', '.join(missing)}."]
