"""Finding works by title, topic, kind and jurisdiction, and counting them."""

import pytest

from manumit.library import selectors
from manumit.library.errors import AmbiguousTitle, WorkNotFound
from tests.library.files import CASE, LAW, TREATY, judgment, law, publication, treaty

pytestmark = pytest.mark.django_db


def keys(works):
    return [work.key for work in works]


@pytest.mark.parametrize(
    "title", ["Convention on Lamps", "CONVENTION ON LAMPS.", "  convention, on lamps", "LampCon"]
)
def test_a_work_is_found_by_its_title_whatever_its_dress(load, title):
    load({TREATY: treaty("short_titles:\n  en: [LampCon]\n", title="Convention on Lamps")})
    assert selectors.key_for_title(title, "instrument") == TREATY


def test_a_title_nobody_bears_is_told(load):
    load({TREATY: treaty()})
    with pytest.raises(WorkNotFound, match="--work KEY"):
        selectors.key_for_title("Another", "instrument")
    with pytest.raises(WorkNotFound):
        selectors.key_for_title("Convention on the Keeping of Lanterns", "judgment")


def test_a_title_that_two_works_bear_is_told(load):
    load({TREATY: treaty(), "un/treaty/other": treaty()})
    with pytest.raises(AmbiguousTitle, match="is the title of un/treaty/lantern-convention and of"):
        selectors.key_for_title("Convention on the Keeping of Lanterns", "instrument")


def test_judgments_stand_newest_first_and_treaties_oldest_first(load):
    older = "coe/case/1-40/2029-05-02"
    load(
        {
            CASE: judgment(),
            older: judgment().replace("2031-05-02", "2029-05-02"),
            TREATY: treaty(),
            "un/treaty/older": treaty(title="Older").replace("'2030'", "'1930'"),
        }
    )
    assert keys(selectors.judgments()) == [CASE, older]
    assert keys(selectors.instruments()) == ["un/treaty/older", TREATY]


def test_the_law_of_one_jurisdiction_can_be_asked_for(load):
    load({LAW: law(), "th/law/act-1": law(title="Act"), "hk/law/cap-2": law(status="draft")})
    assert keys(selectors.legislation("hk")) == [LAW]
    assert keys(selectors.legislation()) == ["th/law/act-1", LAW]


def test_the_centres_own_publications_are_its_releases(load):
    load(
        {
            "hk/publication/a": publication("published_on: '2026'\nrelease: true\n"),
            "hk/publication/b": publication("published_on: 2026-03\nrelease: true\n"),
            "hk/publication/c": publication("published_on: 2026-05\n"),
        }
    )
    assert keys(selectors.publications())[0] == "hk/publication/c"
    assert keys(selectors.releases(1)) == ["hk/publication/b"]


def test_a_topic_is_found_with_what_is_narrower_and_by_a_provision(load):
    load(
        {
            CASE: judgment("topics: [slavery]\n"),
            LAW: law("provisions:\n- {at: sec_1, gist: a, topics: [slavery]}\n"),
            TREATY: treaty("topics: [child]\n"),
        }
    )
    topic = selectors.topic("slavery")
    assert topic.name() == "slavery"
    found = selectors.with_topics(selectors.with_narrower(topic))
    assert sorted(keys(found)) == [CASE, LAW]
    assert selectors.topic("flying") is None
    assert selectors.forum("ecthr").code == "ecthr"
    assert selectors.forum("moon-court") is None


def test_broader_topics_and_their_codes_lead_down_the_tree():
    rows = selectors.topic_tree("exploitation")
    inner = next(row for row in rows if row.depth == 1)
    assert inner.concept.code in selectors.with_narrower(inner.concept.broader)


def test_a_judgment_is_counted_in_the_grid_under_its_topic_and_forum(load):
    load({CASE: judgment("topics: [slavery]\n"), LAW: law("topics: [slavery]\n")})
    together, apart = selectors.case_law_grid(["hk"]), selectors.case_law_grid(["coe"])
    assert [column.code for column in together.columns] == ["coe"]
    assert [column.code for column in apart.columns] == ["ecthr-gc"]
    grid = selectors.case_law_grid([], only="coe")
    assert [column.code for column in grid.columns] == ["ecthr-gc"]
    assert selectors.case_law_grid([], only="hk").total == 0
    assert {row.concept.code for row in grid.rows} >= {"slavery"}
    assert all(row.total == 1 for row in grid.rows)
    assert (grid.totals, grid.total) == ([1], 1)


def test_a_word_of_one_instrument_is_shown_with_that_instrument(load):
    topic = selectors.topic("slavery")
    topic.labels.create(language="en", text="thraldom", kind="alt", instrument=TREATY)
    topic.labels.create(language="en", text="bondage", kind="alt", instrument="un/treaty/none")
    load({TREATY: treaty()})
    words = {
        label.text: work and work.key
        for label, work in selectors.labels_of_instruments(selectors.topic("slavery"))
    }
    assert words["thraldom"] == TREATY
    assert words["bondage"] is None


def test_what_is_on_the_shelves_is_counted_once(load):
    load(
        {
            CASE: judgment("topics: [child, slavery]\nconfidence: high\n"),
            LAW: law("provisions:\n- {at: sec_1__subsec_1, gist: a}\n"),
            TREATY: treaty(status="draft"),
        }
    )
    assert selectors.statistics() == {
        "works": {"instrument": 0, "legislation": 1, "judgment": 1, "publication": 0},
        "passages": 2,
        "citations": 0,
        "by_jurisdiction": {"coe": 1, "hk": 1},
        "by_topic": {"child": 1, "slavery": 1},
        "by_confidence": {"high": 1, "unverified": 1},
    }
