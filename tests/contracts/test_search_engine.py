"""What every search engine must do. A new engine is one more line in ENGINES."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.utils.module_loading import import_string
from hypothesis import given, settings
from hypothesis import strategies as st

from manumit.search.errors import IndexBusy, SearchUnavailable
from manumit.search.query import LOOSENED, MOST
from manumit.search.types import SearchRequest
from tests.contracts.search_shelf import (
    AMENDED,
    BURMESE,
    CRIMES,
    KHMER,
    LAO,
    RANTSEV,
    REPORT,
    SHELF,
    THAI,
    ZN,
    answer,
    find,
    keys,
    marked,
    passage,
    put,
    quoted,
)

ENGINES = ["manumit.search.engines.tantivy.TantivyEngine"]
ROOT = Path(__file__).parents[2]
OPERATORS = ["rantsev", "labour", "การค้า", "人口販運", "(", ")", '"', "AND", "OR", "NOT", "-", "*", "~",
             "/5", "/s", "/p", "title:", "year:", "year:(2010)", "2010..", "kind:", "in:hk", "act:(",
             "bond*", "~labor"]  # fmt: skip


@pytest.fixture(scope="module", params=ENGINES)
def name(request):
    return request.param


@pytest.fixture(scope="module")
def shelf(name, tmp_path_factory):
    """An engine with the whole shelf in it; nobody changes it."""
    engine = import_string(name)(tmp_path_factory.mktemp("shelf"))
    put(engine, SHELF, number=7)
    return engine


@pytest.fixture
def engine(name, tmp_path):
    """An engine of one's own, with nothing made yet."""
    return import_string(name)(tmp_path / "index")


class TestOperators:
    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("rantsev OR prostitution", {RANTSEV, CRIMES, REPORT}),
            ("rantsev AND labour", {REPORT}),
            ("(rantsev OR wages) NOT permit", {AMENDED, REPORT}),
            ("immigration NOT report", {RANTSEV}),
            ("kind:judgment labour", {ZN}),
            ("court:hkcfa", {ZN}),
            ("(kind:judgment OR kind:legislation) trafficking in:hk", {CRIMES}),
            ("title:rantsev", {RANTSEV}),
            ("title:(crimes OR employment)", {CRIMES, AMENDED}),
            ("title:zn title:justice", {ZN}),
            ("cite:25965/04", {RANTSEV}),
            ("title:刑事", {CRIMES}),
            ("title:การค้ามนุษย์", {THAI}),
            ("year:2010", {RANTSEV}),
            ("year:(2010 OR 2015)", {RANTSEV, LAO}),
            ('date:"2010-01"', {RANTSEV}),
            ("year:(sometimes)", set()),
            ("kind:judg*", set()),
            ("date:2009..2015 -in:coe", {LAO}),
            ("date:2015..", {LAO, ZN}),
            ("prosti*", {CRIMES}),
            ("prostituti*", {CRIMES}),
            ("Krachun*", {REPORT}),
            ("~rantsef", {RANTSEV, REPORT}),
            ("Chowdhury~", {REPORT}),
            ("debt /2 bondage", {REPORT}),
            ("bondage /1 debt", {REPORT}),
            ("victims /1 bondage", set()),
            ("victims /3 bondage", {REPORT}),
            ('"debt bondage" /3 victims', {REPORT}),
            ('"debt labour" /9 victims', set()),
            ("(debt OR shillings) /4 (bondage OR wages)", {REPORT, AMENDED}),
            ("debt /s labour", {REPORT}),
            ("debt /s rantsev", set()),
            ("debt /p rantsev", {REPORT}),
            ("debt /p krachunova", set()),
            ("bond* /p krachunova", {REPORT}),
            ("賣淫 /p 香港", {CRIMES}),
            ("賣淫 /s 香港", {CRIMES}),
        ],
    )
    def test_an_operator_finds_what_it_says(self, shelf, query, found):
        assert set(keys(find(shelf, query))) == {work.key for work in found}

    @pytest.mark.parametrize(
        ("query", "work", "marks"),
        [
            ("prosti*", CRIMES, ["prostitution"]),
            ("Chowdhury~", REPORT, ["Chowdury"]),
            ("victims /3 bondage", REPORT, ["Victims", "bondage"]),
            ("debt /s labour", REPORT, ["debt", "labour"]),
        ],
    )
    def test_what_was_found_by_an_operator_is_marked(self, shelf, query, work, marks):
        [hit] = [one for one in find(shelf, query).hits if one.key == work.key]
        assert marked(hit) == marks

    def test_nearness_on_a_day_counts_the_words_of_that_day(self, shelf):
        query = "monthly /2 shillings"
        assert keys(find(shelf, query, on=date(2008, 1, 1))) == [AMENDED.key]
        assert keys(find(shelf, query, on=date(2010, 1, 1))) == []
        query = "monthly /p shillings"
        assert keys(find(shelf, query, on=date(2008, 1, 1))) == [AMENDED.key]
        assert keys(find(shelf, query, on=date(2010, 1, 1))) == []

    def test_operators_are_not_loosened_into_something_else(self, shelf):
        result = find(shelf, "rantsev AND shillings")
        assert (result.total, result.hint) == (0, "")

    def test_a_wrong_query_is_answered_and_says_what_was_sought(self, shelf):
        result = find(shelf, "(rantsev AND")
        assert RANTSEV.key in keys(result)
        assert "opening bracket" in result.hint
        assert "“AND” needs something" in result.hint


