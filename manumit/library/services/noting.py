"""Notes of colleagues on a record: written, settled, and gone with it."""

from datetime import datetime
from typing import Any

from manumit.library.models import Note


def write_note(*, key: str, text: str, by: Any, at: datetime) -> Note:
    """Leave a note on the record with this key."""
    return Note.objects.create(key=key, text=text, by=by, at=at)


def settle_note(*, pk: int, by: Any, at: datetime) -> str:
    """Say that what it asks is done, by whomever; returns the key. Raises Note.DoesNotExist."""
    note = Note.objects.get(pk=pk)
    if note.settled_at is None:
        note.settled_by, note.settled_at = by, at
        note.save(update_fields=["settled_by", "settled_at"])
    return note.key


def forget_notes(key: str) -> None:
    """Keep nothing of what was noted on a record that goes."""
    Note.objects.filter(key=key).delete()
