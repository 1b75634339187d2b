"""A law in time: its versions, what changed between them, and one passage through all of them."""

from dataclasses import replace
from datetime import date

import pytest

from manumit.formats import Unit, format_named
from manumit.library import selectors
from manumit.library.errors import WorkNotFound
from manumit.library.models import Wording
from manumit.library.selectors.comparing import compare_texts
from tests.library.files import LAW
from tests.paths import shared

pytestmark = pytest.mark.django_db
FIRST, SECOND, THIRD = date(2031, 5, 1), date(2035, 1, 1), date(2040, 1, 1)


def section(eid, words, *, lasting="", number="", heading="Lamps", status="operational"):
    return Unit(
        eid, "section", number=number or eid, heading=heading, html=f"<p>{words}</p>",
        status=status, lasting_id=lasting,
    )  # fmt: skip


@pytest.fixture
def version(bring, lanterns):
    """Bring in the law as it stood from a day on, with these sections."""

    def act(day, *units, **given):
        bring(replace(lanterns, valid_from=day, units=tuple(units), **given))

    return act


@pytest.fixture
def work():
    return lambda: selectors.published_work(LAW)


@pytest.fixture
def compared(work):
    def act(since=None, until=None):
        found = selectors.compare_versions(work(), "en", since, until)
        return [(one.change, one.wording.passage.eid) for one in found.changes]

    return act


def test_each_passage_is_the_same_changed_new_or_gone(version, compared):
    version(FIRST, section("sec_1", "Title"), section("sec_2", "Oil"), section("sec_3", "Wicks"))
    version(SECOND, section("sec_1", "Title"), section("sec_2", "Gas"), section("sec_4", "Glass"))
    assert compared() == [
        ("same", "sec_1"), ("changed", "sec_2"), ("gone", "sec_3"), ("new", "sec_4"),
    ]  # fmt: skip


def test_what_went_stands_where_a_reader_looks_for_it(version, compared):
    version(FIRST, *(section(f"sec_{number}", "x") for number in (1, 2, 3, 4)))
    version(SECOND, section("sec_2", "x"), section("sec_4", "x"))
    assert compared() == [
        ("gone", "sec_1"), ("same", "sec_2"), ("gone", "sec_3"), ("same", "sec_4"),
    ]  # fmt: skip


def test_a_provision_with_another_number_is_followed_by_the_publishers_lasting_name(
    version, compared
):
    version(FIRST, section("sec_1", "Oil", lasting="a"), section("sec_2", "Wicks", lasting="b"))
    version(SECOND, section("sec_2", "Oil", lasting="a"), section("sec_3", "Wicks", lasting="b"))
    assert compared() == [("renumbered", "sec_2"), ("renumbered", "sec_3")]


def test_a_lasting_name_that_two_passages_bear_says_nothing(version, compared):
    version(FIRST, section("sec_1", "Oil", lasting="a"), section("sec_2", "Oil", lasting="a"))
    version(SECOND, section("sec_1", "Oil"), section("sec_2", "Gas", lasting="a"))
    assert compared() == [("same", "sec_1"), ("changed", "sec_2")]


@pytest.mark.parametrize(
    "changed",
    [{"words": "Oil, or gas"}, {"heading": "Lanterns"}, {"number": "1A"}, {"status": "repealed"}],
)
def test_words_heading_number_and_status_count(version, compared, changed):
    version(FIRST, section("sec_1", "Oil"))
    version(SECOND, section("sec_1", **({"words": "Oil"} | changed)))
    assert compared() == [("changed", "sec_1")]


def test_markup_and_white_space_do_not_count(version, compared):
    version(FIRST, section("sec_1", "Oil and gas"))
    version(SECOND, section("sec_1", "<b>Oil</b>\n and   gas"))
    assert compared() == [("same", "sec_1")]


