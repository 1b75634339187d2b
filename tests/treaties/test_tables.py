"""A depositary's table speaks for the parties of which the record says nothing."""

from dataclasses import replace
from datetime import date

from manumit.library.selectors import ListedAct, TableSource
from manumit.records import Wait
from manumit.treaties.rules import position
from manumit.treaties.selectors.tables import with_tables
from manumit.treaties.types import ActOfState, Treaty
from tests.treaties.reading import territory

TABLE = TableSource(1, "untc", "IV-8", "acts", "A depositary", "https://x.example/", None)
PRINTED = date(2015, 3, 14)
RECORDED = Treaty(
    "un/treaty/any",
    in_force_on=date(1981, 9, 3),
    takes_effect=Wait(days=30),
    acts=(ActOfState("th", "accession", "1985-08-09", source="untc"),),
)


def listed(code, act="ratification", on=date(1990, 1, 1), **more):
    table = replace(TABLE, printed_on=more.pop("printed_on", PRINTED))
    return ListedAct(party=code or "Yemen", code=code, act=act, on=on, pk=1, table=table, **more)


def answer(treaty, who, on=PRINTED):
    return position(treaty, territory(who), on, {treaty.key: treaty})


def test_a_party_that_only_the_table_names_is_answered_from_it_with_the_table_as_source():
    treaty = with_tables(RECORDED, [listed("fr")])
    found = answer(treaty, "fr")
    assert (found.in_force, found.since, found.sureness) == (True, "1990-01-31", "sourced")
    assert treaty.sources[found.chain[0].source]["publisher"] == TABLE.name


def test_what_the_record_says_of_a_party_stands_whatever_the_table_says():
    treaty = with_tables(RECORDED, [listed("th", on=date(1999, 1, 1))])
    assert treaty.acts == RECORDED.acts
    assert answer(treaty, "th").since == "1985-09-08"


def test_the_silence_of_a_whole_table_means_no_act_up_to_its_day():
    treaty = with_tables(RECORDED, [listed("fr")])
    assert (answer(treaty, "us").in_force, answer(treaty, "us").sureness) == (False, "sourced")
    assert answer(treaty, "us", date(2020, 1, 1)).sureness == "presumed"


def test_silence_means_nothing_where_somebody_in_it_is_unsure_or_its_day_unknown():
    unsure = with_tables(RECORDED, [listed("fr"), listed("", doubt="which Yemen?")])
    undated = with_tables(RECORDED, [listed("fr", printed_on=None)])
    two = with_tables(
        RECORDED,
        [listed("fr"), replace(listed("ch"), table=replace(TABLE, number="IV-9"))],
    )
    for treaty in (unsure, undated, two, with_tables(RECORDED, [])):
        assert answer(treaty, "us").in_force is None


def test_a_doubtful_act_is_left_to_the_editor():
    treaty = with_tables(RECORDED, [listed("fr", doubt="the column stands for several acts")])
    assert treaty.acts == RECORDED.acts