class TestOtherNames:
    def test_what_a_thing_is_called_elsewhere_is_found_and_told(self, shelf):
        found = find(shelf, "human trafficking")
        assert THAI.key in keys(found)
        assert "การค้ามนุษย์" in found.widened[0].others
        [hit] = [one for one in found.hits if one.key == THAI.key]
        assert marked(hit) == ["การค้ามนุษย์"]

    def test_it_is_told_too_where_only_most_of_the_words_were_found(self, shelf):
        found = find(shelf, "human trafficking wages shillings")
        assert found.hint == LOOSENED
        assert [one.typed for one in found.widened] == ["human trafficking"]

    def test_one_click_narrows_it_to_what_was_typed(self, shelf):
        found = find(shelf, "human trafficking", exact=True)
        assert THAI.key not in keys(found)
        assert found.widened == ()

    def test_what_was_typed_comes_before_its_other_names(self, engine):
        other = replace(REPORT, key="hk/pub/b", passages=(passage("", "強迫勞動 is a crime."),))
        typed = replace(
            REPORT, key="hk/pub/a", passages=(passage("", "Forced labour is a crime."),)
        )
        put(engine, [other, typed])
        assert keys(find(engine, "forced labour")) == [typed.key, other.key]

    def test_no_title_lifts_a_work_above_one_with_the_words_that_were_typed(self, engine):
        text = "Every data user follows the data protection principles."
        typed = replace(REPORT, key="hk/pub/a", title="An ordinance", passages=(passage("", text),))
        lifted = replace(
            REPORT,
            key="hk/pub/b",
            title="Principles: principles of privacy",
            titles=("Principles: principles of privacy",),
            passages=(passage("", "Of privacy."),),
        )
        put(engine, [lifted, typed])
        assert keys(find(engine, "data protection principles")) == [typed.key, lifted.key]


