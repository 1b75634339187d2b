"""Positions over the starter collection: Hong Kong before, at and after the change of 1997."""

from datetime import date

import pytest

from manumit.treaties import selectors as treaties
from manumit.treaties.errors import NoSuchInstrument, NoSuchTerritory

pytestmark = pytest.mark.usefixtures("starter")
BEFORE, AT, NOW = date(1997, 6, 30), date(1997, 7, 1), date(2026, 11, 22)


@pytest.mark.parametrize(
    ("key", "on", "in_force", "through"),
    [
        ("un/treaty/iccpr", BEFORE, True, "gb"),
        ("un/treaty/iccpr", AT, True, "cn"),
        ("un/treaty/iccpr", NOW, True, "cn"),
        ("un/treaty/icescr", BEFORE, True, "gb"),
        ("un/treaty/icescr", AT, True, "cn"),
        ("un/treaty/cedaw", BEFORE, True, "gb"),
        ("un/treaty/cedaw", NOW, True, "cn"),
        ("un/treaty/crc", BEFORE, True, "gb"),
        ("un/treaty/slavery-convention", BEFORE, True, "gb"),
        ("un/treaty/slavery-convention", NOW, True, "cn"),
        ("un/treaty/palermo-protocol", BEFORE, False, "gb"),
        ("un/treaty/palermo-protocol", NOW, False, "cn"),
        ("un/treaty/untoc", NOW, True, "cn"),
        ("un/treaty/uncac", NOW, True, "cn"),
        ("un/treaty/crpd", NOW, True, "cn"),
        ("un/treaty/crc-opsc", NOW, False, "cn"),
        ("ilo/treaty/c029", BEFORE, True, "gb"),
        ("ilo/treaty/c029", AT, True, "cn"),
        ("ilo/treaty/c111", NOW, False, "cn"),
        ("ilo/treaty/c182", NOW, True, "cn"),
        ("hcch/treaty/child-abduction-1980", AT, False, "cn"),
        ("hcch/treaty/child-abduction-1980", NOW, True, "cn"),
    ],
)
def test_hong_kong_stands_where_it_stood(key, on, in_force, through):
    found = treaties.position_of(key, "hk", on)
    assert (found.in_force, found.through) == (in_force, through), treaties.reason(found)


@pytest.mark.parametrize("on", [BEFORE, AT, NOW])
def test_every_binding_instrument_is_answered_and_explained(on):
    for found in treaties.positions_of("hk", on):
        told = treaties.reason(found)
        assert told.startswith({True: "In force", None: "Not known"}.get(found.in_force, ("N"))), (
            told
        )
        assert "%" not in told
        assert found.rules
        if found.in_force:
            assert found.chain
            assert treaties.sources_of(found)


def test_the_reason_is_one_sentence_with_who_and_when():
    found = treaties.position_of("un/treaty/iccpr", "hk", BEFORE)
    assert treaties.reason(found) == (
        "In force since 20 August 1976: the United Kingdom extended it to Hong Kong on 20 May 1976."
    )
    found = treaties.position_of("un/treaty/palermo-protocol", "hk", NOW)
    assert treaties.reason(found) == (
        "Not in force: China declared on 8 February 2010 that it does not apply to Hong Kong."
    )


def test_the_act_that_decides_is_named_even_if_the_state_joined_later():
    found = treaties.position_of("ilo/treaty/c105", "hk", NOW)
    assert "goes on applying to Hong Kong" in treaties.reason(found)


def test_what_changed_between_two_days_is_what_answers_otherwise():
    changed = {
        each.after.instrument: (each.before.in_force, each.after.in_force)
        for each in treaties.changes_between("hk", date(2010, 1, 1), date(2010, 12, 31))
    }
    assert "un/treaty/palermo-protocol" in changed
    assert "un/treaty/iccpr" not in changed


def test_the_members_of_a_body_are_those_bound_by_its_charter():
    members = treaties.members_of("asean/treaty/asean-charter", date(2020, 1, 1))
    assert sorted(members) == ["bn", "id", "kh", "la", "mm", "my", "ph", "sg", "th", "vn"]
    assert treaties.members_of("un/treaty/not-here", NOW) == []


def test_what_is_not_held_is_refused_in_one_line():
    with pytest.raises(NoSuchInstrument, match="no published instrument has the key"):
        treaties.position_of("un/treaty/nothing", "hk", NOW)
    with pytest.raises(NoSuchTerritory, match="use one such as hk"):
        treaties.position_of("un/treaty/iccpr", "atlantis", NOW)


def test_seventy_and_more_positions_need_no_query_once_the_records_are_read(
    django_assert_max_num_queries,
):
    treaties.positions_of("hk", NOW)
    with django_assert_max_num_queries(1):  # the number of the journal
        assert len(treaties.positions_of("hk", AT)) >= 70
