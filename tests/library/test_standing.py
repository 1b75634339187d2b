"""Where a law stands on a day, and what of it is in operation."""

from dataclasses import replace
from datetime import date

import pytest

from manumit.formats import Unit
from manumit.library import selectors
from manumit.library.errors import WorkNotFound
from manumit.library.models import Legislation, Text
from tests.library.files import LAW

pytestmark = pytest.mark.django_db
FIRST, SECOND, TODAY = date(2031, 5, 1), date(2035, 1, 1), date(2036, 6, 6)
LONG_AGO, FAR_OFF = date(1900, 1, 1), date(2999, 1, 1)


@pytest.fixture
def version(bring, lanterns):
    """Bring in the law as it stood from a day on, with these sections by eid."""

    def act(day, sections, document=lanterns, **given):
        units = tuple(
            one
            if isinstance(one, Unit)
            else Unit(eid, "section", number=eid, heading="Lamps", html=f"<p>{one}</p>")
            for eid, one in sections.items()
        )
        bring(replace(document, valid_from=day, units=units, **given))

    return act


def work():
    return selectors.published_work(LAW)


def standing(on):
    return selectors.standing(work(), on, TODAY)


@pytest.mark.parametrize(
    ("begins", "ends", "day", "force"),
    [
        ("2012-04-05", "", date(2012, 4, 4), "not-begun"),
        ("2012-04-05", "", date(2012, 4, 5), "in-force"),
        ("2012-04", "", date(2012, 3, 31), "not-begun"),
        ("2012-04", "", date(2012, 4, 29), "perhaps"),
        ("2012-04", "", date(2012, 4, 30), "in-force"),
        ("2012", "", date(2012, 6, 1), "perhaps"),
        ("2012", "2020-07-01", date(2020, 6, 30), "in-force"),
        ("2012", "2020-07-01", date(2020, 7, 1), "ended"),
        ("2012", "2020-07", date(2020, 7, 1), "perhaps"),
        ("2012", "2020-07", date(2020, 7, 31), "ended"),
        ("", "2020", date(2020, 6, 1), "perhaps"),
        ("", "2020", date(2019, 12, 31), "unknown"),
        ("", "", date(2019, 12, 31), "unknown"),
        ("9999-12-31", "", date.max, "in-force"),
    ],
)
def test_a_law_is_in_force_from_its_first_day_until_the_eve_of_its_repeal(begins, ends, day, force):
    assert selectors.force_on(begins, ends, day) == force


def test_a_day_before_the_first_text_says_what_comes_after(version):
    version(FIRST, {"sec_1": "Oil"})
    [held] = standing(LONG_AGO).held
    assert (held.text, held.before, held.after.valid_from) == (None, None, FIRST)
    assert not held.superseded


def test_a_day_between_two_texts_says_what_was_held_before_and_after(version):
    version(FIRST, {"sec_1": "Oil"})
    version(SECOND, {"sec_1": "Gas"})
    Text.objects.filter(valid_from=FIRST).update(valid_to=date(2033, 1, 1))
    [held] = standing(date(2034, 1, 1)).held
    assert (held.text, held.before.valid_from, held.after.valid_from) == (None, FIRST, SECOND)


def test_a_text_is_superseded_once_another_holds_today(version):
    version(FIRST, {"sec_1": "Oil"})
    version(SECOND, {"sec_1": "Gas"})
    [old], [new] = standing(FIRST).held, standing(TODAY).held
    assert (old.superseded, old.current.valid_from) == (True, SECOND)
    assert not new.superseded


def test_a_future_version_is_never_the_law_in_force(version):
    version(FIRST, {"sec_1": "Oil"})
    version(FAR_OFF, {"sec_1": "Light"})
    [today], [then] = standing(TODAY).held, standing(FAR_OFF).held
    assert (today.text.valid_from, today.after.valid_from) == (FIRST, FAR_OFF)
    assert not today.superseded
    assert (then.ahead, then.current.valid_from) == (True, FIRST)
    assert [piece.wording.plain for piece in passage("sec_1", TODAY).said] == ["Oil"]


def test_languages_of_other_days_are_told_apart(version, lanterns_zh):
    version(FIRST, {"sec_1": "Oil"})
    version(SECOND, {"sec_1": "Gas"})
    version(FIRST, {"sec_1": "油"}, lanterns_zh)
    assert standing(TODAY).mixed
    assert not standing(date(2032, 1, 1)).mixed
    assert [one.languages for one in standing(TODAY).held] == [["en"], ["zh-Hant"]]
    version(SECOND, {"sec_1": "氣"}, lanterns_zh)
    assert [one.languages for one in standing(TODAY).held] == [["en", "zh-Hant"]]


def test_languages_of_the_same_days_are_told_together(version, lanterns_zh):
    version(FIRST, {"sec_1": "Oil"})
    version(FIRST, {"sec_1": "油"}, lanterns_zh)
    [held] = standing(TODAY).held
    assert held.languages == ["en", "zh-Hant"]


def test_a_repealed_law_leads_to_its_last_day(version):
    version(FIRST, {"sec_1": "Oil"})
    Legislation.objects.update(repealed_on="2034-07-01")
    found = standing(TODAY)
    assert (found.force, found.last_day) == ("ended", date(2034, 6, 30))


