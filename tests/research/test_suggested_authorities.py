"""Authorities suggested for a situation: what is found, why, and that nothing told is kept."""

import gc
import logging
from datetime import date
from pathlib import Path
from secrets import token_hex

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from manumit.research.finding.fitness import Fitness
from manumit.research.reading.situation import read
from manumit.research.selectors import known_place, said, suggest
from manumit.search.errors import SearchElsewhere
from manumit.search.loading import engine

TODAY = date(2026, 11, 22)
BEATEN = (
    "A domestic helper in Sha Tin was beaten with a hanger, never paid and not allowed to leave. "
    "Her agency took her passport. Is this forced labour?"
)
pytestmark = pytest.mark.usefixtures("starter")


def found(text=BEATEN, **asked):
    return suggest(text, today=TODAY, **asked)


def by_key(suggestions):
    return {each.key: each for each in suggestions.authorities}


def test_provisions_judgments_and_services_answer_each_with_why():
    given = found()
    assert {"hk/law/cap-57", "hk/law/cap-212"} <= {each.key for each in given.of("provisions")}
    assert any(each.key.startswith("hk/case/dccc-421-2014") for each in given.of("judgments"))
    assert all(each.why for each in given.authorities)
    assert all(service.organisation.system_id == "hk" for service in given.services)
    employment = by_key(given)["hk/law/cap-57"]
    assert employment.eid.startswith("sec_")
    assert "in force since 27 September 1968" in map(said, employment.why)


def test_judgments_that_apply_the_law_suggested_come_with_it():
    told = "A bank in Hong Kong sees round sums paid in every night. Is it money laundering?"
    given = found(told).of("judgments")
    reasons = {one.key: list(map(said, one.why)) for one in given}
    assert "applies law suggested here" in reasons["hk/case/facc-8-2013/2014-11-10"]


def test_what_the_text_cites_comes_first_with_its_pinpoint():
    first = found("Our lawyer relies on section 129 of the Crimes Ordinance (Cap. 200).")
    assert (first.authorities[0].key, first.authorities[0].eid) == ("hk/law/cap-200", "sec_129")
    assert any(said(why).startswith("cited in the text: ") for why in first.authorities[0].why)


def test_the_name_of_the_place_is_no_reason():
    given = found("A worker in Hong Kong is not paid by her employer in Hong Kong.").authorities
    shared = [why.words for each in given for why in each.why if why.kind == "words"]
    assert shared
    assert not any({"hong", "kong"} & {*words.split(", ")} for words in shared)


def test_a_treaty_says_where_the_jurisdiction_stands():
    given = by_key(found("Does the Palermo Protocol apply in Hong Kong?"))
    (force,) = (why for why in given["un/treaty/palermo-protocol"].why if why.kind == "force")
    assert force.words.startswith("Not in force")


def test_a_final_court_abroad_persuades_where_the_common_law_is_shared():
    final, lower = "gb/case/2022-uksc-20", "gb/case/2022-ewca-crim-106"

    def worth(jurisdiction):
        asked = {"on": None, "today": TODAY, "usual": ("hk",)}
        fitness = Fitness(read("A servant.", jurisdiction=jurisdiction, **asked))
        fitness.read({final, lower})
        return fitness(final), fitness(lower)

    hong_kong, thailand = worth("hk"), worth("th")
    assert hong_kong[0] > thailand[0]
    assert hong_kong[1] == thailand[1]


def test_sums_and_ages_of_the_case_find_nothing():
    plain = found("A maid in Sha Tin repays the loan of an agency.")
    sums = found("A maid in Sha Tin repays the loan of 24,000 of an agency 57.")
    assert [each.key for each in sums.authorities] == [each.key for each in plain.authorities]


def test_a_law_that_had_not_begun_on_the_day_steps_back():
    told = "Must a teacher in Hong Kong report the abuse of a child?"
    law = "hk/law/cap-650"  # in force since January 2026
    now, then = found(told), found(told, on=date(2019, 5, 1))
    assert now.authorities[0].key == law
    assert then.authorities[0].key != law
    assert then.reading.day.known == "given"


def test_the_same_is_found_for_chinese_and_thai():
    assert "hk/law/cap-57" in by_key(found("外傭在旺角工作，僱主沒有發薪，還取去她的護照。"))
    thai = found("ลูกเรือประมงถูกบังคับให้ทำงาน")
    assert "th/law/anti-trafficking-2551" in by_key(thai)
    assert known_place(thai.reading.place, "Thailand") == "Thailand, guessed from the language"


def test_a_law_of_the_place_that_covers_much_is_not_pushed_out_by_narrow_records():
    first = [each.key for each in found("ลูกเรือประมงถูกบังคับให้ทำงาน").authorities[:10]]
    assert "th/law/anti-trafficking-2551" in first


def test_as_many_are_given_as_are_asked_for():
    assert len(found(limit=3).authorities) == 3
    assert found().authorities[0].score == 1


def test_without_an_engine_of_its_own_the_text_is_not_sent_away(monkeypatch):
    def refuse(plan):
        assert plan.discreet
        raise SearchElsewhere

    monkeypatch.setattr(engine(), "execute", refuse)
    given = found()
    assert "not asked" in given.remarks[0]
    assert given.authorities  # by concepts and citations alone


def test_a_long_letter_is_read_as_far_as_said():
    assert "20,000" in found(BEATEN * 200).remarks[0]


def test_no_word_that_was_told_stays_in_memory_the_log_the_database_or_on_disk(
    caplog, settings, tmp_path
):
    canary = f"zq{token_hex(8)}"
    caplog.set_level(logging.DEBUG)
    where = f"{canary}, Sha Tin"
    told = f"{where}\n\nHer name is {canary}. {canary} was beaten. {BEATEN}"
    with CaptureQueriesContext(connection) as asked:
        keys = [each.key for each in found(told, where=where).authorities]
    assert keys
    assert not [query for query in asked.captured_queries if canary in query["sql"].casefold()]
    assert canary not in caplog.text.casefold()
    for file in Path(settings.MANUMIT_INDEX).rglob("*"):
        assert not file.is_file() or canary.encode() not in file.read_bytes()
    assert held_in_memory(canary, but=asked) == []


def held_in_memory(word, *, but):
    """Everything that holds a string with the word, apart from this test's own frames and names."""
    gc.collect()
    return [
        type(thing)
        for thing in gc.get_objects()
        if type(thing).__name__ not in {"frame", "cell"} and thing is not but
        for held in gc.get_referents(thing)
        if type(held) is str and word in held.casefold()
    ]
