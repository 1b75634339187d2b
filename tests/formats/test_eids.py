"""Addresses made from printed numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.formats.eids import EidMaker, clean_number
from manumit.reference.addresses import is_eid


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("26A.", "26A"),
        ("(iv)", "iv"),
        ("9 bis", "9-bis"),
        ("第5部", "5"),
        ("甲", ""),
        ("e.ea", "e.ea"),
    ],
)
def test_a_printed_number_becomes_the_number_of_an_address(printed: str, number: str) -> None:
    assert clean_number(printed) == number


def test_a_number_printed_twice_gives_two_addresses() -> None:
    eids = EidMaker()
    assert eids.make("sec_2", "para", "(a)") == "sec_2__para_a"
    assert eids.make("sec_2", "para", "(a)") == "sec_2__para_a-2"
    assert eids.make("sec_2", "para", "(a)") == "sec_2__para_a-3"
    assert eids.repeated == ["sec_2__para_a", "sec_2__para_a"]


@given(st.lists(st.text(max_size=60), max_size=30))
def test_no_address_is_ever_malformed_or_given_twice(numbers: list[str]) -> None:
    eids = EidMaker()
    parent = eids.make(None, "sec", "1")
    made = [eids.make(parent, "para", number) for number in numbers]
    assert len(set(made)) == len(made)
    assert all(is_eid(eid) for eid in made)


@given(st.integers(min_value=1, max_value=60))
def test_an_address_too_deep_to_write_is_named_from_the_top(depth: int) -> None:
    eids = EidMaker()
    eid = eids.make(None, "sec", "1")
    for _ in range(depth):
        eid = eids.make(eid, "subpara", "x")
        assert is_eid(eid)
