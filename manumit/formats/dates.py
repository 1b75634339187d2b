"""Days as courts and parliaments print them."""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "januari", "jan"),
            ("february", "februari", "feb"),
            ("march", "mac", "mar"),
            ("april", "apr"),
            ("may", "mei"),
            ("june", "jun"),
            ("july", "julai", "jul"),
            ("august", "ogos", "aug"),
            ("september", "sept", "sep"),
            ("october", "oktober", "oct"),
            ("november", "nov"),
            ("december", "disember", "dec"),
        ),
        start=1,
    )
    for name in names
}
_WORD = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d{2})"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_DAY}(?:\s+day\s+of)?,?\s+{_WORD},?\s+{_YEAR}\b",
        rf"\b{_WORD}\s+{_DAY},?\s+{_YEAR}\b",
        rf"\b{_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})\b",
        rf"{_YEAR}\s*年\s*(?P<month>\d{{1,2}})\s*月\s*(?P<day>\d{{1,2}})\s*日",
    )
)


def read_day(text: str) -> date | None:
    """The first day written out in a text; None where there is none.

    ``10 October 1979``, ``June 11, 2020``, ``7 Mei 2007``, ``2008年6月27日``, ``2019-12-17``. Days
    in figures only, 3/10/79, are not read: nobody can tell which of them is the month.
    """
    found = [match for pattern in _PATTERNS for match in pattern.finditer(text)]
    days = (_day(match) for match in sorted(found, key=lambda match: match.start()))
    return next((day for day in days if day), None)


def _day(match: re.Match[str]) -> date | None:
    month = match["month"]
    number = int(month) if month.isdecimal() else _MONTHS.get(month.lower(), 0)
    try:
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
