"""The draft record that a notice becomes."""

import re
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import ValidationError

from manumit.base.suggesting import suggest_topics
from manumit.harvest.errors import Unreadable
from manumit.harvest.notices import Notice, canonical
from manumit.library.types import ANYWHERE
from manumit.records import ANY_RECORD, RecordFile, check_file
from manumit.reference import slugify_segment

_LONGEST_NAME = 60
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~&])")


def key_of(notice: Notice, *, is_taken: Any) -> str:
    """The key under which it will stand; ``is_taken`` says whether something else has a key."""
    publisher = slugify_segment(_publisher(notice))[:_LONGEST_NAME].strip("-") or "unnamed"
    mark = sha256((canonical(notice.link) or notice.doi).encode()).hexdigest()[:8]
    name = slugify_segment(notice.title)[:_LONGEST_NAME].strip("-") or mark
    year = f"{notice.published[:4]}-" if notice.published else ""
    key = f"{notice.system}/publication/{publisher}/{year}{name}"
    return f"{key}-{mark}" if is_taken(key) else key


def draft_of(
    notice: Notice, *, key: str, status: str, told_by: str, topics: list[str], at: datetime
) -> RecordFile:
    """The record, checked as any other. Raises Unreadable where a notice can be none."""
    values = _values(notice, status, told_by, topics, at.date())
    try:
        record = ANY_RECORD.validate_python(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"][1:]))
        raise Unreadable(f"{notice.title[:80]!r}: {where}: {first['msg']}") from error
    file = RecordFile(key, record, _body(notice), Path(key), {})
    if problems := check_file(file, today=at.date() + ANYWHERE):
        raise Unreadable(f"{notice.title[:80]!r}: {problems[0].reason}")
    return file


def topics_of(notice: Notice) -> list[str]:
    """The topics it seems to be about."""
    return suggest_topics(notice.title, notice.summary)


def _values(
    notice: Notice, status: str, told_by: str, topics: list[str], today: date
) -> dict[str, Any]:
    return {
        "kind": "publication",
        "title": notice.title,
        "language": notice.language,
        "status": status,
        "official_url": notice.link or None,
        "topics": topics,
        "publication_type": notice.kind,
        "publisher": _publisher(notice),
        "authors": list(notice.authors),
        "published_on": notice.published or None,
        "identifiers": {"doi": notice.doi} if notice.doi else {},
        "sources": [
            {
                "url": notice.link or None,
                "publisher": told_by,
                "for": ["title", "dates", "abstract", "identifiers"],
                "on": today,
                "note": "read by program; topics suggested by program",
            }
        ],
    }


def _publisher(notice: Notice) -> str:
    return notice.publisher or urlsplit(notice.link).hostname or "unnamed"


def _body(notice: Notice) -> str:
    """What its publisher says of it, marked as a quotation for the editor to replace."""
    plain = _MARKDOWN.sub(r"\\\1", notice.summary)
    return f"> {plain}" if plain else ""
