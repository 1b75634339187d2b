"""A practice note as the draft of a publication: what crosses the desk's wall, and nothing beside it."""

from collections.abc import Mapping
from datetime import date
from itertools import count
from pathlib import Path

from manumit.library import selectors as library
from manumit.records import PublicationRecord, RecordFile
from manumit.reference import slugify_segment

_LONGEST = 80  # characters of a key's last part


def record_for(parts: Mapping[str, str], *, centre: str, on: date) -> RecordFile:
    """The record, in review. ``parts`` are title, text, place and language; ``on`` is when it is handed over."""
    key = _unused_key(parts, centre, on)
    record = PublicationRecord.model_validate(
        {
            "kind": "publication",
            "title": parts["title"],
            "language": parts["language"],
            "status": "in_review",
            "publication_type": "guideline",
            "publisher": centre,
            "series": "Practice notes",
            "coverage": [parts["place"]],
            "sources": [
                {
                    "publisher": centre,
                    "for": ["title", "text"],
                    "on": on,
                    "note": "Written at the Centre by one adviser and read by a second.",
                }
            ],
        }
    )
    return RecordFile(key, record, f"{parts['text']}\n", Path(key), {})


def _unused_key(parts: Mapping[str, str], centre: str, on: date) -> str:
    """A title without a Latin letter gives no word for a key: then it is a number."""
    name = slugify_segment(parts["title"])[:_LONGEST].strip("-") or "note"
    stem = f"{parts['place']}/publication/{slugify_segment(centre) or 'centre'}/{on.year}-{name}"
    tries = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(key for key in tries if not library.is_held(key))
