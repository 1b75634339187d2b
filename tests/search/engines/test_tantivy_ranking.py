"""What comes first beyond the words: whole names, whose law it is, what others cite."""

from dataclasses import replace

import pytest

from manumit.search.engines.tantivy import TantivyEngine
from tests.contracts.search_shelf import CRIMES, RANTSEV, REPORT, THAI, find, keys, passage, put


@pytest.fixture
def shelve(tmp_path):
    def act(*documents):
        engine = TantivyEngine(tmp_path / "index")
        put(engine, documents)
        return engine

    return act


def named(key, title, **more):
    return replace(CRIMES, key=key, title=title, titles=(title, *more.pop("others", ())), **more)


def test_the_law_of_that_name_stands_before_the_one_that_amends_it(shelve):
    others = tuple(f"Lamp law called {number}" for number in range(9))
    whole = named("hk/law/cap-1", "Lamps Ordinance 1999", others=others)
    amending = named("hk/law/cap-2", "Lamps Ordinance (Amendment) Lamps Ordinance")
    assert keys(find(shelve(whole, amending), "lamps ordinance"))[0] == whole.key


def test_a_name_that_two_laws_had_is_that_of_the_one_that_holds(shelve):
    new = named("hk/law/cap-2", "Lamps Ordinance 2020", others=("Lighting of lamps and lanterns",))
    old = named("hk/law/cap-1", "Lamps Ordinance 1999", ended=True)
    assert keys(find(shelve(old, new), "lamps ordinance")) == [new.key, old.key]


def test_the_law_of_the_country_whose_language_is_typed_comes_first(shelve):
    words = (passage("", "แรงงานบังคับ แรงงานบังคับ แรงงานบังคับ"),)
    report = replace(REPORT, key="hk/pub/a", passages=words)
    thai = replace(THAI, passages=(passage("", "แรงงานบังคับ " + "ผู้เสียหาย " * 30),))
    assert keys(find(shelve(report, thai), "แรงงานบังคับ"))[0] == thai.key


def test_of_works_named_alike_the_one_that_others_cite_comes_first(shelve):
    first = named("hk/law/cap-1", "Lamp Rules A")
    second = named("hk/law/cap-2", "Lamp Rules B", cited=20)
    assert keys(find(shelve(first, second), "lamp"))[0] == second.key


def test_most_cited_first_and_the_newer_of_two_cited_as_often(shelve):
    engine = shelve(
        replace(CRIMES, cited=2, dated="1971"),
        replace(RANTSEV, cited=2, dated="2010-01-07"),
        replace(REPORT, cited=30, dated=""),
        replace(THAI, cited=0),
    )
    found = find(engine, sort="cited")
    assert keys(found) == [REPORT.key, RANTSEV.key, CRIMES.key, THAI.key]
    assert [hit.cited for hit in found.hits] == [30, 2, 2, 0]
