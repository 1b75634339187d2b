"""What a request becomes."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from manumit.search.plan import (
    NOTHING,
    AllOf,
    AnyOf,
    Days,
    Everything,
    Filter,
    Not,
    Phrase,
    Term,
    leaves,
)
from manumit.search.query import plan
from manumit.search.types import SearchRequest


def match(query):
    return plan(SearchRequest(query)).plan.match


def test_one_word_is_one_term():
    assert match("Trafficking") == Term("traffick")


def test_several_words_are_all_wanted():
    assert match("forced labour") == AllOf((Term("forc"), Term("labour")))


def test_a_word_written_twice_is_looked_for_once():
    assert match("labour labour LABOUR") == Term("labour")
    assert plan(SearchRequest("labour labour")).looser is None


def test_a_number_with_a_stroke_is_a_phrase():
    assert match("25965/04") == Phrase(((0, "25965"), (1, "04")))


def test_chinese_is_a_phrase_of_pairs():
    assert match("受害人") == Phrase(((0, "受害"), (1, "害人")))


def test_a_phrase_keeps_the_distances_between_its_terms():
    assert match('"受害人 rights"') == Phrase(((0, "受害"), (1, "害人"), (3, "right")))


def test_thai_is_looked_for_by_words_or_by_pairs_of_clusters():
    words = Phrase(((0, "การ"), (1, "ค้า")))
    pairs = Phrase(((0, "กา"), (2, "รค้"), (3, "ค้า")), "clusters")
    assert match("การค้า") == AnyOf((words, pairs))


def test_an_excluded_word_must_not_be_there():
    assert match("wages -shillings") == AllOf((Term("wage"), Not(Term("shill"))))
    assert match("-shillings") == AllOf((Not(Term("shill")),))


def test_no_query_is_everything_newest_first():
    made = plan(SearchRequest("")).plan
    assert (made.match, made.sort) == (Everything(), "newest")
    assert plan(SearchRequest("", sort="oldest")).plan.sort == "oldest"


def test_a_query_without_words_is_nothing():
    assert match("???") == NOTHING


def test_what_is_excluded_is_not_looked_for():
    assert list(leaves(match('wages -shillings "debt bondage"'))) == [
        Term("wage"),
        Phrase(((0, "debt"), (1, "bondag"))),
    ]


class TestLooser:
    def test_any_of_several_words_will_do_but_exclusions_stay(self):
        looser = plan(SearchRequest("forced labour -wages")).looser
        assert looser.match == AllOf((AnyOf((Term("forc"), Term("labour"))), Not(Term("wage"))))

    def test_a_single_word_or_phrase_cannot_be_loosened(self):
        assert plan(SearchRequest("labour")).looser is None
        assert plan(SearchRequest('"forced labour"')).looser is None
        assert plan(SearchRequest("-forced -labour")).looser is None

    def test_chinese_without_quotes_loosens_into_its_pairs(self):
        assert plan(SearchRequest("受害人")).looser.match == AllOf(
            (AnyOf((Term("受害"), Term("害人"))),)
        )


class TestRequest:
    def test_filters_and_days_are_carried_over(self):
        made = plan(
            SearchRequest(
                "x",
                filters={"kind": ("judgment",), "topic": ()},
                date_from="2019-05",
                date_to="2020",
                on=date(2020, 1, 1),
            )
        ).plan
        assert made.filters == (Filter("kind", ("judgment",)),)
        assert made.days == Days(20190500, 20209999)
        assert made.on == date(2020, 1, 1)

    def test_the_whole_query_lifts_a_title_that_has_it(self):
        assert plan(SearchRequest("Cap. 200 -x")).plan.whole == Phrase(((0, "cap"), (1, "200")))
        assert plan(SearchRequest("labour")).plan.whole is None

    def test_more_words_than_are_used_are_remarked_on(self):
        intent = plan(SearchRequest(" ".join(f"word{n}" for n in range(100))))
        assert len(list(leaves(intent.plan.match))) == 32
        assert "first 32 words" in intent.remarks[0]

    def test_on_a_day_fewer_words_are_looked_for_and_that_is_told(self):
        words = " ".join(f"word{n}" for n in range(12))
        intent = plan(SearchRequest(f"the {words}", on=date(2020, 1, 1)))
        assert [leaf.term for leaf in leaves(intent.plan.match)] == words.split()[:6]
        assert intent.remarks == (
            "As the law stood on a day, only the first 6 words were looked for.",
        )
        assert not plan(SearchRequest(f"the {words}")).remarks

    @given(st.text(), st.integers(), st.integers())
    def test_every_request_has_a_plan_within_bounds(self, query, limit, offset):
        made = plan(SearchRequest(query, limit=limit, offset=offset)).plan
        assert 0 <= made.limit <= 100
        assert 0 <= made.offset <= 10_000


def test_words_that_every_text_has_are_told_as_left_out():
    assert plan(SearchRequest("duty of the state")).dropped == ("of", "the")
    assert plan(SearchRequest('"duty of the state"')).dropped == ()
    assert plan(SearchRequest("of the")).dropped == ()
    assert plan(SearchRequest("duty AND of")).dropped == ()
