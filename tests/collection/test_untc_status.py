"""Treaty events of the collection held against the depositary's status tables of March 2015.

The tables are read by the format ``untc`` and compared as ``manumit import untc`` compares them.
"""

from tests.collection import page
from tests.collection.depositary import (
    AMENDED,
    FOLDER,
    LAST_DAY,
    held_against_tables,
    rolls_of,
)
from tests.paths import shared

ANEW = "write it anew: python -m tests.collection > docs/reconciliation.md"


def test_what_states_did_by_march_2015_is_what_the_depositary_lists():
    disagreements, agreed = [], 0
    for held in held_against_tables(shared(FOLDER)):
        name, found = f"{held.number} {held.record.title}", held.compared
        agreed += len(found.agreed)
        open_acts = [act for act in found.open if act.code]
        acts = (*found.missing, *open_acts)
        disagreements += [f"{name}: no event is {act}" for act in acts]
        disagreements += [
            f"{name}: {event} is in the table {act}" for act, event in found.different
        ]
        disagreements += [f"{name}: no table has {event}" for event in held.unexplained]
    assert not disagreements, "\n".join(disagreements)
    assert agreed >= 300


def test_a_table_counts_as_read_whole_up_to_its_day_and_where_all_acts_stand_in_it():
    called_whole = 0
    for held in held_against_tables(shared(FOLDER)):
        for roll in rolls_of(held.record):
            called_whole += 1
            assert roll.up_to <= LAST_DAY, held.record.title
            assert held.number not in AMENDED, held.record.title
    assert called_whole >= 25


def test_the_page_says_how_records_and_tables_stand():
    shared(FOLDER)
    assert page.PAGE.read_text(encoding="utf-8") == page.page(), ANEW


def test_of_a_hundred_acts_in_the_tables_ninety_nine_are_read():
    read = page.count_acts(shared(FOLDER) / "treaties")
    assert read.tables == 324
    assert read.whole / read.acts >= 0.99
    assert len(read.unread) == read.acts - read.whole
