"""Days as a reader's language writes them, as exact as they are known."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from babel.dates import get_day_names, get_month_names

from manumit.base.languages import Language
from manumit.base.reader import kept_by_language, reader_language

# In Thailand the year began on 1 April until 1940; since 1941 it has begun on 1 January.
_LATE_YEAR, _FIRST_MONTH = 1941, 4


@kept_by_language
def day_text(value: date | str | None, *, short: bool = False) -> str:
    """A day, a month or a year (``2000-11-15``, ``2000-11``, ``2000``) in words; empty for none."""
    if not value:
        return ""
    parts = value.isoformat() if isinstance(value, date) else value
    year, month, day = (*map(int, parts.split("-")), 0, 0)[:3]
    return _written(reader_language(), year, month, day, short=short)


def _written(language: Language, year: int, month: int, day: int, *, short: bool) -> str:
    told = {"year": year, "buddhist": _buddhist(year, month)}
    if not month:
        old = language.dates.get("year_before_1941") if year < _LATE_YEAR else None
        return (old or language.dates["year"]).format(**told)
    told |= {"number": month, "day": day}
    names = {
        "month": _months(language.tag)[month],
        "brief": _months(language.tag, "abbreviated")[month],
    }
    shape = "month" if not day else "short" if short else "day"
    return language.dates[shape].format(**told, **names)


def _buddhist(year: int, month: int) -> int:
    """The year of the Buddhist era as Thailand counted it then; of no use for an old year alone."""
    return year + 542 if year < _LATE_YEAR and month < _FIRST_MONTH else year + 543


def weekday_text(number: int) -> str:
    """A day of the week, Monday being 0, as lists of hours write it."""
    return _weekdays(reader_language().tag)[number]


@cache
def _weekdays(tag: str) -> Mapping[int, str]:
    return dict(get_day_names("abbreviated", "format", tag.replace("-", "_")))


@cache
def _months(tag: str, width: str = "wide") -> Mapping[int, str]:
    """The names of the months by number, as Unicode's CLDR has them."""
    return dict(get_month_names(width, "format", tag.replace("-", "_")))  # type: ignore[arg-type]  # a literal of four
