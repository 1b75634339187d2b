"""Days, and what is known of a day only by its month or year."""

import re
from calendar import monthrange
from datetime import date, timedelta

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)


def bounds(written: str) -> tuple[date, date]:
    """The first and the last day that ``2012``, ``2012-04`` or ``2012-04-05`` may mean.

    Raises ValueError for anything else and for days that no calendar has.
    """
    match = _PARTIAL.fullmatch(written)
    if not match:
        raise ValueError(f"{written!r} is no day, month or year")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    first = date(year, month or 1, day or 1)
    if day:
        return first, first
    last_month = month or 12
    return first, date(year, last_month, monthrange(year, last_month)[1])


def day_before(day: date) -> date:
    """The day before; the first day of the calendar has none and stays."""
    return day - timedelta(days=1) if day > date.min else day


def day_after(day: date) -> date:
    """The day after; the last day of the calendar has none and stays."""
    return day + timedelta(days=1) if day < date.max else day
