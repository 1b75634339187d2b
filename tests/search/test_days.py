"""Dates that are known in part."""

import pytest

from manumit.search.days import span
from manumit.search.plan import Days


@pytest.mark.parametrize(
    ("dated", "days"),
    [
        ("2019", Days(20190000, 20199999)),
        ("2019-05", Days(20190500, 20190599)),
        ("2019-05-31", Days(20190531, 20190531)),
        ("", None),
        ("May 2019", None),
        ("2019-5", None),
    ],
)
def test_a_date_is_the_range_of_days_it_may_mean(dated, days):
    assert span(dated) == days
