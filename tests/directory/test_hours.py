"""Whether a service answers now, by the clocks of the place where it is."""

from datetime import UTC, datetime

import pytest

from manumit.directory import hours
from manumit.directory.selectors import local_time

OFFICE = [{"days": ["mo", "tu", "we", "th", "fr"], "opens": "09:00", "closes": "17:30"}]
NIGHT = [{"days": ["mo", "su"], "opens": "18:00", "closes": "06:00"}]
ALL_DAY = [{"days": ["sa"], "opens": "00:00", "closes": "24:00"}]


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026, in which the 22nd is a Sunday."""
    return datetime(2026, 11, day, hour, minute)  # noqa: DTZ001  # local times are naive


@pytest.mark.parametrize(
    ("bands", "now", "until"),
    [
        (OFFICE, at(23, 9), at(23, 17, 30)),
        (OFFICE, at(23, 8, 59), None),
        (OFFICE, at(23, 17, 30), None),
        (OFFICE, at(22, 12), None),
        (NIGHT, at(22, 23), at(23, 6)),
        (NIGHT, at(23, 5, 59), at(23, 6)),
        (NIGHT, at(23, 12), None),
        (NIGHT, at(24, 5), at(24, 6)),
        (NIGHT, at(25, 5), None),
        (ALL_DAY, at(21, 23, 59), at(22, 0)),
        (ALL_DAY, at(22, 0), None),
        ([], at(23, 12), None),
    ],
)
def test_a_service_is_open_within_its_hours_and_over_midnight(bands, now, until):
    assert hours.open_until(bands, now) == until


@pytest.mark.parametrize(
    ("bands", "now", "opens"),
    [
        (OFFICE, at(22, 12), at(23, 9)),
        (OFFICE, at(27, 18), at(30, 9)),
        (NIGHT, at(24, 7), at(29, 18)),
        (ALL_DAY, at(21, 12), at(28, 0)),
        ([], at(22, 12), None),
    ],
)
def test_when_it_opens_next(bands, now, opens):
    assert hours.opens_next(bands, now) == opens


def test_the_clock_is_that_of_the_place():
    moment = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)
    assert local_time("hk", moment) == at(23, 1, 30)
    assert local_time("th", moment) == at(23, 0, 30)
    assert local_time("mm", moment) == at(23, 0)
    assert local_time("un", moment) == at(22, 17, 30)
