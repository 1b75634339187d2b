"""Whose law is meant is told by the language of the query."""

import pytest

from manumit.search.query import plan, vocabulary
from manumit.search.types import SearchRequest


def homes(query):
    return plan(SearchRequest(query), vocabulary()).plan.homes


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("ค้ามนุษย์", ("th",)),
        ("ទាសភាព", ("kh",)),
        ("ການຄ້າມະນຸດ", ("la",)),
        ("လူကုန်ကူးမှု", ("mm",)),
        ("phạt bao nhiêu năm tù", ("vn",)),
        ("拐卖妇女", ("cn",)),
    ],
)
def test_letters_tell_the_country(query, meant):
    assert homes(query) == meant


def test_traditional_characters_are_not_those_of_the_mainland():
    assert "hk" in homes("強迫勞動")
    assert "cn" not in homes("強迫勞動")


def test_characters_that_both_scripts_share_leave_all_four():
    assert set(homes("人口")) == {"hk", "mo", "tw", "cn"}


def test_a_name_that_only_one_language_has_tells_it():
    assert homes("kerja paksa") == ("id",)
    assert "my" in homes("buruh paksa")


@pytest.mark.parametrize("query", ["forced labour", "Rantsev", "", "kind:law"])
def test_english_and_what_nobody_knows_tell_nothing(query):
    assert homes(query) == ()


def test_only_what_was_typed_is_looked_for_without_any_preference():
    assert plan(SearchRequest("ค้ามนุษย์"), None).plan.homes == ()
