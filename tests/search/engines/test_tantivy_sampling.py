"""Of very many works what they share is estimated from a sample, and that is said."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.search.engines.tantivy import TantivyEngine, sampling
from tests.contracts.search_shelf import SHELF, find, passage, put

_WORKS = 1500


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """As many works as are too many once a hundred are enough; every fifth is of Hong Kong."""
    root = tmp_path_factory.mktemp("many")
    made = TantivyEngine(root)
    train = "States must train police and immigration officers in investigation."
    passages = (
        passage("para_289", train),
        passage("para_290", "They were trained by officers.", valid_from=date(2009, 1, 1)),
    )
    like = replace(SHELF[0], passages=passages, citations=())
    put(
        made,
        [
            replace(like, key=f"work/{number}", system="th" if number % 5 else "hk")
            for number in range(_WORKS)
        ],
    )
    return root


@pytest.fixture
def engine(folder):
    """One that has kept no counts."""
    return TantivyEngine(folder)


@pytest.fixture
def few_are_enough(monkeypatch):
    for name in ("_ENOUGH", "_FEW", "_TELLING"):
        monkeypatch.setattr(sampling, name, 100)


def _counts(engine, facet, query="", **asked):
    return {each.value: each for each in find(engine, query, **asked).facets[facet]}


def test_some_thousand_works_are_counted_one_by_one(engine):
    counts = _counts(engine, "jurisdiction")
    assert {value: each.count for value, each in counts.items()} == {"hk": 300, "th": 1200}
    assert not any(each.estimated for each in counts.values())


def test_what_too_many_share_is_estimated_and_marked(engine, few_are_enough):
    counts = _counts(engine, "jurisdiction")
    assert all(each.estimated for each in counts.values())
    assert counts["th"].count == pytest.approx(1200, rel=0.3)
    assert counts["hk"].count == pytest.approx(300, rel=0.5)
    assert find(engine, "").total == _WORKS  # how many there are is no estimate


def test_what_a_filter_leaves_out_is_estimated_where_that_is_much(engine, few_are_enough):
    counts = _counts(engine, "jurisdiction", filters={"jurisdiction": ("hk",)})
    assert set(counts) == {"hk", "th"}
    assert all(each.estimated for each in counts.values())


def test_works_with_a_phrase_or_its_other_names_are_estimated_as_any_others(engine, few_are_enough):
    """They are looked for in the sample alone, each phrase by itself."""
    for query in ('"v Cyprus"', 'rantsev NOT "v Malta"', "rantsev /3 cyprus"):
        counts = _counts(engine, "jurisdiction", query)
        assert all(each.estimated for each in counts.values())
        assert counts["th"].count == pytest.approx(1200, rel=0.3)


def test_works_looked_up_by_their_passages_are_estimated_as_any_others(engine, few_are_enough):
    """Their numbers tell which of them are in the sample."""
    for query, asked in (
        ("police /s officers", {}),
        ("states /p police /s officers", {}),
        ("trained police", {"on": date(2010, 1, 1)}),
    ):
        counts = _counts(engine, "jurisdiction", query, **asked)
        assert all(each.estimated for each in counts.values())
        assert counts["th"].count == pytest.approx(1200, rel=0.3)
        assert find(engine, query, **asked).total == _WORKS


@given(
    st.sets(st.integers(min_value=0, max_value=2**63 - 1)), st.integers(min_value=1, max_value=8)
)
def test_the_works_of_a_sample_are_told_by_their_numbers_as_the_index_does(numbers, halvings):
    held = {number for number in numbers if str(halvings) in sampling.samples_of(number)}
    assert set(sampling.in_sample(numbers, halvings)) == held
    assert set(sampling.in_sample(numbers, 0)) == numbers


@given(st.integers(min_value=0, max_value=2**63 - 1))
def test_a_work_in_a_sample_is_in_all_that_hold_it(number):
    samples = list(sampling.samples_of(number))
    assert samples == [str(halvings) for halvings in range(1, len(samples) + 1)]


@given(st.integers(min_value=0, max_value=10**8))
def test_the_sample_is_large_enough_and_no_larger_than_it_need_be(works):
    halvings = sampling.halvings_for(works)
    assert (halvings == 0) == (works < sampling._FEW)
    assert halvings == 0 or works >> halvings >= sampling._ENOUGH
    largest = works >> halvings < 2 * sampling._ENOUGH
    assert halvings == 0 or largest or halvings == sampling._SMALLEST


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=1, max_value=8))
def test_an_estimate_has_two_digits(count, halvings):
    shown = sampling.estimate(count, halvings)
    assert shown == pytest.approx(count * 2**halvings, rel=0.051)
    assert not str(shown)[2:].strip("0")
