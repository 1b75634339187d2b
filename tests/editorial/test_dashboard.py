"""The editors' first page counts what waits, for those who have to do it."""

import pytest

from manumit.editorial.dashboard import waiting_for
from manumit.library.models import Judgment
from tests.staff import StaffClient, person_with

pytestmark = pytest.mark.usefixtures("starter")


def counts(person):
    return {row.name: row.count for row in waiting_for(person)}


def test_what_was_forwarded_waits_for_reviewers_alone(forward):
    reviewer = person_with("reviewer", email="bo@example.org")
    editor = person_with("editor", email="ada@example.org")
    before = counts(reviewer)["contributions"]
    forward(what="link", citation="https://example.org/report")
    assert counts(reviewer)["contributions"] == before + 1
    assert "contributions" not in counts(editor)


def test_a_draft_in_review_is_counted_until_it_is_decided():
    editor, reviewer = (
        person_with(role, email=f"{role}@example.org") for role in ("editor", "reviewer")
    )
    judgment = Judgment.objects.get(key="coe/case/25965-04/2010-01-07")
    judgment.save_revision(user=editor)
    judgment.get_workflow().start(judgment, editor)
    assert counts(reviewer)["in review"] == 1
    judgment.refresh_from_db()
    state = judgment.current_workflow_task_state
    state.task.specific.on_action(state, reviewer, "approve")
    assert counts(reviewer)["in review"] == 0


def test_each_number_leads_somewhere_that_opens():
    browser, person = StaffClient(), person_with("reviewer")
    browser.force_login(person)
    shown = browser.get("/editorial/").content.decode()
    for row in waiting_for(person):
        assert row.name in shown
        if row.url:
            assert browser.get(row.url).status_code == 200, row.name
