"""What a misspelt word can stand for is looked up in the index, the most frequent words first."""

import pytest

from manumit.search.engines.tantivy import TantivyEngine
from manumit.search.engines.tantivy.spellings import Spellings
from manumit.search.plan import Fuzzy, Term
from tests.contracts.search_shelf import SHELF, find, put


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    made = TantivyEngine(tmp_path_factory.mktemp("shelf"))
    put(made, SHELF)
    return made


@pytest.fixture(scope="module")
def spellings(engine):
    return Spellings(engine._newest().view._works)


@pytest.mark.parametrize("typed", ["traficking", "rtafficking", "trafickin"])
def test_a_word_with_other_letters_near_its_beginning_is_found(spellings, typed):
    assert "traffick" in spellings.of(Fuzzy(typed, 5)).spellings


def test_only_misspelt_words_are_looked_up(spellings):
    assert spellings.of(Term("traficking")) == Term("traficking")
    assert spellings.of(Fuzzy("traficking", 2, "clusters")).spellings == ()


def test_a_word_with_another_first_letter_is_found_all_the_same(engine):
    assert find(engine, "zrafficking~").total
