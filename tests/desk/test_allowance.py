"""How many questions the desk takes by an hour: a flood shuts it for minutes, not for the day."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.desk.allowance import allowed, opens
from tests.desk.centre import AT

HONG_KONG = ZoneInfo("Asia/Hong_Kong")
# 25 hours long there: the clock is turned back.
LONG_DAY, PARIS = date(2026, 10, 25), ZoneInfo("Europe/Paris")


def at(hour: int, minute: int = 0, *, day: int = 22) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=HONG_KONG)


@pytest.mark.parametrize(
    ("when", "many"),
    [(at(0), 20), (at(0, 17), 20), (at(0, 18), 21), (at(6), 40), (at(12), 60), (at(23, 59), 99)],
)
def test_a_fifth_is_there_at_midnight_and_the_rest_comes_evenly(when, many):
    assert allowed(when, 100) == many


def test_a_flood_in_the_morning_shuts_the_door_for_minutes():
    flooded = allowed(at(9), 100)
    opened = opens(flooded, at(9), 100)
    assert opened - at(9) <= timedelta(minutes=18)
    assert allowed(opened, 100) == flooded + 1
    assert opens(flooded - 1, at(9), 100) is None


def test_when_the_whole_day_is_used_up_the_next_one_opens_it():
    assert opens(100, at(15), 100) == at(0, day=23)
    assert opens(130, at(15), 100) == at(0, day=23)


def test_the_day_is_the_centres_whatever_the_zone_of_the_clock():
    assert allowed(AT, 100) == allowed(AT.astimezone(HONG_KONG), 100) == 76


def test_a_day_of_25_hours_gives_no_more_than_any_other(settings):
    settings.TIME_ZONE = "Europe/Paris"
    noon = datetime(2026, 10, 25, 12, tzinfo=PARIS)  # 13 of 25 hours are over
    assert allowed(noon, 100) == 20 + 80 * 13 // 25


@given(st.integers(0, 1439), st.integers(1, 500), st.integers(0, 600))
def test_where_it_is_shut_it_opens_just_when_it_says(minute, most, count):
    now = at(0) + timedelta(minutes=minute)
    opened = opens(count, now, most)
    if opened is None:
        assert count < allowed(now, most)
        return
    assert opened > now
    if opened < at(0, day=23):
        assert allowed(opened, most) > count
        assert allowed(opened - timedelta(seconds=61), most) <= count
