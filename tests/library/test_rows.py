"""Works as a list shows them."""

import pytest

from manumit.library import selectors
from tests.library.files import CASE, LAW, TREATY, judgment, law, publication, treaty

pytestmark = pytest.mark.django_db

REPORT = "un/publication/unodc/2031-lamps"


def test_works_of_every_kind_are_asked_for_at_once(load, django_assert_num_queries):
    load({CASE: judgment(), LAW: law(), TREATY: treaty(), REPORT: publication()})
    with django_assert_num_queries(2):
        rows = selectors.rows_with_keys([CASE, LAW, TREATY, REPORT])
    assert {key: row.kind for key, row in rows.items()} == {
        CASE: "judgment",
        LAW: "legislation",
        TREATY: "instrument",
        REPORT: "publication",
    }


def test_a_row_says_what_the_work_itself_says(load):
    load({CASE: judgment(), LAW: law(), TREATY: treaty(), REPORT: publication()})
    rows = selectors.rows_with_keys([CASE, LAW, TREATY, REPORT])
    for key, work in selectors.works_with_keys(rows).items():
        for name in ("title", "titles", "language", "confidence", "dated", "kind"):
            assert getattr(rows[key], name) == getattr(work, name)
        assert rows[key].system == str(work.system)
    case = selectors.published_work(CASE)
    assert rows[CASE].forum == str(case.forum)
    assert rows[CASE].decided_on == case.decided_on == "2031-05-02"
    assert rows[LAW].number == selectors.published_work(LAW).number
    assert rows[REPORT].publisher == selectors.published_work(REPORT).publisher


def test_topics_stand_forms_of_exploitation_first(load):
    load({CASE: judgment("topics: [non-punishment, forced-labour, child, debt-bondage]\n")})
    assert selectors.rows_with_keys([CASE])[CASE].topics == (
        "debt-bondage",
        "forced-labour",
        "non-punishment",
        "child",
    )


def test_what_is_not_published_is_no_row(load):
    load({LAW: law(status="draft")})
    assert selectors.rows_with_keys([LAW, CASE]) == {}