class TestQuestions:
    def test_the_words_a_question_is_asked_with_are_not_required(self, shelf):
        found = find(shelf, "what does the law say about wages of employees")
        assert keys(found)[0] == AMENDED.key

    def test_few_works_with_all_words_are_followed_by_those_with_most(self, shelf):
        found = find(shelf, "wages employees monthly prostitution")
        assert keys(found)[0] == AMENDED.key
        assert found.hint == LOOSENED
        found = find(shelf, "wages law protects employees helper")
        assert keys(found)[0] == AMENDED.key

    def test_what_has_all_words_comes_first(self, engine):
        all_words = replace(REPORT, key="hk/pub/a", passages=(passage("", "Boats, nets, crews."),))
        most = replace(
            REPORT, key="hk/pub/b", title="Boats: nets", titles=("Boats: nets",),
            passages=(passage("", "Boats and nets, boats and nets."),),
        )  # fmt: skip
        put(engine, [most, all_words])
        found = find(engine, "boats nets crews")
        assert keys(found) == [all_words.key, most.key]
        assert found.hint == MOST

    def test_a_word_that_is_only_functional_can_still_be_looked_for(self, shelf):
        assert find(shelf, "their").total

    def test_a_report_is_found_by_who_made_it(self, engine):
        put(engine, [replace(REPORT, whose=("Marika McAdam", "Lantern Watch"))])
        assert find(engine, "mcadam lantern watch").total == 1


class TestSpelling:
    @pytest.mark.parametrize(
        ("typed", "work", "meant"),
        [
            ("rantzev", RANTSEV, "rantsev"),
            ("imigration", RANTSEV, "immigration"),
            ("prostittuion", CRIMES, "prostitution"),
            ("debt bondege", REPORT, "debt bondage"),
        ],
    )
    def test_a_word_that_nothing_has_is_read_as_its_likeliest_spelling(
        self, shelf, typed, work, meant
    ):
        found = find(shelf, typed)
        assert work.key in keys(found)
        assert found.meant == meant
        assert f"Nothing here has “{typed}”" in found.hint

    @pytest.mark.parametrize(
        "typed", ["rantsev", "26965/04", "zzzzzzzz", "kjhgf qwert", "人口贩卖"]
    )
    def test_what_is_there_or_like_nothing_is_not_respelt(self, shelf, typed):
        assert find(shelf, typed).meant == ""


class TestWords:
    def test_all_words_must_be_there(self, shelf):
        assert keys(find(shelf, "immigration police")) == [RANTSEV.key]

    def test_words_of_different_passages_of_a_work_meet(self, shelf):
        assert keys(find(shelf, "artiste investigation")) == [RANTSEV.key]

    def test_a_word_is_found_in_its_other_forms(self, shelf):
        assert RANTSEV.key in keys(find(shelf, "investigating"))

    def test_accents_and_case_do_not_matter(self, shelf):
        assert keys(find(shelf, "KRACHUNOVA")) == keys(find(shelf, "krachunová")) == [REPORT.key]

    def test_when_no_work_has_all_words_those_with_some_are_given_and_it_is_said(self, shelf):
        result = find(shelf, "artiste shillings")
        assert set(keys(result)) == {RANTSEV.key, AMENDED.key}
        assert "some of them" in result.hint

    def test_what_is_nowhere_is_not_found(self, shelf):
        result = find(shelf, "xylophone")
        assert (result.total, result.hits, result.hint) == (0, (), "")

    def test_an_excluded_word_keeps_works_out(self, shelf):
        assert keys(find(shelf, "labour -bondage")) == [ZN.key]
        assert keys(find(shelf, "wages -shillings")) == []

    def test_exclusions_alone_leave_everything_else(self, shelf):
        assert AMENDED.key not in keys(find(shelf, "-shillings"))
        assert len(find(shelf, "-shillings", limit=100).hits) == len(SHELF) - 1

    def test_a_title_comes_before_a_mention(self, shelf):
        assert keys(find(shelf, "rantsev")) == [RANTSEV.key, REPORT.key]


class TestPhrases:
    def test_words_in_quotes_stand_together(self, shelf):
        assert keys(find(shelf, '"debt bondage"')) == [REPORT.key]
        assert keys(find(shelf, '"bondage debt"')) == []

    def test_a_phrase_does_not_reach_from_one_passage_into_the_next(self, shelf):
        assert keys(find(shelf, '"definition States"')) == []

    def test_a_phrase_is_marked_as_one(self, shelf):
        assert marked(find(shelf, '"debt bondage"').hits[0]) == ["debt bondage"]

    def test_a_phrase_can_be_excluded(self, shelf):
        assert REPORT.key not in keys(find(shelf, 'victims -"debt bondage"'))

    def test_a_lone_quotation_mark_is_ignored_and_it_is_said(self, shelf):
        result = find(shelf, 'debt "bondage')
        assert keys(result) == [REPORT.key]
        assert "quotation mark" in result.hint


