"""Two editors save at once: neither loses what was written, and the second is told."""

import re

import pytest

from manumit.library.models import Judgment
from tests.editorial.filling import address, form_of
from tests.staff import StaffClient, person_with

pytestmark = pytest.mark.usefixtures("starter")
KEY = "coe/case/25965-04/2010-01-07"


@pytest.fixture
def judgment():
    return Judgment.objects.get(key=KEY)


def signed_in(name):
    browser = StaffClient()
    browser.force_login(person_with("editor", email=f"{name}@example.org"))
    return browser


def filled(browser, judgment, **said):
    """The form as it opens, with what somebody types into it."""
    page = browser.get(address(judgment))
    hidden = dict(
        re.findall(r'name="(loaded_revision_\w+)" value="([^"]*)"', page.content.decode())
    )
    return form_of(page) | hidden | said


@pytest.fixture
def both(judgment):
    """Ada and Bo open the same draft; Ada saves first."""
    judgment.save_revision()
    ada, bo = signed_in("ada"), signed_in("bo")
    hers = filled(ada, judgment, outcome="As Ada has it.")
    his = filled(bo, judgment, outcome="As Bo has it.")
    assert ada.post(address(judgment), hers).status_code == 302
    return bo, his


def test_the_second_is_told_and_finds_what_was_typed(both, judgment):
    bo, his = both
    answer = bo.post(address(judgment), his)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "ada@example.org saved this" in page
    assert "As Bo has it." in page
    assert Judgment.objects.get(pk=judgment.pk).get_latest_revision_as_object().outcome == (
        "As Ada has it."
    )


def test_saving_again_puts_the_second_on_top_and_keeps_the_first(both, judgment):
    bo, his = both
    page = bo.post(address(judgment), his).content.decode()
    again = dict(re.findall(r'name="(loaded_revision_\w+)" value="([^"]*)"', page))
    assert bo.post(address(judgment), his | again).status_code == 302
    newest, before = judgment.revisions.order_by("-created_at", "-pk")[:2]
    assert newest.content["outcome"] == "As Bo has it."
    assert before.content["outcome"] == "As Ada has it."
