"""What every search engine must do with filters, days, counts, orders and passages."""

from dataclasses import replace
from datetime import date

import pytest

from tests.contracts.search_shelf import (
    AMENDED,
    CRIMES,
    KHMER,
    LAO,
    RANTSEV,
    REPORT,
    SHELF,
    THAI,
    ZN,
    find,
    keys,
    marked,
    passage,
    put,
    quoted,
)


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
            ("outcome", "no-violation", {RANTSEV.key}),
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

    def test_a_judgment_counts_under_each_of_its_outcomes(self, shelf):
        counts = find(shelf).facets["outcome"]
        assert {each.value: each.count for each in counts} == {
            "violation-found": 1,
            "no-violation": 1,
            "appeal-dismissed": 1,
        }

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
