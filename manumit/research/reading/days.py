"""The day that a situation is about, told by the dates in its text."""

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "|".join((*_MONTHS, *(month[:3] for month in _MONTHS)))
_WRITTEN = (
    re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)"),
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<named>{_MONTH})\.?,?\s+(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"\b(?P<named>{_MONTH})\.?\s+(?P<day>\d{{1,2}}),\s+(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"\b(?P<named>{_MONTH})\.?,?\s+(?:of\s+)?(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*日)?"),
    re.compile(r"ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})", re.IGNORECASE),
    re.compile(r"\b(?:in|since|during|year)\s+(?P<year>(?:19|20)\d{2})\b(?!\s*/)", re.IGNORECASE),
)  # fmt: skip
_BUDDHIST = re.compile(r"พ\.ศ\.\s*(?P<year>25\d{2})")
_AHEAD = 543  # years of the Buddhist era before ours


def day_in(text: str, today: date) -> tuple[date, str] | None:
    """The latest day in the past that the text names, and its words; None where it names none.

    Of a month or a year it is the first day.
    """
    past = [(day, words) for day, words in _days(text) if day <= today]
    return max(past, default=None)


def _days(text: str) -> Iterator[tuple[date, str]]:
    for written in _WRITTEN:
        for found in written.finditer(text):
            day = _day(found.groupdict(), int(found["year"]))
            if day:
                yield day, found.group()
    for found in _BUDDHIST.finditer(text):
        yield date(int(found["year"]) - _AHEAD, 1, 1), found.group()


def _day(parts: dict[str, str | None], year: int) -> date | None:
    """The day; None where there is no such day."""
    named = parts.get("named")
    month = _MONTHS.index(_full(named)) + 1 if named else int(parts.get("month") or 1)
    try:
        return date(year, month, int(parts.get("day") or 1))
    except ValueError:
        return None


def _full(month: str) -> str:
    return next(name for name in _MONTHS if name.startswith(month.lower()[:3]))
