"""Hours of opening, held against a moment. Pure: local times in, local times out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from manumit.reference import system

_DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
_WEEK = timedelta(
    days=8
)  # from yesterday, whose last band may reach into today, to this day next week


@dataclass(frozen=True, slots=True)
class Band:
    """One stretch of opening, in naive local time."""

    opens: datetime
    closes: datetime


def local_time(code: str, at: datetime) -> datetime:
    """The moment by the clocks of a jurisdiction, naive; of a body without a place, in UTC."""
    return at.astimezone(ZoneInfo(system(code).timezone or "UTC")).replace(tzinfo=None)


def open_until(hours: Sequence[Mapping[str, Any]], now: datetime) -> datetime | None:
    """When the band that is open at this local moment closes; None where none is."""
    return next(
        (each.closes for each in _bands(hours, now) if each.opens <= now < each.closes), None
    )


def opens_next(hours: Sequence[Mapping[str, Any]], now: datetime) -> datetime | None:
    """When the next band after this local moment opens; None without any hours."""
    return min((each.opens for each in _bands(hours, now) if each.opens > now), default=None)


def _bands(hours: Sequence[Mapping[str, Any]], now: datetime) -> Iterator[Band]:
    """Every band from yesterday to the same day of next week; one may end on the day after."""
    yesterday = now.date() - timedelta(days=1)
    for number in range(_WEEK.days + 1):
        day = yesterday + timedelta(days=number)
        for band in hours:
            if _DAYS[day.weekday()] in band["days"]:
                yield _band(day, band["opens"], band["closes"])


def _band(day: date, opens: str, closes: str) -> Band:
    begin, end = _moment(day, opens), _moment(day, closes)
    return Band(begin, end if end > begin else end + timedelta(days=1))


def _moment(day: date, hour: str) -> datetime:
    if hour == "24:00":
        return datetime.combine(day + timedelta(days=1), time())
    return datetime.combine(day, time.fromisoformat(hour))