class TestCitations:
    @pytest.mark.parametrize(
        ("query", "work"),
        [
            ("Cap. 200", CRIMES),
            ("cap 57", AMENDED),
            ("[2019] HKCFA 53", ZN),
            ("25965/04", RANTSEV),
            ("ECLI:CE:ECHR:2010:0107JUD002596504", RANTSEV),
            ("FACV 4/2019", ZN),
        ],
    )
    def test_a_citation_finds_its_work_first(self, shelf, query, work):
        assert keys(find(shelf, query))[0] == work.key

    def test_a_section_number_is_a_word(self, engine):
        put(engine, [replace(CRIMES, passages=(passage("sec_1", "contrary to s 129(1) thereof"),))])
        for query in ("s 129", '"s 129"', "s.129(1)"):
            assert keys(find(engine, query)) == [CRIMES.key]


class TestScriptsWithoutSpaces:
    """Parts of words and phrases, cut where no dictionary would cut them."""

    @pytest.mark.parametrize(
        ("query", "work", "marks"),
        [
            ("受害", ZN, ["受害"]),
            ("受害人", ZN, ["受害人"]),
            ("人口贩运", ZN, ["人口販運"]),  # typed in Simplified, written in Traditional
            ("被迫從事", ZN, ["被迫從事"]),
            ("人", ZN, ["人", "人", "人"]),
            ("司法機構", REPORT, ["司法机构"]),  # typed in Traditional, written in Simplified
            ("การค้ามนุษย์", THAI, ["การค้ามนุษย์"]),
            ("ค้ามนุษย์", THAI, ["ค้ามนุษย์"]),
            ("เสียหาย", THAI, ["เสียหาย"]),
            ("มาตรา 6", THAI, ["มาตรา", "๖"]),
            ("มาตรา๖", THAI, ["มาตรา", "๖"]),
            ("ជួញដូរ", KHMER, ["ជួញដូរ"]),
            ("ការពារ", KHMER, ["ការពារ"]),
            ("ការការពារ", KHMER, ["ការការពារ"]),
            ("ការពារជនរងគ្រោះ", KHMER, ["ការពារ\u200bជនរងគ្រោះ"]),
            ("ຄ້າມະນຸດ", LAO, ["ຄ້າມະນຸດ"]),
            ("ມະນຸດ", LAO, ["ມະນຸດ"]),
            ("ကုန်ကူး", BURMESE, ["ကုန်ကူး"]),
            ("စောင့်ရှောက်", BURMESE, ["စောင့်ရှောက်"]),
        ],
    )
    def test_a_part_is_found_and_marked(self, shelf, query, work, marks):
        hits = {hit.key: hit for hit in find(shelf, query).hits}
        assert marked(hits[work.key]) == marks

    @pytest.mark.parametrize("query", ["人口販", "運人口", "ษย์การ", "ນຸດຄ້າ"])
    def test_neighbours_in_another_order_are_not_a_match(self, shelf, query):
        result = find(shelf, f'"{query}"')
        assert [key for key in keys(result) if key not in {ZN.key, CRIMES.key, RANTSEV.key}] == []
        assert query == "人口販" or not result.total

    def test_a_topic_is_found_by_its_name_in_another_language(self, shelf):
        assert RANTSEV.key in keys(find(shelf, "人口販運"))
        assert RANTSEV.key in keys(find(shelf, "การค้ามนุษย์"))
        assert REPORT.key in keys(find(shelf, "ผู้เสียหาย"))

    def test_a_title_is_found(self, shelf):
        assert keys(find(shelf, "刑事罪行條例"))[0] == CRIMES.key
        assert keys(find(shelf, "ปราบปราม"))[0] == THAI.key
        assert keys(find(shelf, "ကာကွယ်ရေး"))[0] == BURMESE.key

    def test_a_question_without_spaces_falls_back_to_its_parts(self, shelf):
        result = find(shelf, "香港的人口販運受害者有什麼權利")
        assert ZN.key in keys(result)
        assert result.hint


