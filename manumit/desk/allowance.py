"""How many cases the desk takes by a moment of a day: some at once, the others as the hours go by.

So a crowd of invented questions shuts the door until the next one is due, and not until tomorrow. Nothing
finer than the day of a case is needed for it, and nothing of who asks.
"""

from datetime import UTC, datetime, time, timedelta

from django.utils.timezone import get_default_timezone, localdate, make_aware

_AT_ONCE = 5  # a fifth of the day's


def allowed(at: datetime, most: int) -> int:
    """How many of the day's ``most`` may have come by then, in the Centre's own time."""
    begins, ends = _day(at)
    first = _first(most)
    return first + (most - first) * (at - begins) // (ends - begins)


def opens(count: int, at: datetime, most: int) -> datetime | None:
    """When the next one is taken, to the minute, where ``count`` have come today; None for now."""
    if count < allowed(at, most):
        return None
    begins, ends = _day(at)
    if count >= most:
        return ends
    first = _first(most)
    # Rounded up, to a millionth of a second and then to a minute: then it is open.
    due = begins - -(ends - begins) * (count + 1 - first) // (most - first)
    return min(_whole_minute(due), ends)


def _first(most: int) -> int:
    return -(-most // _AT_ONCE)  # rounded up: one at least


def _day(at: datetime) -> tuple[datetime, datetime]:
    """From midnight to midnight, told so that hours between them are counted as they pass."""
    zone, on = get_default_timezone(), localdate(at, get_default_timezone())
    begins, ends = (
        make_aware(datetime.combine(day, time.min), zone) for day in (on, on + timedelta(days=1))
    )
    return begins.astimezone(UTC), ends.astimezone(UTC)


def _whole_minute(at: datetime) -> datetime:
    over = timedelta(seconds=at.second, microseconds=at.microsecond)
    return at + (timedelta(minutes=1) - over if over else timedelta())
