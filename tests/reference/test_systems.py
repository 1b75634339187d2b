"""Jurisdictions, systems and forums, as the rest of the house sees them."""

from datetime import date
from zoneinfo import available_timezones

import pytest

from manumit import reference
from manumit.reference import Forum, System

SYSTEMS = list(reference.systems().values())
FORUMS = list(reference.forums().values())
WANTED_SYSTEMS = (
    "hk th cn mo tw gb us au eu un ilo coe asean icty int my sg ph vn kh la mm id bn tl"
)
WANTED_FORUMS = "hkcfa hkca hkcfi hkdc hkmagc hklab ecthr ecthr-gc icty-tc icty-ac hrc ceacr greta"


def test_every_system_the_starter_collection_needs_is_there():
    assert set(WANTED_SYSTEMS.split()) <= reference.system_codes()


@pytest.mark.parametrize(
    "code",
    WANTED_FORUMS.split(),
)
def test_every_forum_that_records_may_name_is_there(code):
    assert reference.forum(code).code == code


def test_hong_kong_is_a_jurisdiction_of_its_own_within_china():
    hong_kong = reference.system("hk")
    assert (hong_kong.kind, hong_kong.part_of) == ("jurisdiction", "cn")
    assert hong_kong.languages == ("en", "zh-Hant")


def test_a_name_is_given_in_the_readers_language_or_in_english():
    court = reference.forum("hkcfa")
    assert court.name("zh-Hant") == "終審法院"
    assert court.name("th") == court.name() == "Court of Final Appeal"
    assert reference.system("th").name("th") == "ประเทศไทย"


def test_the_forums_of_a_system_come_highest_first():
    codes = [forum.code for forum in FORUMS if forum.system == "hk"]
    assert codes[:3] == ["hkcfa", "hkca", "hkcfi"]


def test_the_types_of_forum_are_told_apart():
    types = {code: reference.forum(code).type for code in ("hklab", "ecthr", "icty-ac", "hrc")}
    assert types == {
        "hklab": "labour_tribunal",
        "ecthr": "regional_HR",
        "icty-ac": "international_criminal",
        "hrc": "treaty_body",
    }


def test_a_court_that_is_closed_says_since_when():
    assert reference.forum("icty-tc").until == date(2017, 12, 31)


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.code)
def test_every_system_says_where_its_facts_come_from(system: System):
    assert all(source.url.startswith("https://") for source in system.sources) or (
        system.code == "int"
    )
    assert all(source.checked >= date(2026, 11, 22) for source in system.sources)


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.code)
def test_every_jurisdiction_has_a_clock(system: System):
    if system.kind == "jurisdiction":
        assert system.timezone in available_timezones()


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.code)
def test_no_two_forums_of_a_system_have_the_same_rank(system: System):
    ranks = [forum.order for forum in system.forums]
    assert len(set(ranks)) == len(ranks)


@pytest.mark.parametrize("forum", FORUMS, ids=lambda forum: forum.code)
def test_names_are_in_languages_we_know(forum: Forum):
    assert set(forum.names) <= reference.languages()


def test_an_unknown_code_is_a_key_error():
    with pytest.raises(KeyError):
        reference.system("atlantis")
    with pytest.raises(KeyError):
        reference.forum("court-of-atlantis")


@pytest.mark.parametrize(
    ("territory", "day", "state"),
    [
        ("hk", date(1997, 6, 30), "gb"),
        ("hk", date(1997, 7, 1), "cn"),
        ("mo", date(1999, 12, 19), "pt"),
        ("mo", date(1999, 12, 20), "cn"),
        ("th", date(2020, 1, 1), None),
    ],
)
def test_the_state_that_acts_abroad_for_a_territory_is_that_of_the_day(territory, day, state):
    assert reference.system(territory).responsible_on(day) == state


def test_a_state_without_law_of_its_own_here_can_still_be_a_party():
    assert {"ch", "fr", "pt", "hk", "eu"} <= reference.party_codes()
    assert reference.party_name("ch", "th") == "สวิตเซอร์แลนด์"
    assert reference.party_name("hk", "zh-Hant") == "香港"  # our own name goes before CLDR's
    assert reference.party_name("ch", "xx-Nowhere") == "Switzerland"


def test_a_code_that_names_no_territory_is_no_party():
    assert not {"zz", "qo", "ez", "atlantis"} & reference.party_codes()
    with pytest.raises(KeyError):
        reference.party_name("zz")