class TestFilters:
    def test_a_value_of_a_facet_narrows(self, shelf):
        result = find(shelf, filters={"kind": ("judgment",)})
        assert set(keys(result)) == {RANTSEV.key, ZN.key}

    def test_values_of_one_facet_widen_and_facets_narrow_each_other(self, shelf):
        filters = {"jurisdiction": ("th", "hk"), "kind": ("legislation",)}
        assert set(keys(find(shelf, filters=filters))) == {THAI.key, CRIMES.key, AMENDED.key}

    @pytest.mark.parametrize(
        ("facet", "value", "works"),
        [
            ("forum", "hkcfa", {ZN.key}),
            ("topic", "trafficking", {RANTSEV.key, CRIMES.key}),
            ("year", "2008", {THAI.key, KHMER.key}),
            ("language", "zh-Hant", {ZN.key, CRIMES.key}),
            ("practice_area", "immigration", {RANTSEV.key}),
            ("act", "recruitment", {RANTSEV.key}),
            ("means", "abuse-of-vulnerability", {RANTSEV.key}),
            ("purpose", "sexual-exploitation", {RANTSEV.key}),
        ],
    )
    def test_every_facet_can_be_filtered_by(self, shelf, facet, value, works):
        assert set(keys(find(shelf, filters={facet: (value,)}))) == works

    def test_an_unknown_facet_or_value_is_no_error(self, shelf):
        assert "colour" in find(shelf, filters={"colour": ("red",)}).hint
        assert find(shelf, filters={"kind": ("\ud800",)}).total == 0

    @pytest.mark.parametrize(
        ("first", "last", "works"),
        [
            ("2008", "2008", {THAI.key, KHMER.key}),
            ("2008-02-06", "2008-02-06", {THAI.key, KHMER.key}),  # one is known by its year only
            ("", "1970", {AMENDED.key}),
            ("2015-12-18", "", {ZN.key}),
        ],
    )
    def test_dates_narrow_and_a_work_without_a_date_is_in_no_range(self, shelf, first, last, works):
        assert set(keys(find(shelf, date_from=first, date_to=last))) == works

    def test_what_is_no_date_is_ignored_and_it_is_said(self, shelf):
        result = find(shelf, date_from="yesterday")
        assert result.total == len(SHELF)
        assert "yesterday" in result.hint

    def test_the_passage_shown_is_in_the_language_filtered_by(self, shelf):
        hits = find(shelf, "香港 prostitution", filters={"language": ("zh-Hant",)}).hits
        assert hits[0].key == CRIMES.key
        assert hits[0].passage.language == "zh-Hant"


class TestTheDay:
    def test_only_words_that_held_on_the_day_count(self, shelf):
        assert keys(find(shelf, "shillings", on=date(2005, 6, 1))) == [AMENDED.key]
        assert keys(find(shelf, "shillings", on=date(2009, 1, 1))) == []
        assert keys(find(shelf, "dollars", on=date(2009, 1, 1))) == [AMENDED.key]

    def test_the_passage_shown_is_the_one_that_held(self, shelf):
        for day, coin in ((date(2008, 12, 31), "shillings"), (date(2009, 1, 1), "dollars")):
            hit = find(shelf, "wages monthly", on=day).hits[0]
            assert coin in quoted(hit)

    def test_words_of_a_passage_that_held_and_of_the_title_meet(self, shelf):
        assert keys(find(shelf, "employment shillings", on=date(2005, 6, 1))) == [AMENDED.key]
        assert find(shelf, "shillings dollars", on=date(2005, 6, 1)).hint

    def test_works_without_dated_texts_stay(self, shelf):
        assert RANTSEV.key in keys(find(shelf, "trafficking", on=date(1900, 1, 1)))
        assert find(shelf, on=date(1900, 1, 1)).total == len(SHELF)

    def test_a_work_whose_texts_all_begin_later_is_left_out(self, engine):
        later = replace(AMENDED, passages=AMENDED.passages[1:])
        put(engine, [later])
        assert keys(find(engine, "wages", on=date(2008, 1, 1))) == []
        assert keys(find(engine, on=date(2008, 1, 1))) == []
        assert keys(find(engine, "wages", on=date(2010, 1, 1))) == [AMENDED.key]

    def test_without_a_day_the_passage_still_in_force_is_shown(self, shelf):
        hit = find(shelf, "wages monthly").hits[0]
        assert "dollars" in quoted(hit)
        assert hit.passage.valid_from == date(2009, 1, 1)
        assert hit.passage.valid_to is None


