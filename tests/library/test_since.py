"""What became of provisions since a day: of those that citations, findings and gists rest on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from manumit.formats import Unit
from manumit.library import selectors
from manumit.library.models import Finding, Legislation, Work
from manumit.library.services import import_text
from tests.conftest import AT
from tests.library.files import CASE, LAW, TREATY, judgment, law, publication, treaty

pytestmark = pytest.mark.django_db
FIRST, SECOND, THIRD = date(2020, 5, 1), date(2022, 1, 1), date(2024, 1, 1)
BETWEEN, TODAY = date(2021, 6, 6), date(2026, 11, 22)


def section(eid, words="", **given):
    return Unit(eid, "section", number=eid, html=f"<p>{words}</p>" if words else "", **given)


@pytest.fixture
def version(bring, lanterns):
    def act(day, *units, document=lanterns, **given):
        bring(replace(document, valid_from=day, units=units), **given)

    return act


def became(eid, on=BETWEEN, today=TODAY, key=LAW):
    rest = selectors.Rest(Work.objects.get(key=key).pk, eid, on)
    return selectors.what_became_of([rest], today)[rest]


def test_the_same_words_hold(version):
    version(FIRST, section("sec_1", "Oil"))
    version(SECOND, section("sec_1", "Oil"))
    assert (became("sec_1").fate, became("sec_1").stale) == ("same", False)


def test_other_words_hold_since_the_version_that_follows(version):
    version(FIRST, section("sec_1", "Oil"))
    version(SECOND, section("sec_1", "Gas"))
    found = became("sec_1")
    assert (found.fate, found.since, found.stale, found.comparable) == (
        "changed", SECOND, True, True,
    )  # fmt: skip


def test_with_versions_between_only_the_publisher_can_say_since_when(version):
    version(FIRST, section("sec_1", "Oil"), section("sec_2", "Oil"))
    version(SECOND, section("sec_1", "Gas"), section("sec_2", "Oil"))
    version(THIRD, section("sec_1", "Gas", since=SECOND), section("sec_2", "Gas"))
    assert (became("sec_1").since, became("sec_2").since) == (SECOND, None)
    assert became("sec_2").fate == "changed"


def test_nothing_after_the_day_asked_about_counts(version):
    version(FIRST, section("sec_1", "Oil"))
    version(SECOND, section("sec_1", "Gas"))
    assert became("sec_1", today=SECOND - timedelta(days=1)).fate == "same"
    assert became("sec_1", on=TODAY).fate == "same"
    assert became("sec_1", on=SECOND).fate == "same"


def test_a_future_version_makes_nothing_stale(version):
    version(FIRST, section("sec_1", "Oil"))
    version(date(2999, 1, 1), section("sec_1", "Light"))
    assert became("sec_1").fate == "same"


def test_a_part_is_stale_only_where_that_part_changed(version):
    def parts(one, two):
        inside = f'<div id="sec_1__subsec_1">{one}</div><div id="sec_1__subsec_2">{two}</div>'
        return Unit("sec_1", "section", html=inside)

    version(FIRST, parts("Oil", "Wicks"))
    version(SECOND, parts("Gas", "Wicks"))
    fates = [became(f"sec_1{part}").fate for part in ("", "__subsec_1", "__subsec_2")]
    assert fates == ["changed", "changed", "same"]
    assert became("sec_1__subsec_1").eid == "sec_1"


def test_a_part_that_went_is_gone(version):
    version(FIRST, Unit("sec_1", "section", html='<div id="sec_1__subsec_1">Oil</div>'))
    version(SECOND, Unit("sec_1", "section", html="<p>Oil</p>"))
    assert became("sec_1__subsec_1").fate == "gone"


def test_what_is_repealed_or_left_out_is_gone(version):
    version(FIRST, section("sec_1", "Oil"), section("sec_2", "Oil"))
    version(SECOND, section("sec_1", status="repealed", since=date(2021, 12, 1)))
    assert (became("sec_1").fate, became("sec_1").since) == ("gone", date(2021, 12, 1))
    assert (became("sec_2").fate, became("sec_2").stale) == ("gone", True)


def test_another_number_alone_is_no_other_law(version):
    version(FIRST, section("sec_1", "Oil", lasting_id="a"), section("sec_2", "x", lasting_id="b"))
    version(
        SECOND,
        Unit("sec_2", "section", number="sec_1", html="<p>Oil</p>", lasting_id="a"),
        section("sec_3", "y", lasting_id="b"),
    )
    moved, reworded = became("sec_1"), became("sec_2")
    assert (moved.fate, moved.eid, moved.stale) == ("moved", "sec_2", False)
    assert (reworded.fate, reworded.eid, reworded.stale) == ("moved", "sec_3", True)


def test_a_provision_that_got_the_number_of_one_that_went_is_not_taken_for_it(version):
    version(FIRST, section("sec_1", "x", lasting_id="a"), section("sec_2", "y", lasting_id="b"))
    version(SECOND, section("sec_1", "y", lasting_id="b"))
    assert became("sec_1").fate == "gone"


def test_a_lasting_name_that_two_provisions_bear_says_nothing(version):
    version(FIRST, section("sec_1", "Oil", lasting_id="a"))
    version(SECOND, *(section(f"sec_{n}", "Oil", lasting_id="a") for n in (1, 2)))
    assert became("sec_1").fate == "same"


def test_where_the_text_of_the_day_is_not_held_the_publisher_may_tell(version):
    version(
        SECOND,
        section("sec_1", "Oil", since=FIRST),
        section("sec_2", "Gas", since=SECOND),
        section("sec_3", "Wicks"),
    )
    assert became("sec_1").fate == "same"
    assert (became("sec_2").fate, became("sec_2").since) == ("newer", SECOND)
    assert (became("sec_2").stale, became("sec_2").comparable) == (True, False)
    assert (became("sec_3").fate, became("sec_3").stale) == ("not-held", False)
    assert became("sec_99").fate == "not-held"


def test_words_that_hold_only_later_are_not_those_of_the_day(version):
    version(FIRST, section("sec_1", "Oil", since=SECOND))
    assert (became("sec_1").fate, became("sec_1").since) == ("newer", SECOND)


def test_of_an_undated_text_nobody_knows_whether_it_held(version):
    version(None, section("sec_1", "Oil"), section("sec_2", "Oil", since=FIRST))
    assert became("sec_1").fate == "unknown"
    assert became("sec_2").fate == "same"
    version(SECOND, section("sec_1", "Gas"), section("sec_2", "Oil"))
    assert (became("sec_1").fate, became("sec_1").stale) == ("changed", True)


def test_a_repealed_law_is_repealed_whatever_texts_say(load):
    load({LAW: law("repealed_on: 2022-01-01\n")})
    assert (became("sec_1").fate, became("").since) == ("repealed", SECOND)
    assert became("sec_1", today=date(2021, 12, 31)).fate == "unknown"
    assert became("sec_1", on=SECOND).fate == "unknown"
    Legislation.objects.update(repealed_on="2026")
    assert became("sec_1").fate == "unknown"


def test_the_law_as_a_whole_changes_with_any_version(version):
    version(FIRST, section("sec_1", "Oil"))
    assert became("").fate == "same"
    version(SECOND, section("sec_1", "Gas"))
    assert became("").fate == "changed"
    assert became("", on=date(1999, 1, 1)).fate == "not-held"


def test_another_language_tells_what_the_first_cannot(version, lanterns_zh):
    version(SECOND, section("sec_1", "Gas"))
    assert became("sec_1").fate == "not-held"
    version(FIRST, section("sec_1", "油"), document=lanterns_zh)
    version(SECOND, section("sec_1", "氣"), document=lanterns_zh)
    assert (became("sec_1").fate, became("sec_1").language) == ("changed", "zh-Hant")


@given(st.lists(st.sampled_from(["Oil", "Gas", "Wicks"]), min_size=1, max_size=6), st.randoms())
def test_the_order_of_versions_does_not_matter_and_only_words_decide(lanterns, words, chance):
    """Each version holds for a year; what was said then is held against what is said last."""
    started = [date(2000 + number, 1, 1) for number in range(len(words))]
    versions = list(zip(started, words, strict=True))
    key = f"hk/law/cap-{Work.objects.count() + 1}"
    for day, said in chance.sample(versions, len(versions)):
        document = replace(lanterns, valid_from=day, units=(section("sec_1", said),))
        import_text(document=document, key=key, format_name="test", by=None, at=AT)
    for day, said in versions:
        fate = became("sec_1", on=day + timedelta(days=99), key=key).fate
        assert fate == ("same" if said == words[-1] else "changed")
    assert became("sec_1", on=date(1999, 12, 31), key=key).fate == "not-held"


class TestQueries:
    def test_the_number_of_questions_does_not_grow(self, version):
        units = [section(f"sec_{number}", f"Oil {number}") for number in range(40)]
        for number in range(5):
            key = f"hk/law/cap-{number}"
            version(FIRST, *units, key=key)
            version(SECOND, *[replace(one, html="<p>Gas</p>") for one in units], key=key)
        works = Work.objects.values_list("pk", flat=True)
        rests = [
            selectors.Rest(work, f"sec_{number}", BETWEEN) for work in works for number in range(40)
        ]
        assert self.asked(rests) == self.asked(rests[:1]) <= 4

    def asked(self, rests):
        with CaptureQueriesContext(connection) as queries:
            found = selectors.what_became_of(rests, TODAY)
        assert {each.fate for each in found.values()} == {"changed"}
        return len(queries)

    def test_nothing_is_asked_about_nothing(self, django_assert_num_queries):
        with django_assert_num_queries(0):
            assert selectors.what_became_of([], TODAY) == {}


FINDING = (
    "findings:\n- says: Oil must be clean.\n  weight: ratio\n  at: [para_1]\n"
    f"  about: ['{LAW}#sec_1']\n"
)


class TestStale:
    """Findings and gists that must be looked at again."""

    @pytest.fixture
    def shelves(self, load, version):
        """A law amended after a judgment of 2031 and a record of 2026 spoke of it."""
        gist = "provisions:\n- {at: sec_1, heading: Oil, gist: Of oil.}\n"
        files = {LAW: law(gist).replace("[title, dates]", "[title, provisions]")}
        assert not load({CASE: judgment(FINDING), **files}).problems
        version(FIRST, section("sec_1", "Oil"), section("sec_2", "Wicks"))
        version(date(2035, 1, 1), section("sec_1", "Gas"), section("sec_2", "Wicks"))

    def test_what_rests_on_changed_text_is_listed_with_why(self, shelves):
        finding, gist = selectors.stale(date(2036, 1, 1))
        assert (finding.what, finding.finding.says) == ("finding", "Oil must be clean.")
        assert (finding.on, finding.became.since) == (date(2031, 5, 2), date(2035, 1, 1))
        assert (gist.what, gist.passage.eid, gist.on) == ("gist", "sec_1", date(2026, 11, 1))

    def test_nothing_is_stale_before_the_amendment(self, shelves):
        assert selectors.stale(date(2034, 12, 31)) == []

    def test_drafts_and_what_is_not_law_are_not_listed(self, shelves):
        Work.objects.filter(key=CASE).update(live=False)
        assert [one.what for one in selectors.stale(date(2036, 1, 1))] == ["gist"]
        Work.objects.filter(key=LAW).update(live=False)
        assert selectors.stale(date(2036, 1, 1)) == []

    def test_a_gist_of_unknown_day_is_not_guessed_about(self, shelves):
        Work.objects.filter(key=LAW).update(
            sources=[{"publisher": "A", "for": ["title"], "on": "2026"}]
        )
        assert [one.what for one in selectors.stale(date(2036, 1, 1))] == ["finding"]

    def test_the_gist_of_a_repealed_law_without_text_is_stale(self, load):
        gist = "repealed_on: 2030-01-01\nprovisions:\n- {at: sec_1, heading: Oil, gist: Of oil.}\n"
        load({LAW: law(gist).replace("[title, dates]", "[title, provisions]")})
        [found] = selectors.stale(date(2031, 1, 1))
        assert found.became.fate == "repealed"

    def test_a_list_is_made_in_few_questions(self, shelves, django_assert_max_num_queries):
        for number in range(30):
            finding = Finding.objects.get(sort_order=0)
            about = list(finding.about.all())
            finding.pk, finding.sort_order = None, number + 1
            finding.save()
            for row in about:
                row.pk, row.finding = None, finding
                row.save()
        with django_assert_max_num_queries(20):
            assert len(selectors.stale(date(2036, 1, 1))) == 32


class TestDays:
    def test_a_judgment_speaks_of_the_law_of_its_decision(self, load):
        load({CASE: judgment(), TREATY: treaty()})
        assert selectors.day_of(Work.objects.get(key=CASE)) == date(2031, 5, 2)
        assert selectors.day_of(Work.objects.get(key=TREATY)) is None

    @pytest.mark.parametrize(
        ("fields", "day"),
        [
            ("published_on: '2019'\n", date(2019, 12, 31)),
            ("published_on: 2019-03-04\nlaw_as_of: '2018-11'\n", date(2018, 11, 30)),
            ("", None),
        ],
    )
    def test_a_report_speaks_of_the_law_it_says_it_does(self, load, fields, day):
        load({"hk/publication/lanterns": publication(fields)})
        assert selectors.day_of(Work.objects.get()) == day
