"""Nobody publishes their own text alone: a second person looks, and what they saw is published."""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import TaskState

from manumit.accounts.models import User
from manumit.journal import selectors as journal
from manumit.library.models import Judgment, Work
from tests.editorial.filling import form_of
from tests.staff import person_with

pytestmark = pytest.mark.usefixtures("starter")
KEY = "coe/case/25965-04/2010-01-07"


@pytest.fixture
def reviewer():
    return person_with("reviewer", email="bo@example.org")


@pytest.fixture
def sent(editor):
    """A draft that its editor sent to review."""
    judgment = Judgment.objects.get(key=KEY)
    judgment.outcome = "As the editor has it."
    judgment.save_revision(user=editor)
    judgment.get_workflow().start(judgment, editor)
    judgment.refresh_from_db()
    return judgment


def act(judgment, user, action="approve"):
    state = TaskState.objects.get(pk=judgment.current_workflow_task_state.pk)
    state.task.specific.on_action(state, user, action)


def actions(judgment, user):
    return [name for name, *_ in judgment.current_workflow_task.get_actions(judgment, user)]


def test_a_second_person_approves_and_readers_have_it(sent, reviewer):
    assert actions(sent, reviewer) == ["reject", "approve"]
    before = journal.last_number()
    act(sent, reviewer)
    assert Judgment.objects.get(key=KEY).outcome == "As the editor has it."
    (change,) = journal.changes_since(before)
    (told,) = journal.told(journal.entries()[:1])
    assert (change.action, told.person) == ("published", "bo@example.org")


@pytest.mark.parametrize("administrator", [False, True])
def test_who_wrote_it_cannot_approve_it_not_as_administrator_either(sent, editor, administrator):
    User.objects.filter(pk=editor.pk).update(is_superuser=administrator)
    editor = User.objects.get(pk=editor.pk)
    assert actions(sent, editor) == []
    with pytest.raises(PermissionDenied):
        act(sent, editor)
    assert Judgment.objects.get(key=KEY).outcome != "As the editor has it."


def test_a_reviewer_who_sent_their_own_text_waits_for_another(reviewer):
    judgment = Judgment.objects.get(key=KEY)
    judgment.save_revision(user=reviewer)
    judgment.get_workflow().start(judgment, reviewer)
    judgment.refresh_from_db()
    assert actions(judgment, reviewer) == []
    assert not list(TaskState.objects.reviewable_by(reviewer))
    other = person_with("reviewer", email="cy@example.org")
    assert actions(judgment, other) == ["reject", "approve"]
    assert len(TaskState.objects.reviewable_by(other)) == 1


def test_who_may_not_review_cannot_approve_what_another_wrote(sent):
    stranger = person_with("editor", email="di@example.org")
    with pytest.raises(PermissionDenied):
        act(sent, stranger)


def test_what_came_after_the_review_began_is_not_published_with_it(sent, reviewer):
    sent.outcome = "Slipped in."
    sent.save_revision()
    sent.refresh_from_db()
    assert actions(sent, reviewer) == ["reject"]
    with pytest.raises(PermissionDenied, match="changed since"):
        act(sent, reviewer)


def test_an_editor_has_no_button_to_publish_past_the_review(client, editor):
    client.force_login(editor)
    page = client.get(
        f"/editorial/snippets/library/judgment/edit/{Judgment.objects.get(key=KEY).pk}/"
    )
    assert page.status_code == 200
    assert b"action-publish" not in page.content
    assert b"action-submit" in page.content


def test_while_it_is_reviewed_its_editor_cannot_change_it(client, sent, editor, reviewer):
    assert sent.current_workflow_task.locked_for_user(sent, editor)
    assert not sent.current_workflow_task.locked_for_user(sent, reviewer)


def test_every_kind_has_its_review():
    for kind in ("judgment", "instrument", "legislation", "publication"):
        assert Work.objects.filter(kind=kind).first().as_kind().get_workflow()


def test_the_first_page_counts_what_waits_and_leads_there(client, sent, reviewer):
    client.force_login(User.objects.create_superuser("root@example.org"))
    page = client.get("/editorial/").content.decode()
    for name in ("in review", "stale", "not yet verified", "helplines past their day"):
        assert name in page
    assert client.get("/editorial/stale/").status_code == 200


def test_the_journal_is_read_by_those_who_may(client, sent, editor, reviewer):
    act(sent, reviewer)
    client.force_login(editor)
    assert client.get("/editorial/journal/").status_code == 302
    assert "/editorial/journal/" not in client.get("/editorial/").content.decode()
    client.force_login(reviewer)
    page = client.get("/editorial/journal/", {"key": KEY, "action": "published"}).content.decode()
    assert "bo@example.org" in page
    assert "outcome" in page
    assert "each as it was written" in client.get("/editorial/journal/check/").content.decode()


def test_a_passage_is_picked_among_those_of_the_judgment(client):
    client.force_login(User.objects.create_superuser("root@example.org"))
    judgment = Judgment.objects.get(key=KEY)
    number = judgment.passages.standing().first()
    asked = client.get("/editorial/choose/passage/", {"work": judgment.pk}).json()["html"]
    assert number.label() in asked
    other = Work.objects.get(key="hk/law/cap-200")
    assert (
        number.label()
        not in client.get(
            "/editorial/choose/passage/results/", {"work": other.pk, "q": number.eid}
        ).content.decode()
    )


def test_deciding_from_the_form_saves_nothing_new_that_would_stand_in_the_way(
    client, sent, reviewer
):
    sent.get_latest_revision_as_object().save_revision(user=reviewer)
    sent.refresh_from_db()
    assert actions(sent, reviewer) == ["reject", "approve"]
    act(sent, reviewer)
    live = Judgment.objects.get(key=KEY)
    assert live.outcome == "As the editor has it."
    assert not live.has_unpublished_changes


def test_who_changes_it_and_approves_at_once_is_told_that_it_needs_another_review(
    client, sent, reviewer
):
    client.force_login(reviewer)
    address = f"/editorial/snippets/library/judgment/edit/{sent.pk}/"
    data = form_of(client.get(address)) | {
        "outcome": "As the reviewer has it.",
        "action-workflow-action": "true",
        "workflow-action-name": "approve",
    }
    answer = client.post(address, data, follow=True)
    assert "It was changed since the review began" in answer.content.decode()
    assert Judgment.objects.get(key=KEY).outcome != "As the reviewer has it."