class TestFacets:
    def test_values_are_counted_over_all_that_was_found(self, shelf):
        facets = find(shelf, "trafficking", limit=1).facets
        assert {each.value: each.count for each in facets["kind"]} == {
            "judgment": 1,
            "legislation": 1,
        }

    def test_a_work_counts_under_each_of_its_topics_and_languages(self, shelf):
        facets = find(shelf).facets
        assert facets["topic"][0].value == "trafficking"
        assert facets["topic"][0].count == 2
        assert {each.value: each.count for each in facets["language"]}["zh-Hant"] == 2

    def test_the_counts_of_a_facet_leave_out_the_filter_on_it(self, shelf):
        facets = find(shelf, filters={"kind": ("judgment",)}).facets
        assert {each.value for each in facets["kind"]} == {"judgment", "legislation", "publication"}
        assert {each.value for each in facets["jurisdiction"]} == {"hk", "coe"}

    def test_all_facets_are_there_even_when_nothing_is_found(self, shelf):
        facets = find(shelf, "xylophone").facets
        assert set(facets) == set(find(shelf).facets)
        assert not any(facets.values())


class TestOrderAndPages:
    def test_without_a_query_everything_is_listed_newest_first(self, shelf):
        result = find(shelf)
        assert result.total == len(SHELF)
        assert keys(result)[:3] == [ZN.key, LAO.key, RANTSEV.key]
        assert keys(result)[-1] == REPORT.key  # no date

    def test_oldest_first_puts_the_undated_last_too(self, shelf):
        result = find(shelf, sort="oldest")
        assert keys(result)[0] == AMENDED.key
        assert keys(result)[-1] == REPORT.key

    def test_what_is_found_can_be_sorted_by_date(self, shelf):
        assert keys(find(shelf, "wages domestic", sort="newest")) == [ZN.key, AMENDED.key]

    def test_pages_follow_one_another(self, shelf):
        whole = keys(find(shelf))
        assert keys(find(shelf, limit=4)) + keys(find(shelf, limit=9, offset=4)) == whole

    @pytest.mark.parametrize(
        ("limit", "offset", "shown"), [(0, 0, 0), (-1, 0, 0), (10**9, 0, 9), (5, -3, 5), (5, 99, 0)]
    )
    def test_any_limit_and_offset_will_do(self, shelf, limit, offset, shown):
        result = find(shelf, limit=limit, offset=offset)
        assert len(result.hits) == shown
        assert result.total == len(SHELF)

    def test_a_depth_beyond_all_pages_is_said(self, shelf):
        assert find(shelf, offset=10**15).hint


