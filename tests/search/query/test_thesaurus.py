"""What else a thing is called is looked for too, and the reader is told."""

import pytest

from manumit.search.plan import Term, Widened, leaves
from manumit.search.query import Thesaurus, plan, vocabulary
from manumit.search.query.thesaurus import Group
from manumit.search.types import SearchRequest

LAMPS = Thesaurus([Group(("lantern", "oil lamp", "燈籠")), Group(("keeper", "守燈人"))])


def others(query, thesaurus=LAMPS):
    return {one.typed: one.others for one in plan(SearchRequest(query), thesaurus).widened}


def test_a_word_of_the_vocabulary_is_looked_for_by_its_other_names():
    assert others("lantern") == {"lantern": ("oil lamp", "燈籠")}


def test_the_longest_run_of_words_that_is_a_name_counts():
    assert others("old oil lamps keeper") == {
        "oil lamps": ("lantern", "燈籠"),
        "keeper": ("守燈人",),
    }


def test_a_name_in_another_script_is_one_too():
    assert others("燈籠") == {"燈籠": ("lantern", "oil lamp")}


@pytest.mark.parametrize(
    "query", ['"oil lamp"', "lantern AND keeper", "-lantern x", "title:lantern", "lamp", ""]
)
def test_what_is_quoted_or_joined_by_operators_is_wanted_as_it_stands(query):
    assert others(query) == {}


def test_a_thai_name_is_one_without_its_noun_maker_too():
    thesaurus = Thesaurus([Group(("human trafficking", "การค้ามนุษย์"))])
    assert others("ค้ามนุษย์", thesaurus) == {"ค้ามนุษย์": ("human trafficking",)}


def test_names_inside_a_question_without_spaces_count_where_nothing_has_all_of_it():
    thesaurus = Thesaurus([Group(("human trafficking", "การค้ามนุษย์"))])
    looser = plan(SearchRequest("เหยื่อค้ามนุษย์ถูกจับ"), thesaurus).looser
    assert looser
    terms = {leaf.term for leaf in leaves(looser.match) if isinstance(leaf, Term)}
    assert "เหยื่อ" in terms
    assert any(isinstance(part, Widened) for part in looser.match.parts[0].parts)


def test_words_that_are_a_name_without_others_are_loosened_like_any():
    thesaurus = Thesaurus([Group(("oil lamp",))])
    assert (
        plan(SearchRequest("old oil lamps keeper"), thesaurus).looser
        == plan(SearchRequest("old oil lamps keeper")).looser
    )


def test_other_names_lift_no_title():
    match = plan(SearchRequest("lantern"), LAMPS).plan.match
    assert isinstance(match, Widened)
    assert [leaf.term for leaf in leaves(match, widened=False)] == ["lantern"]
    assert len(list(leaves(match))) == 3


def test_the_vocabulary_names_trafficking_in_every_language_of_the_region():
    [names] = others("human trafficking", vocabulary()).values()
    assert {"販運人口", "การค้ามนุษย์", "mua bán người"} <= set(names)
    assert "human trafficking" not in names
