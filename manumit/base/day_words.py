"""Days as a reader's language writes them, as exact as they are known."""

from datetime import date

from django.utils.dates import MONTHS
from django.utils.formats import date_format


def day_text(value: date | str | None) -> str:
    """A day, a month or a year (``2000-11-15``, ``2000-11``, ``2000``) in words; empty for none."""
    if not value:
        return ""
    if isinstance(value, date):
        return date_format(value, "j F Y")
    year, _, rest = value.partition("-")
    if not rest:
        return year
    if "-" not in rest:
        return f"{MONTHS[int(rest)]} {year}"
    return date_format(date.fromisoformat(value), "j F Y")
