"""What comes first beyond the words: whole names, whose law it is, what others cite."""

from dataclasses import replace

from tests.contracts.search_shelf import CRIMES, RANTSEV, REPORT, THAI, ZN, find, keys, passage, put


def named(key, title, **more):
    return replace(CRIMES, key=key, title=title, titles=(title, *more.pop("others", ())), **more)


def test_the_law_of_that_name_stands_before_the_one_that_amends_it(engine):
    others = tuple(f"Lamp law called {number}" for number in range(9))
    whole = named("hk/law/cap-1", "Lamps Ordinance 1999", others=others)
    amending = named("hk/law/cap-2", "Lamps Ordinance (Amendment) Lamps Ordinance")
    put(engine, [whole, amending])
    assert keys(find(engine, "lamps ordinance"))[0] == whole.key


def test_a_name_that_two_laws_had_is_that_of_the_one_that_holds(engine):
    new = named("hk/law/cap-2", "Lamps Ordinance 2020", others=("Lighting of lamps and lanterns",))
    old = named("hk/law/cap-1", "Lamps Ordinance 1999", ended=True)
    put(engine, [old, new])
    assert keys(find(engine, "lamps ordinance")) == [new.key, old.key]


def test_the_law_of_the_country_whose_language_is_typed_comes_first(engine):
    words = (passage("", "แรงงานบังคับ แรงงานบังคับ แรงงานบังคับ"),)
    report = replace(REPORT, key="hk/pub/a", passages=words)
    thai = replace(THAI, passages=(passage("", "แรงงานบังคับ " + "ผู้เสียหาย " * 30),))
    put(engine, [report, thai])
    assert keys(find(engine, "แรงงานบังคับ"))[0] == thai.key


def test_of_works_named_alike_the_one_that_others_cite_comes_first(engine):
    first = named("hk/law/cap-1", "Lamp Rules A")
    second = named("hk/law/cap-2", "Lamp Rules B", cited=20)
    put(engine, [first, second])
    assert keys(find(engine, "lamp"))[0] == second.key


def test_being_cited_lifts_no_work_that_has_the_words_only_in_its_text(engine):
    aside = replace(REPORT, passages=(passage("", "Of lamp oil."),), cited=2000)
    titled = named("hk/law/cap-1", "Lamp Rules", passages=())
    put(engine, [aside, titled])
    assert keys(find(engine, "lamp")) == [titled.key, aside.key]


def test_a_name_of_any_length_is_written_and_the_work_found(engine):
    put(engine, [named("hk/law/cap-1", "ว่าด้วย " * 10_000)])
    assert find(engine, "ว่าด้วย").total == 1


def test_most_cited_first_and_the_newer_of_two_cited_as_often(engine):
    shelf = [
        replace(CRIMES, cited=2, dated="1971"),
        replace(RANTSEV, cited=2, dated="2010-01-07"),
        replace(REPORT, cited=30, dated=""),
        replace(ZN, cited=2, dated=""),
        replace(THAI, cited=0),
    ]
    put(engine, shelf)
    found = find(engine, sort="cited")
    assert keys(found) == [REPORT.key, RANTSEV.key, CRIMES.key, ZN.key, THAI.key]
    assert [hit.cited for hit in found.hits] == [30, 2, 2, 2, 0]


def test_what_came_last_to_the_shelves_first(engine):
    put(engine, [replace(CRIMES, added=2), replace(RANTSEV, added=30), replace(REPORT, added=1)])
    assert keys(find(engine, sort="added")) == [RANTSEV.key, CRIMES.key, REPORT.key]
