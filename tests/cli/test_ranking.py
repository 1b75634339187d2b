"""Measures of a ranking, on rankings whose worth is plain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.cli.bench.judged import BadJudgement, read_judged
from manumit.cli.bench.ranking import ndcg, recall, reciprocal_rank

JUDGED = {"a": 3, "b": 2, "c": 1}


def test_the_best_order_is_one_and_an_empty_answer_nothing():
    assert ndcg(["a", "b", "c", "x"], JUDGED) == pytest.approx(1)
    assert ndcg(["x", "y"], JUDGED) == 0
    assert ndcg([], JUDGED) == 0


def test_what_is_wanted_counts_more_the_higher_it_stands():
    assert ndcg(["x", "a"], JUDGED) < ndcg(["a", "x"], JUDGED)
    assert ndcg(["c", "a", "b"], JUDGED) < ndcg(["b", "a", "c"], JUDGED) < 1


def test_the_first_work_that_is_wanted_counts():
    assert reciprocal_rank(["b", "a"], JUDGED) == 0.5
    assert reciprocal_rank(["x"], JUDGED) == 0


def test_recall_is_of_as_many_as_can_be_shown():
    assert recall(["a", "x", "b"], JUDGED) == pytest.approx(2 / 3)
    assert recall(["a"], {"a": 3, "b": 3, "c": 3}, depth=1) == 1


@given(st.lists(st.sampled_from("abcxyz"), unique=True))
def test_every_measure_is_between_nothing_and_one(ranked):
    for measure in (ndcg, reciprocal_rank, recall):
        assert 0 <= measure(ranked, JUDGED) <= 1.000001


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("- {query: x, kind: odd, relevant: {a: 1}}", "no query of a kind known"),
        ("- {query: x, kind: topical, relevant: {}}", "no works graded"),
        ("- {query: x, kind: topical, relevant: {a: 5}}", "no works graded"),
        ("- {query: x, kind: topical, relevant: {a: 1}, needs: money}", "needs 'money'"),
    ],
)
def test_a_judgement_that_makes_no_sense_is_named(tmp_path, entry, says):
    (tmp_path / "en.yaml").write_text(entry)
    with pytest.raises(BadJudgement, match=says):
        read_judged(tmp_path)
