"""Analysis: which words a text has, where they stand, and which characters they are."""

from functools import partial
from unicodedata import normalize

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from manumit.search.analysis import (
    Wanted,
    analyse,
    beginning,
    clusters,
    sought,
    spaced_terms,
    split_southeast,
    spotted,
)
from manumit.search.analysis.scripts import SPACED
from manumit.search.analysis.sighting import is_plain
from manumit.search.analysis.spaced import term
from tests.paths import REPOSITORY

SCRIPTS = "abcÀéß’'s 12๖۳ กาค้มนุษย์ຄ້າមនុស្សលូကူး人口販賣贩卖\u200b\u0301\u00ad ﬁ"
PLAIN = st.sampled_from(
    ["dying", "vie's", "hoped", "court's", "s", "'s", "’s", "a1", "§ 2", "_", "-", "S", "ability"]
)
plain_texts = st.lists(PLAIN | st.sampled_from([" ", " ", "'", "."])).map("".join)
texts = st.text() | st.text(alphabet=SCRIPTS) | plain_texts


def _written_in(letters):
    return st.text(alphabet=letters, min_size=4, max_size=14).map(partial(normalize, "NFC"))


def terms(text):
    return [token.term for token in analyse(text)]


def _holds_any(few, run):
    return any(term in run for term in few)


def _following(tokens):
    """Which tokens follow on which, by where they stand."""
    return {
        (one.start, one.term, two.start, two.term)
        for one in tokens
        for two in tokens
        if two.position == one.position + 1
    }


class TestWordsWithSpaces:
    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("Cap. 486", ["cap", "486"]),
            ("[2019] HKCFA 53", ["2019", "hkcfa", "53"]),
            ("25965/04", ["25965", "04"]),
            ("s 129", ["s", "129"]),
            ("s.129(1)(a)", ["s", "129", "1", "a"]),
            ("the victims' and the victim's", ["the", "victim", "and", "the", "victim"]),
            ("traffickers trafficking", ["traffick", "traffick"]),
            ("Krachunová, Chowdury", ["krachunova", "chowduri"]),
            ("Siliadin contre la France", ["siliadin", "contr", "la", "franc"]),
            ("đường Łódź Straße", ["duong", "lodz", "strass"]),
            ("ﬁne ｆｕｌｌ", ["fine", "full"]),
            ("to be or not to be", ["to", "be", "or", "not", "to", "be"]),
        ],
    )
    def test_words_are_folded_and_none_is_left_out(self, written, expected):
        assert terms(written) == expected

    def test_digits_of_every_script_are_digits(self):
        assert terms("๖ ໖ ၆ ៦ ６ 6") == ["6"] * 6

    def test_an_accent_written_apart_makes_no_difference(self):
        assert terms("Krachunova\u0301") == terms("Krachunov\u00e1")

    def test_vowel_signs_of_other_scripts_are_kept(self):
        assert terms("कि") != terms("का")


class TestHan:
    def test_characters_and_pairs_share_positions(self):
        assert [(token.term, token.position) for token in analyse("受害人")] == [
            ("受", 0),
            ("受害", 0),
            ("害", 1),
            ("害人", 1),
            ("人", 2),
        ]

    def test_queries_have_pairs_only(self):
        assert [token.term for token in sought("受害人 第200章")] == [
            "受害",
            "害人",
            "第",
            "200",
            "章",
        ]

    def test_traditional_and_simplified_are_one(self):
        assert terms("人口販運與強迫勞動") == terms("人口贩运与强迫劳动")

    def test_a_part_folds_as_it_does_in_the_whole(self):
        whole = "乾隆年間著作臺灣發行"
        assert set(terms(whole[1:4])) <= set(terms(whole))


class TestSoutheast:
    def test_words_come_from_the_dictionary(self):
        assert terms("การค้ามนุษย์") == ["การ", "ค้า", "มนุษย์"]
        assert terms("ការជួញដូរមនុស្ស") == ["ការ", "ជួញដូរ", "មនុស្ស"]

    def test_pairs_of_clusters_never_cut_a_vowel_from_its_letter(self):
        assert [token.term for token in clusters("ค้ามนุษย์")] == [
            "ค้า",
            "าม",
            "มนุ",
            "นุษ",
            "ษย์",
        ]

    def test_zero_width_spaces_make_no_difference(self):
        assert terms("การ\u200bค้า\u200bมนุษย์") == terms("การค้ามนุษย์")

    def test_other_scripts_have_no_clusters(self):
        assert clusters("Cap. 486 人口販運") == []

    def test_scripts_are_told_apart_in_a_query(self):
        assert split_southeast("มาตรา6") == ["มาตรา", "6"]
        assert split_southeast("人口trafficking") == ["人口trafficking"]


