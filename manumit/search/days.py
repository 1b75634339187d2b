"""Days as numbers that sort: 2019-05-31 is 20190531."""

import re
from datetime import date

from manumit.search.plan import Days

EARLIEST = 0
LATEST = 99_999_999
_DATED = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def number(day: date) -> int:
    """The day as a number."""
    return day.year * 10_000 + day.month * 100 + day.day


def span(dated: str) -> Days | None:
    """All the days that a day, a month or a year may mean; None for what is none of them."""
    found = _DATED.fullmatch(dated.strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    if month is None:
        return Days(year * 10_000, year * 10_000 + 9999)
    if day is None:
        return Days(year * 10_000 + month * 100, year * 10_000 + month * 100 + 99)
    return Days(year * 10_000 + month * 100 + day, year * 10_000 + month * 100 + day)
