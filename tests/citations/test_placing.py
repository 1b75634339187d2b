"""A provision typed into a box is found as lawyers of its language write it, or not at all."""

import pytest

from manumit.citations import place_named


@pytest.mark.parametrize(
    ("written", "kind", "system", "place"),
    [
        ("Section 129(1)", "legislation", "hk", "sec_129__subsec_1"),
        ("  s.  129 ", "legislation", "hk", "sec_129"),
        ("Article 3(a)", "instrument", "un", "art_3__para_a"),
        ("Schedule 1", "legislation", "hk", "sched_1"),
        ("第3條", "legislation", "hk", "sec_3"),
        ("มาตรา 6", "legislation", "th", "sec_6"),
        ("Điều 2", "legislation", "vn", "art_2"),
    ],
)
def test_one_provision_is_its_place(written, kind, system, place):
    assert place_named(written, kind=kind, system=system) == place


@pytest.mark.parametrize(
    "written", ["", "129", "sections 1 and 2", "section 1 of it", "Cap. 200", "sec_129"]
)
def test_what_is_no_provision_or_more_than_one_is_no_place(written):
    assert place_named(written, kind="legislation", system="hk") == ""