def passage(eid, on):
    return selectors.passage_page(work(), eid, on)


class TestPassages:
    def test_what_only_another_version_has_is_a_passage_all_the_same(self, version):
        version(FIRST, {"sec_1": "Oil", "sec_2": "Wicks"})
        version(SECOND, {"sec_1": "Oil", "sec_3": "Glass"})
        [gone], [to_come] = passage("sec_2", TODAY).absent, passage("sec_3", FIRST).absent
        assert (gone.text.valid_from, gone.before.valid_from, gone.after) == (SECOND, FIRST, None)
        assert (to_come.text.valid_from, to_come.before) == (FIRST, None)
        assert to_come.after.valid_from == SECOND
        assert passage("sec_2", TODAY).said == passage("sec_3", FIRST).said == []

    def test_a_part_of_a_provision_is_a_passage_on_days_without_it(self, version):
        part = '<div id="sec_1__subsec_2"><p>Two</p></div>'
        version(SECOND, {"sec_1": Unit("sec_1", "section", html=part)})
        for day in (LONG_AGO, FIRST):
            [absent] = passage("sec_1__subsec_2", day).absent
            assert absent.after.valid_from == SECOND
        assert passage("sec_1__subsec_2", SECOND).said[0].html == part
        with pytest.raises(WorkNotFound):
            passage("sec_1__subsec_3", SECOND)

    def test_a_later_text_may_say_that_its_words_stood_already(self, version):
        unit = Unit("sec_1", "section", html="<p>Oil</p>", since=FIRST)
        version(SECOND, {"sec_1": unit, "sec_2": "Wicks"})
        [piece] = passage("sec_1", date(2033, 1, 1)).said
        assert (piece.wording.plain, piece.by_later) == ("Oil", True)
        assert passage("sec_1", LONG_AGO).said == passage("sec_2", FIRST).said == []
        assert not passage("sec_1", SECOND).said[0].by_later

    def test_a_gap_is_not_filled_with_the_words_before_it(self, version):
        version(FIRST, {"sec_1": Unit("sec_1", "section", html="<p>Oil</p>", since=FIRST)})
        Text.objects.update(valid_to=date(2033, 1, 1))
        assert passage("sec_1", SECOND).said == []
        assert passage("sec_1", SECOND).absent[0].before.valid_from == FIRST

    def test_a_repealed_provision_without_words_still_says_that_it_is(self, version):
        version(FIRST, {"sec_1": Unit("sec_1", "section", status="repealed", since=FIRST)})
        [piece] = passage("sec_1", TODAY).said
        assert selectors.state_on(piece.wording, TODAY) == "repealed"


class TestStates:
    def test_what_is_not_plainly_in_operation_is_listed_what_is_to_come_first(self, version):
        sections = {
            "sec_1": "Oil",
            "sec_2": Unit("sec_2", "section", status="repealed", since=FIRST),
            "sec_3": Unit("sec_3", "section", html="<p>x</p>", status="not-in-force"),
            "sec_4": Unit("sec_4", "section", html="<p>y</p>", since=SECOND),
        }
        version(FIRST, sections)
        assert self.listed(date(2032, 1, 1)) == {
            "not-in-force": ["sec_3"], "later": ["sec_4"], "repealed": ["sec_2"],
        }  # fmt: skip
        assert next(iter(self.listed(TODAY))) == "not-in-force"
        assert "later" not in self.listed(TODAY)

    def listed(self, on):
        rows = selectors.contents(work(), "en", on)
        return {
            state: [row.passage.eid for row in found] for state, found in selectors.states(rows)
        }


class TestTimeline:
    def test_a_law_is_told_from_its_making_to_what_is_to_come(self, version):
        version(FIRST, {"sec_1": "Oil"})
        version(SECOND, {"sec_1": Unit("sec_1", "section", html="<p>x</p>", since=SECOND)})
        version(FAR_OFF, {"sec_1": "Light"})
        Legislation.objects.update(enacted_on="2030", commenced_on="2031-05", repealed_on="3000")
        moments = selectors.timeline(work(), [], TODAY)
        assert [(one.on, one.kind, one.ahead) for one in moments] == [
            ("2030", "enacted", False),
            ("2031-05", "commenced", False),
            ("2031-05-01", "version", False),
            ("2035-01-01", "version", False),
            ("2999-01-01", "version", True),
            ("3000", "repealed", True),
        ]
        steps = [one for one in moments if one.kind == "version"]
        assert [one.previous and one.previous.valid_from for one in steps] == [None, FIRST, SECOND]
        assert steps[1].eids == ["sec_1"]

    def test_days_from_which_words_stand_are_told_where_no_version_of_them_is_held(self, version):
        version(SECOND, {"sec_1": Unit("sec_1", "section", html="<p>x</p>", since=FIRST)})
        words, text = selectors.timeline(work(), [], TODAY)
        assert (words.kind, words.on, words.eids) == ("words", FIRST.isoformat(), ["sec_1"])
        assert (text.kind, text.eids) == ("version", [])
