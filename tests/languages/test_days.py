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
        ("th", "31 มกราคม พ.ศ.\u00a02563 (ค.ศ.\u00a02020)", "พฤศจิกายน พ.ศ.\u00a02543 (ค.ศ.\u00a02000)",
         "พ.ศ.\u00a02537 (ค.ศ.\u00a01994)"),
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
        ("1927-03-09", "9 มีนาคม พ.ศ.\u00a02469 (ค.ศ.\u00a01927)"),
        ("1927-04-01", "1 เมษายน พ.ศ.\u00a02470 (ค.ศ.\u00a01927)"),
        ("1940-12-31", "31 ธันวาคม พ.ศ.\u00a02483 (ค.ศ.\u00a01940)"),
        ("1941-01-01", "1 มกราคม พ.ศ.\u00a02484 (ค.ศ.\u00a01941)"),
        ("1926", "ค.ศ.\u00a01926"),
    ],
)
def test_the_buddhist_year_is_the_one_that_thailand_counted_then(day, written):
    with override("th"):
        assert day_text(day) == written


def test_days_of_the_week_are_the_readers():
    with override("vi"):
        assert weekday_text(0) == "Th 2"
