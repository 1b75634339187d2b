"""From the day of a deposit or a notice to the day on which it works."""

import calendar
from datetime import date, timedelta

from manumit.records.events import Wait


def after(day: date, wait: Wait) -> date:
    """The day on which a deposit or notice of ``day`` works.

    Three months from 30 November end on the last day of February.
    """
    moved = _add_months(day, wait.months) if wait.months else day + timedelta(days=wait.days)
    return _add_months(moved.replace(day=1), 1) if wait.next_month else moved


def _add_months(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return day.replace(year=year, month=month, day=min(day.day, _length(year, month)))


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
