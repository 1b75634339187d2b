"""The day a reader asks about (``?on=2020-01-31``), and the addresses that keep it."""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils import timezone

from manumit.base.days import bounds

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOST_REPEATED = 40  # characters of nonsense that are shown again
_KEPT = ("read", "language", "terms")  # what else a reader chose, which another day does not undo


@dataclass(frozen=True, slots=True)
class Asked:
    """The day the reader asks about, seen from ``today``.

    ``misread`` is what was given instead of a day; where it is a month or a year, ``span`` has the
    first and last day of it. ``kept`` are the other choices in the address, by name.
    """

    on: date
    today: date
    explicit: bool
    misread: str
    span: tuple[date, date] | None
    kept: tuple[tuple[str, str], ...]

    @property
    def query(self) -> str:
        """``?on=2020-01-31``, or nothing for today: what a link to another page of the law adds."""
        return f"?on={self.on.isoformat()}" if self.explicit else ""

    @property
    def also(self) -> str:
        """``&on=2020-01-31``, or nothing: for an address that asks for something already."""
        return f"&on={self.on.isoformat()}" if self.explicit else ""

    @property
    def day_to_cite(self) -> str:
        """The day as an address writes it; empty for today: who cites the law cites what holds."""
        return self.on.isoformat() if self.explicit else ""

    @property
    def without(self) -> str:
        """The query of this page without its day."""
        return f"?{urlencode(self.kept)}" if self.kept else ""

    @property
    def kept_also(self) -> str:
        """The other choices, to be put behind a day."""
        return f"&{urlencode(self.kept)}" if self.kept else ""


def asked_day(request: HttpRequest) -> Asked:
    """The day in the address; today where there is none, or none that a calendar has."""
    today = timezone.localdate()
    given = request.GET.get("on", "").strip()
    kept = tuple((name, request.GET[name]) for name in _KEPT if name in request.GET)
    try:
        first, last = bounds(given)
    except ValueError:
        return _instead(today, given[:_MOST_REPEATED], None, kept)
    if not _DAY.fullmatch(given):
        return _instead(today, given, (first, last), kept)
    return Asked(first, today, explicit=True, misread="", span=None, kept=kept)


def _instead(
    today: date, misread: str, span: tuple[date, date] | None, kept: tuple[tuple[str, str], ...]
) -> Asked:
    return Asked(today, today, explicit=False, misread=misread, span=span, kept=kept)
