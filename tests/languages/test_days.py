"""Days as each language writes them."""

from datetime import date

import pytest
from django.utils.translation import override

from manumit.base.day_words import day_text, weekday_text


@pytest.mark.parametrize(
    ("code", "day", "month", "year"),
    [
        ("en", "31 January 2020", "November 2000", "1994"),
        ("zh-hant", "2020年1月31日", "2000年11月", "1994年"),
        ("th", "31 มกราคม พ.ศ. 2563 (ค.ศ. 2020)", "พฤศจิกายน พ.ศ. 2543 (ค.ศ. 2000)",
         "พ.ศ. 2537 (ค.ศ. 1994)"),
        ("vi", "31 tháng 1 năm 2020", "tháng 11 năm 2000", "1994"),
        ("id", "31 Januari 2020", "November 2000", "1994"),
    ],
)  # fmt: skip
def test_a_day_a_month_and_a_year_are_as_exact_as_they_are_known(code, day, month, year):
    with override(code):
        assert day_text(date(2020, 1, 31)) == day
        assert day_text("2000-11") == month
        assert day_text("1994") == year
        assert day_text(None) == ""


@pytest.mark.parametrize(
    ("day", "written"),
    [
        # The year began on 1 April until 1940, and that of 1940 had nine months.
        ("1927-03-09", "9 มีนาคม พ.ศ. 2469 (ค.ศ. 1927)"),
        ("1927-04-01", "1 เมษายน พ.ศ. 2470 (ค.ศ. 1927)"),
        ("1940-12-31", "31 ธันวาคม พ.ศ. 2483 (ค.ศ. 1940)"),
        ("1941-01-01", "1 มกราคม พ.ศ. 2484 (ค.ศ. 1941)"),
        ("1926", "ค.ศ. 1926"),
    ],
)
def test_the_buddhist_year_is_the_one_that_thailand_counted_then(day, written):
    with override("th"):
        assert day_text(day) == written


def test_days_of_the_week_are_the_readers():
    with override("vi"):
        assert weekday_text(0) == "Th 2"