class TestPassages:
    def test_the_best_passage_is_shown_with_its_words_marked(self, shelf):
        hit = find(shelf, "police officers").hits[0]
        assert (hit.passage.eid, hit.passage.label) == ("para_289", "Paragraph 289")
        assert marked(hit) == ["police", "officers"]

    def test_a_heading_leads_to_its_passage(self, shelf):
        hits = {hit.key: hit for hit in find(shelf, "trafficking persons").hits}
        assert hits[CRIMES.key].passage.heading == "Trafficking in persons to or from Hong Kong"

    def test_no_passage_is_shown_when_only_the_title_answers(self, shelf):
        assert find(shelf, "crimes ordinance").hits[0].passage is None

    def test_a_long_passage_is_quoted_where_it_answers(self, engine):
        filler = "The court went on to consider other matters at some length. " * 200
        text = f"{filler}\nOnly here does peonage matter.\n{filler}"
        put(engine, [replace(RANTSEV, passages=(passage("para_9", text),))])
        hit = find(engine, "peonage").hits[0]
        assert marked(hit) == ["peonage"]
        assert len(quoted(hit)) < 400


class TestChanges:
    def test_a_work_replaced_shows_only_what_it_says_now(self, engine):
        put(engine, SHELF, number=1)
        assert find(engine, "artiste").total == 1
        with engine.writer() as writer:
            writer.replace([replace(RANTSEV, passages=(passage("para_1", "Rewritten entirely."),))])
            writer.commit(2)
        assert find(engine, "artiste").total == 0
        assert marked(find(engine, "rewritten").hits[0]) == ["Rewritten"]
        assert find(engine).total == len(SHELF)

    def test_a_work_removed_is_gone_with_its_passages(self, engine):
        put(engine, SHELF)
        with engine.writer() as writer:
            writer.remove([RANTSEV.key, "no/such/work"])
            writer.commit(2)
        assert RANTSEV.key not in keys(find(engine))
        assert find(engine, "artiste").total == 0

    def test_nothing_shows_before_it_is_committed(self, engine):
        put(engine, SHELF, number=1)
        with engine.writer() as writer:
            writer.remove([RANTSEV.key])
            assert find(engine, "artiste").total == 1
        assert find(engine, "artiste").total == 1
        assert engine.state().number == 1

    def test_a_run_that_fails_keeps_what_was_committed(self, engine):
        put(engine, SHELF, number=1)
        with pytest.raises(ZeroDivisionError):
            _fail_after_commit(engine)
        assert engine.state().number == 2
        assert set(keys(find(engine, filters={"kind": ("judgment",)}))) == {ZN.key}

    def test_a_rebuild_takes_the_place_of_the_old_index_at_once(self, engine):
        put(engine, SHELF, number=1)
        with engine.writer(fresh=True) as writer:
            writer.replace([ZN])
            writer.commit(5)
            assert find(engine).total == len(SHELF)
        assert keys(find(engine)) == [ZN.key]
        assert engine.state().number == 5
        assert engine.state().works == 1

    def test_a_rebuild_that_fails_changes_nothing(self, engine):
        put(engine, SHELF, number=1)
        with pytest.raises(ZeroDivisionError):
            _fail_after_commit(engine, fresh=True)
        assert find(engine).total == len(SHELF)
        assert engine.state().number == 1

    def test_an_index_can_be_empty(self, engine):
        put(engine, [], number=3)
        assert find(engine, "anything").total == 0
        assert find(engine).total == 0
        assert engine.state().works == 0


class TestTwoProcesses:
    def test_a_second_writer_is_told_that_the_index_is_busy(self, engine, name, tmp_path):
        put(engine, SHELF)
        other = import_string(name)(tmp_path / "index")
        with engine.writer():
            for fresh in (False, True):
                with pytest.raises(IndexBusy, match="Try again"), other.writer(fresh=fresh):
                    pass
        with other.writer():
            pass

    def test_a_commit_of_another_process_shows(self, engine, name, tmp_path):
        put(engine, SHELF, number=1)
        assert find(engine, "artiste").total == 1
        _elsewhere(name, tmp_path / "index", "writer.remove([RANTSEV.key]); writer.commit(2)")
        assert find(engine, "artiste").total == 0
        assert engine.state().number == 2

    def test_a_killed_writer_leaves_its_last_commit_and_no_lock(self, engine, name, tmp_path):
        put(engine, SHELF, number=1)
        killed = _elsewhere(
            name,
            tmp_path / "index",
            "writer.remove([RANTSEV.key]); writer.commit(2);"
            "writer.remove([ZN.key]); os.kill(os.getpid(), 9)",
        )
        assert killed == -9
        assert engine.state().number == 2
        with engine.writer() as writer:
            writer.replace([RANTSEV])
            writer.commit(3)
        assert {RANTSEV.key, ZN.key} <= set(keys(find(engine)))


