"""Citations as people type them into a search box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.citations import asked_for


@pytest.mark.parametrize(
    ("typed", "key", "eids"),
    [
        ("Cap. 200, s. 129", "hk/law/cap-200", ("sec_129",)),
        ("cap 200 s 129", "hk/law/cap-200", ("sec_129",)),
        ("crimes ordinance", "hk/law/cap-200", ()),
        ("s 129 crimes ordinance", "hk/law/cap-200", ("sec_129",)),
        ("刑事罪行條例第129條", "hk/law/cap-200", ("sec_129",)),
        ("[2019] hkcfa 53", "hk/case/2019-hkcfa-53", ()),
        ("facv 4/2019", "hk/case/2019-hkcfa-53", ()),
        ("25965/04", "coe/case/25965-04/2010-01-07", ()),
        ("rantsev v cyprus and russia", "coe/case/25965-04/2010-01-07", ()),
        ("RANTSEV V. CYPRUS AND RUSSIA", "coe/case/25965-04/2010-01-07", ()),
        ("palermo protocol art 3", "un/treaty/palermo-protocol", ("art_3",)),
        ("ilo c29", "ilo/treaty/c029", ()),
        ("ra 9208 s 4", "ph/law/ra-9208", ("sec_4",)),
    ],
)
def test_small_letters_and_bare_numbers_lead_to_the_work(register, typed, key, eids):
    [citation] = asked_for(typed, register)
    assert (citation.key, citation.pinpoints) == (key, eids)


def test_a_number_nobody_holds_is_still_a_citation(register):
    [citation] = asked_for("[2020] hkcfa 99", register)
    assert (citation.cite, citation.key in register) == ("[2020] HKCFA 99", False)


@pytest.mark.parametrize(
    "typed", ["law", "what is trafficking in hong kong", "forced labour", "2010", "การค้ามนุษย์", ""]
)
def test_words_are_no_citation(register, typed):
    assert asked_for(typed, register) == []


@given(st.text(max_size=60))
def test_anything_can_be_asked(register, typed):
    for citation in asked_for(typed, register):
        assert citation.text
