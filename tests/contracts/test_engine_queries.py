"""What every search engine must find, whatever way it is asked for."""

from dataclasses import replace
from datetime import date

import pytest

from manumit.search.query import LOOSENED, MOST
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
    find,
    keys,
    marked,
    passage,
    put,
)


class TestOperators:
    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("rantsev OR prostitution", {RANTSEV, CRIMES, REPORT}),
            ("rantsev AND labour", {REPORT}),
            ("(rantsev OR wages) NOT permit", {AMENDED, REPORT}),
            ("immigration NOT report", {RANTSEV}),
            ("kind:judgment labour", {ZN}),
            ("outcome:violation-found", {RANTSEV}),
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
            ("in:hk /5 bond*", {REPORT}),
            ("title:rantsev /p artiste", {RANTSEV}),
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

    @pytest.mark.parametrize("written", ["กา รค้ามนุษย์", "การค้ามนุ ษย์", "การค้าม นุษย์"])
    def test_a_space_inside_a_word_parts_it(self, engine, written):
        said = passage("sec_1", written, "th")
        put(engine, [replace(THAI, title="A law", titles=(), labels=(), passages=(said,))])
        assert not find(engine, '"การค้ามนุษย์"').total
        assert find(engine, f'"{written}"').total == 1

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
