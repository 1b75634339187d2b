"""The day decides: which text of a law holds on it, whatever versions there are."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.formats import Unit
from manumit.library import selectors
from manumit.library.models import Text
from manumit.library.selectors.holding import first_after, holding, last_before
from manumit.library.services import import_text
from tests.library.files import LAW

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
FIRST, SECOND, THIRD = date(2031, 5, 1), date(2035, 1, 1), date(2040, 1, 1)


@st.composite
def lives(draw):
    """The versions of a law, oldest first: with gaps or without, open at either end or at none."""
    days = sorted(draw(st.sets(DAYS, min_size=2, max_size=12)))
    pairs = list(zip(days[::2], days[1::2], strict=False))
    texts = [Text(pk=number, valid_from=a, valid_to=b) for number, (a, b) in enumerate(pairs)]
    for one, two in pairwise(texts):
        if draw(st.booleans()):  # no gap: it holds until the eve of the next
            one.valid_to = two.valid_from - timedelta(days=1)
    if draw(st.booleans()):
        texts[0].valid_from = None
    if draw(st.booleans()):
        texts[-1].valid_to = None
    return texts


def contains(text, day):
    after_begin = text.valid_from is None or text.valid_from <= day
    before_end = text.valid_to is None or day <= text.valid_to
    return after_begin and before_end


@given(lives(), DAYS, st.randoms())
def test_a_day_leads_to_the_one_text_that_holds_or_rightly_to_none(texts, day, chance):
    [*expected] = [text for text in texts if contains(text, day)]
    shuffled = chance.sample(texts, len(texts))
    assert holding(shuffled, day) == (expected[0] if expected else None)


@given(lives(), DAYS, st.randoms())
def test_where_none_holds_the_neighbours_are_those_next_to_the_day(texts, day, chance):
    earlier = [text for text in texts if text.valid_to and text.valid_to < day]
    later = [text for text in texts if text.valid_from and text.valid_from > day]
    shuffled = chance.sample(texts, len(texts))
    assert last_before(shuffled, day) == (earlier[-1] if earlier else None)
    assert first_after(shuffled, day) == (later[0] if later else None)


@given(lives())
def test_every_first_and_last_day_counts_and_the_days_beside_them_do_not(texts):
    for text in texts:
        if text.valid_from:
            assert holding(texts, text.valid_from) == text
            assert holding(texts, text.valid_from - timedelta(days=1)) != text
        if text.valid_to:
            assert holding(texts, text.valid_to) == text
            assert holding(texts, text.valid_to + timedelta(days=1)) != text


@pytest.mark.django_db
class TestOnTheShelves:
    """The same of rows, on whatever database."""

    @pytest.fixture
    def work(self):
        return lambda: selectors.published_work(LAW)

    def test_in_whatever_order_versions_arrive_the_same_holds_on_each_day(self, lanterns, at):
        days = [FIRST, SECOND, THIRD, date(2999, 1, 1)]
        answers = set()
        for number, order in enumerate(permutations(days)):
            key = f"hk/law/cap-{9000 + number}"
            for day in order:
                unit = Unit("sec_1", "section", html=f"<p>{day}</p>")
                document = replace(lanterns, key=key, valid_from=day, units=(unit,))
                import_text(document=document, key=key, format_name="test", by=None, at=at)
            work = selectors.published_work(key)
            asked = [*days, FIRST - timedelta(days=1), SECOND - timedelta(days=1), date.max]
            texts = [selectors.text_on(work, "en", day) for day in asked]
            answers.add(tuple(text and (text.valid_from, text.valid_to) for text in texts))
        eves = [day - timedelta(days=1) for day in days[1:]]
        periods = list(zip(days, [*eves, None], strict=True))
        assert answers == {(*periods, None, periods[0], periods[-1])}

    def test_the_order_of_passages_is_that_of_the_newest_text_and_not_of_an_undated_one(
        self, bring, lanterns, work
    ):
        units = [Unit(f"sec_{name}", "section", html="<p>x</p>") for name in ("2", "1")]
        bring(replace(lanterns, valid_from=None, units=tuple(units)))
        bring(replace(lanterns, valid_from=FIRST, units=tuple(units[::-1])))
        assert [one.eid for one in work().passages.order_by("position")] == ["sec_1", "sec_2"]

    def test_where_the_language_asked_for_is_not_held_for_the_day_another_is_and_says_so(
        self, bring, lanterns, lanterns_zh, work
    ):
        bring(replace(lanterns, valid_from=SECOND))
        bring(replace(lanterns_zh, valid_from=FIRST))
        assert selectors.text_on(work(), "en", FIRST).language == "zh-Hant"
        assert selectors.text_on(work(), "zh-Hant", THIRD).language == "zh-Hant"
        assert selectors.text_on(work(), "th", THIRD).language == "en"
        assert selectors.text_on(work(), "en", date(1900, 1, 1)) is None
