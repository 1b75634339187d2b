"""Services to call: in the jurisdiction, with a number that can be trusted today."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from manumit.directory import selectors as directory
from manumit.research.reading.matters import matters
from manumit.research.types import Reading
from manumit.search import selectors as search

_MOST = 8
_FIRST = ("emergency", "helpline")  # where somebody answers whatever it is about


def services(reading: Reading, text: str, today: date) -> Sequence[Any]:
    """Those whose own words have most of what the situation tells of, helplines first among equals."""
    told = [text, *(matters()[spoken.code].law for spoken in reading.matters)]
    sought = set(search.telling(" ".join(told)))
    rows = [row for row in directory.services_in(reading.place.code) if row.expires_on >= today]
    return sorted(rows, key=lambda row: (-_shared(row, sought), row.service_type not in _FIRST))[
        :_MOST
    ]


def _shared(row: Any, sought: set[str]) -> int:
    own = f"{row.organisation.title} {row.name} {row.gist} {row.serves}"
    return len(sought & set(search.telling(own)))
