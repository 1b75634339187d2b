"""Who types the whole of a name means the work that has it."""

import pytest

from manumit.search.names import whole_name


@pytest.mark.parametrize(
    "name",
    [
        "Anti-Trafficking in Persons Act",
        "anti-trafficking in persons act 2008",
        "Anti-Trafficking in Persons Act, B.E. 2551 (2008)",
        "Anti-Trafficking in Persons Act of 2008",
    ],
)
def test_case_and_the_year_at_the_end_make_no_other_name(name):
    assert whole_name(name) == "anti traffick in person act"


def test_a_thai_law_is_named_without_its_year():
    named = "พระราชบัญญัติป้องกันและปราบปรามการค้ามนุษย์"
    assert whole_name(f"{named} พ.ศ. 2551") == whole_name(named)
    assert whole_name(f"{named} (ฉบับที่ 3) พ.ศ. 2560") != whole_name(named)


def test_both_chinese_scripts_are_one_name():
    assert whole_name("販運人口條例") == whole_name("贩运人口条例")
