"""A work's address is what Django says it is, in every language."""

import pytest
from django.urls import reverse, set_script_prefix
from hypothesis import given
from hypothesis import strategies as st

from manumit.base.addresses import of_work


@pytest.fixture(autouse=True)
def first_prefix():
    yield
    set_script_prefix("/")


@given(
    st.sampled_from(["/", "/lang/th/", "/lang/zh-Hant/"]),
    st.text(min_size=1).filter(lambda key: not key.startswith("/") and "\n" not in key),
    st.sampled_from(["", "sec_129", "sec_129__subsec_1", "art_3__para_a"]),
)
def test_the_address_of_any_work_or_passage(prefix, key, eid):
    set_script_prefix(prefix)
    assert of_work(key, eid) == reverse("web:work", args=[f"{key}/{eid}" if eid else key])
