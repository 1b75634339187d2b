"""Days, months and years as they are written."""

from datetime import date

import pytest

from manumit.base.days import bounds, day_after, day_before


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2012-04-05", date(2012, 4, 5), date(2012, 4, 5)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2012", date(2012, 1, 1), date(2012, 12, 31)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_day_a_month_or_a_year_has_a_first_and_a_last_day(written, first, last):
    assert bounds(written) == (first, last)


@pytest.mark.parametrize(
    "nonsense",
    ["", "banana", "0000-00-00", "2021-02-29", "2012-13", "20120405", "2012-4", "0000", "２０１２"],
)
def test_what_no_calendar_has_is_refused(nonsense):
    with pytest.raises(ValueError):
        bounds(nonsense)


def test_the_days_at_the_ends_of_the_calendar_have_none_beyond_them():
    assert day_before(date.min) == date.min
    assert day_after(date.max) == date.max
    assert (day_before(date(2012, 3, 1)), day_after(date(2012, 2, 28))) == (
        date(2012, 2, 29), date(2012, 2, 29),
    )  # fmt: skip
