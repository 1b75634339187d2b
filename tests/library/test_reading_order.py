"""Passages are read in the order of the printed text, and otherwise as people count."""

from hypothesis import given
from hypothesis import strategies as st

from manumit.library.ordering import reading_order

EIDS = st.from_regex(r"(art|sec)_[1-9][0-9]?[A-C]?(__para_[a-c])?", fullmatch=True)


def test_without_a_text_passages_count_up_as_people_count():
    eids = ["sched_1", "sec_10", "sec_2A", "sec_2", "preamble", "sec_2__subsec_1", "annex_1"]
    assert reading_order(eids, []) == [
        "preamble", "sec_2", "sec_2__subsec_1", "sec_2A", "sec_10", "sched_1", "annex_1",
    ]  # fmt: skip


def test_what_counts_alike_goes_by_its_letters_and_not_by_chance():
    assert reading_order(["sec_1", "chp_1", "art_1"], []) == ["art_1", "chp_1", "sec_1"]


def test_the_printed_order_is_followed_even_where_it_does_not_count_up():
    assert reading_order([], ["para_2", "hdg_1", "para_1"]) == ["para_2", "hdg_1", "para_1"]


def test_what_the_text_does_not_list_follows_its_nearest_ancestor():
    order = reading_order(["sec_2__subsec_1__para_a", "sec_99"], ["sec_3", "sec_2", "sec_1"])
    assert order == ["sec_3", "sec_2", "sec_2__subsec_1__para_a", "sec_1", "sec_99"]


@given(st.lists(EIDS, max_size=12), st.lists(EIDS, max_size=12, unique=True))
def test_every_passage_has_one_place_whatever_order_it_came_in(eids, printed):
    order = reading_order(eids, printed)
    assert sorted(order) == sorted({*eids, *printed})
    assert reading_order(reversed(order), printed) == order