def test_a_day_chooses_the_version_that_held_on_it(version, compared):
    version(FIRST, section("sec_1", "Oil"))
    version(SECOND, section("sec_1", "Gas"))
    version(THIRD, section("sec_1", "Gas"), section("sec_2", "Light"))
    assert compared(date(2032, 2, 2), date(2036, 1, 1)) == [("changed", "sec_1")]
    assert compared(SECOND, THIRD) == [("same", "sec_1"), ("new", "sec_2")]
    assert compared(until=date(2036, 1, 1)) == [("changed", "sec_1")]
    assert compared(date(2036, 1, 1), date(2037, 1, 1)) == [("same", "sec_1")]
    assert compared(date(1900, 1, 1), date(2036, 1, 1)) == [("changed", "sec_1")]


def test_a_text_without_a_first_day_is_the_oldest(version, compared, work):
    version(None, section("sec_1", "Oil"))
    version(SECOND, section("sec_1", "Gas"))
    assert [text.valid_from for text in selectors.versions(work(), "en")] == [None, SECOND]
    assert compared() == [("changed", "sec_1")]


def test_one_version_alone_cannot_be_compared(version, work):
    version(FIRST, section("sec_1", "Oil"))
    assert selectors.languages_in_time(work()) == []
    with pytest.raises(WorkNotFound, match="one version only in en"):
        selectors.compare_versions(work(), "en", None, None)


def test_a_passage_is_read_through_time_one_reading_for_each_change(version, work):
    version(FIRST, section("sec_1", "Oil"))
    version(SECOND, section("sec_1", "Oil"))
    version(THIRD, section("sec_1", "Gas"))
    found = selectors.readings(work(), "sec_1", "en")
    assert [[text.valid_from for text in one.texts] for one in found] == [[FIRST, SECOND], [THIRD]]
    assert [one.wording.plain for one in found] == ["Oil", "Gas"]


def test_a_passage_is_read_under_the_number_it_had(version, work):
    version(FIRST, section("sec_1", "Oil", lasting="a"), section("sec_2", "Wicks", lasting="b"))
    version(SECOND, section("sec_2", "Oil", lasting="a"), section("sec_3", "Wicks", lasting="b"))
    found = selectors.readings(work(), "sec_2", "en")
    assert [one.wording.passage.eid for one in found] == ["sec_1", "sec_2"]


def test_a_passage_that_a_version_no_longer_has_says_from_when(version, work):
    version(FIRST, section("sec_1", "x"), section("sec_2", "Wicks"))
    version(SECOND, section("sec_1", "x"))
    version(THIRD, section("sec_1", "x"), section("sec_2", "Wicks"))
    first, again = selectors.readings(work(), "sec_2", "en")
    assert first.missing.valid_from == SECOND
    assert (again.missing, again.texts[0].valid_from) == (None, THIRD)


def test_a_real_ordinance_amended_shows_the_amendment_and_nothing_else(bring, work):
    path = shared("data/hk/hklm/hk-pdpo-cap486-20221001-en.xml")
    real = path.read_text("utf-8")
    earlier = real.replace("<dc:date>2022-10-01", "<dc:date>2018-04-20").replace(
        "hold office for a period of 5 years", "hold office for a period of 3 years"
    )
    for text in (earlier, real):
        [document] = format_named("hklm").read(text.encode(), path.name)
        bring(document)
    before, after = selectors.versions(selectors.published_work("hk/law/cap-486"), "en")
    assert (before.valid_to, after.valid_to) == (date(2022, 9, 30), None)
    comparison = compare_texts(before, after)
    [change] = [one for one in comparison.changes if one.change != "same"]
    assert change.wording.passage.eid == "sec_5"
    [line] = [one for one in change.lines() if one.change == "changed"]
    assert line.line.eid == "sec_5__subsec_4"
    assert [piece.text for piece in line.pieces if piece.change != "same"] == ["3", "5"]
    assert Wording.objects.filter(text=after).exclude(lasting_id="").count() > 130
