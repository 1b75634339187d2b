"""Notes of colleagues on records, for editors alone."""

from collections.abc import Sequence

from django.db.models import QuerySet

from manumit.library.models import Note


def notes_on(key: str) -> Sequence[Note]:
    """Every note on the record, the oldest first."""
    return list(_notes().filter(key=key))


def open_notes() -> QuerySet[Note]:
    """The notes on whatever record that nobody has settled, the oldest first."""
    return _notes().filter(settled_at=None)


def _notes() -> QuerySet[Note]:
    return Note.objects.select_related("by", "settled_by")