class TestWithoutAnIndex:
    def test_what_to_do_is_said(self, engine):
        for attempt in (engine.state, lambda: find(engine, "x"), engine.writer().__enter__):
            with pytest.raises(SearchUnavailable, match="manumit index"):
                attempt()


class TestHostileQueries:
    @pytest.mark.parametrize(
        "query",
        [
            '"',
            '""',
            '"""""""',
            "-",
            "--",
            '-"',
            "- - -",
            "*",
            "trafficking*",
            "(((",
            "a AND OR NOT b",
            "kind:judgment",
            "title:[a TO z]",
            "/.*/",
            "~2^5",
            "\\",
            "\x00\x01\x1f",
            "traffick\x00ing",
            "\ud800",
            "\u200b",
            "๖",
            "ั",
            "\u200bค",
            "👩‍👩‍👧",
            "x" * 10_000,
            "x " * 5_000,
            "-x " * 5_000,
            '"a b" ' * 2_000,
            "人口" * 5_000,
            "การค้า" * 2_000,
            '"' + "a " * 5_000,
            "'; DROP TABLE works; --",
            "<script>alert(1)</script>",
            "%s %d {0} ${x}",
        ],
    )
    def test_no_query_raises(self, shelf, query):
        result = find(shelf, query)
        assert result.query == query
        assert result.total >= len(result.hits)

    @given(
        st.builds(
            SearchRequest,
            query=st.text(),
            filters=st.dictionaries(
                st.sampled_from(["kind", "topic", "nonsense"]), st.tuples(st.text()), max_size=2
            ),
            date_from=st.text(max_size=12),
            date_to=st.text(max_size=12),
            on=st.none() | st.dates(),
            sort=st.sampled_from(["relevance", "newest", "oldest"]),
            limit=st.integers(),
            offset=st.integers(),
        )
    )
    def test_no_request_raises(self, shelf, request):
        answer(shelf, request)

    @given(query=st.lists(st.sampled_from(OPERATORS), max_size=14).map(" ".join))
    def test_no_mixture_of_operators_raises(self, shelf, query):
        find(shelf, query)

    @given(st.text(alphabet='กาค้มນຸດជួញလူ人口贩 "-a1\u200b\u0301', max_size=20))
    def test_no_mixture_of_scripts_raises(self, shelf, query):
        find(shelf, query)


@settings(max_examples=25)
@given(text=st.text(min_size=1, max_size=60))
def test_any_text_can_be_kept_and_quoted(name, tmp_path_factory, text):
    engine = import_string(name)(tmp_path_factory.mktemp("any"))
    document = replace(REPORT, passages=(passage("para_1", f"{text} bondage"),))
    put(engine, [document])
    assert "bondage" in quoted(find(engine, "bondage").hits[0])


def _fail_after_commit(engine, *, fresh=False):
    with engine.writer(fresh=fresh) as writer:
        writer.remove([RANTSEV.key])
        writer.commit(2)
        writer.remove([ZN.key])
        raise ZeroDivisionError


def _elsewhere(name: str, index: Path, lines: str) -> int:
    """Write to the index in a process of its own; its exit status."""
    program = (
        "import os\n"
        "from pathlib import Path\n"
        "from django.utils.module_loading import import_string\n"
        "from tests.contracts.search_shelf import RANTSEV, ZN\n"
        f"with import_string({name!r})(Path({str(index)!r})).writer() as writer:\n"
        f"    {lines}\n"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, "-c", program], env=environment, check=False).returncode