class TestOffsets:
    def test_a_token_leads_back_to_the_text_as_written(self):
        text = "Krachunova\u0301's การ\u200bค้า 販運"
        written = [text[token.start : token.end] for token in analyse(text)]
        assert written == ["Krachunova\u0301", "การ", "ค้า", "販", "販運", "運"]

    @given(texts)
    def test_offsets_lie_inside_the_text_and_rise(self, text):
        for tokens in (analyse(text), sought(text), clusters(text)):
            for token in tokens:
                assert 0 <= token.start < token.end <= len(text)
                assert token.term
            assert [token.start for token in tokens] == sorted(token.start for token in tokens)
            positions = [token.position for token in tokens]
            assert positions == sorted(positions)

    @given(texts)
    def test_every_letter_and_digit_belongs_to_a_token(self, text):
        covered = {at for token in analyse(text) for at in range(token.start, token.end)}
        missed = [char for at, char in enumerate(text) if char.isalpha() and at not in covered]
        assert set(missed) <= {"s", "S"}  # of a possessive

    @given(texts)
    def test_no_term_has_a_space_in_it(self, text):
        for token in [*analyse(text), *clusters(text)]:
            assert not any(char.isspace() for char in token.term)


class TestSameEverywhere:
    @given(texts)
    def test_the_quick_way_gives_the_same_words(self, text):
        quick = spaced_terms(text)
        if quick is not None:
            assert quick == terms(text)

    @given(texts)
    def test_what_is_sought_is_in_what_is_indexed(self, text):
        places = {(token.term, token.position) for token in analyse(text)}
        assert {(token.term, token.position) for token in sought(text)} <= places

    @given(texts, st.data())
    def test_few_words_that_are_wanted_are_found_where_all_words_are(self, text, data):
        for everything, some in ((analyse, spotted), (clusters, clusters)):
            whole = everything(text)
            terms = {token.term for token in whole}
            few = data.draw(st.sets(st.sampled_from(sorted(terms)))) if terms else set()
            within = partial(_holds_any, few)
            expected = [token for token in whole if token.term in few]
            for beginnings in (None, tuple(map(beginning, few))):
                found = some(text, Wanted(few.__contains__, within, beginnings))
                assert [each[:1] + each[2:] for each in found] == [
                    each[:1] + each[2:] for each in expected
                ]
                assert _following(found) == _following(expected)

    def test_every_english_word_begins_as_its_term_does(self):
        for file in (REPOSITORY / "collection").rglob("*.md"):
            for word in set(SPACED.findall(file.read_text(encoding="utf-8"))):
                assert not is_plain(word) or word.lower().startswith(beginning(term(word))), word

    @given(texts)
    def test_capitals_make_no_difference_in_ascii(self, text):
        if text.isascii():
            assert terms(text.upper().replace("'S", "'s")) == terms(text.lower())

    @given(st.sampled_from(["กขาำิ้", "ຄາມນຸ້", "នុស្សជួ", "လူကန်း"]).flatmap(_written_in), st.data())
    def test_any_part_between_clusters_is_a_phrase_in_the_whole(self, text, data):
        whole = clusters(text)
        assume(whole)
        first = data.draw(st.sampled_from(whole))
        last = data.draw(
            st.sampled_from([each for each in whole if each.position >= first.position])
        )
        part = clusters(text[first.start : last.end])
        shift = first.position - part[0].position
        places = {(each.term, each.position) for each in whole}
        assert {(each.term, each.position + shift) for each in part} <= places

    @given(st.text(alphabet="人口販賣运强", min_size=2, max_size=12), st.data())
    def test_any_part_of_a_chinese_text_is_a_phrase_in_it(self, text, data):
        start = data.draw(st.integers(0, len(text) - 2))
        end = data.draw(st.integers(start + 2, len(text)))
        wanted = [(token.term, token.position + start) for token in sought(text[start:end])]
        assert set(wanted) <= {(token.term, token.position) for token in analyse(text)}
