"""Draft, in review, published, withdrawn: what editors do and what readers see of it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from wagtail.models import (
    GroupApprovalTask,
    ReferenceIndex,
    Workflow,
    WorkflowContentType,
    WorkflowTask,
)

from manumit.accounts.models import User
from manumit.journal import selectors as journal
from manumit.library import selectors
from manumit.library.errors import WorkNotFound
from manumit.library.models import Finding, Judgment, Passage, Pinpoint, State, Work
from manumit.vocab.models import Concept
from tests.library.files import CASE, TREATY, judgment, treaty

pytestmark = pytest.mark.django_db

FINDINGS = """\
findings:
- says: Keeping lanterns is labour.
  at: [para_8]
  weight: ratio
"""


@pytest.fixture
def case(load):
    """A published judgment with one finding, as its own kind."""
    load({CASE: judgment(FINDINGS + "topics: [slavery]\n")})
    return Judgment.objects.get(key=CASE)


@pytest.fixture
def editor():
    return User.objects.create_superuser("editor@example.org", "x")


@pytest.fixture
def review():
    """A review by a group, for judgments and instruments."""
    workflow = Workflow.objects.create(name="Review")
    task = GroupApprovalTask.objects.create(name="Second pair of eyes")
    task.groups.set([Group.objects.create(name="Reviewers")])
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for model in Work.__subclasses__():
        WorkflowContentType.objects.update_or_create(
            content_type=model.get_content_type(), defaults={"workflow": workflow}
        )
    return workflow


def fresh(work):
    """The work as it stands in the database, with nothing remembered."""
    return type(work).objects.get(pk=work.pk)


def told_since(number):
    return [(change.action, change.subject) for change in journal.changes_since(number)]


def test_a_bare_work_keeps_no_revision(case):
    with pytest.raises(TypeError, match="and not of its Work"):
        Work.objects.get(pk=case.pk).save_revision()


def test_a_draft_changes_nothing_that_readers_see_until_it_is_published(case, editor):
    case.title = "Changed"
    case.findings.first().says = "Changed too."
    case.save_revision(user=editor)
    assert fresh(case).title == "A.B. and Mac Lantern v. Nowhere"
    assert fresh(case).has_unpublished_changes
    assert fresh(case).state == State.PUBLISHED
    case.get_latest_revision().publish(user=editor)
    assert fresh(case).title == "Changed"
    assert not fresh(case).has_unpublished_changes


def test_the_findings_of_a_draft_wait_for_publication(case, editor):
    [finding] = case.findings.all()
    finding.says = "Better said."
    case.findings = [finding, Finding(says="New.", weight="obiter", sort_order=1)]
    case.save_revision(user=editor)
    assert [row.says for row in selectors.findings_of(fresh(case))] == [
        "Keeping lanterns is labour."
    ]
    fresh(case).get_latest_revision().publish(user=editor)
    rows = selectors.findings_of(fresh(case))
    assert [row.says for row in rows] == ["Better said.", "New."]
    assert [pin.passage.eid for pin in rows[0].pinpoints.all()] == ["para_8"]


def test_the_topics_of_a_draft_wait_and_survive(case, editor):
    wanted = list(Concept.objects.filter(scheme="exploitation", code__in=["slavery", "servitude"]))
    case.topics = wanted
    case.save_revision(user=editor)
    assert [topic.code for topic in fresh(case).topics.all()] == ["slavery"]
    draft = fresh(case).get_latest_revision_as_object()
    assert {topic.code for topic in draft.topics.all()} == {"slavery", "servitude"}
    fresh(case).get_latest_revision().publish(user=editor)
    assert {topic.code for topic in fresh(case).topics.all()} == {"slavery", "servitude"}


def test_a_draft_outlives_a_passage_it_was_pinned_to(case, editor):
    case.title = "Changed"
    case.save_revision(user=editor)
    Passage.objects.filter(work=case.pk, eid="para_8").delete()
    draft = fresh(case).get_latest_revision_as_object()
    [finding] = draft.findings.all()
    [pin] = finding.pinpoints.all()
    assert pin.passage is None
    fresh(case).get_latest_revision().publish(user=editor)
    assert Pinpoint.objects.get(finding__judgment=case.pk).passage is None


def test_publishing_and_unpublishing_are_told_to_the_journal(case, editor):
    seen = journal.last_number()
    case.save_revision(user=editor).publish(user=editor)
    fresh(case).unpublish(user=editor)
    assert told_since(seen) == [("published", CASE), ("unpublished", CASE)]
    assert fresh(case).state == State.WITHDRAWN
    with pytest.raises(WorkNotFound):
        selectors.published_work(CASE)


def test_what_is_not_published_after_all_is_not_told(case, editor):
    seen = journal.last_number()
    revision = case.save_revision(user=editor)
    with transaction.atomic():
        revision.publish(user=editor)
        transaction.set_rollback(True)
    assert told_since(seen) == []


def test_a_judgment_goes_through_review_and_comes_out_published(load, editor, review):
    load({CASE: judgment(FINDINGS, status="draft")})
    case = Judgment.objects.get(key=CASE)
    case.title = "Reviewed"
    case.save_revision(user=editor)
    state = review.start(case, editor)
    assert fresh(case).state == State.IN_REVIEW
    assert fresh(case).title != "Reviewed"
    assert isinstance(state.content_object, Judgment)
    state.current_task_state.approve(user=editor)
    assert fresh(case).state == State.PUBLISHED
    assert fresh(case).title == "Reviewed"
    assert ("published", CASE) in told_since(0)


def test_a_judgment_refused_in_review_stays_a_draft(load, editor, review):
    load({CASE: judgment(status="draft")})
    case = Judgment.objects.get(key=CASE)
    case.save_revision(user=editor)
    state = review.start(case, editor)
    state.current_task_state.reject(user=editor)
    assert not fresh(case).live


@pytest.mark.parametrize(
    ("key", "text"),
    [(CASE, judgment(FINDINGS, status="in_review")), (TREATY, treaty(status="in_review"))],
)
def test_a_file_in_review_is_sent_to_the_centres_review(load, review, editor, key, text):
    assert not load({key: text}).problems
    work = Work.objects.get(key=key).as_kind()
    assert work.state == State.IN_REVIEW
    assert selectors.text_of(work) == text
    work.current_workflow_state.current_task_state.approve(user=editor)
    assert fresh(work).state == State.PUBLISHED


def test_a_withdrawn_work_can_be_edited_and_published_again(load, editor):
    load({CASE: judgment(status="withdrawn")})
    case = Judgment.objects.get(key=CASE)
    assert case.state == State.WITHDRAWN
    assert selectors.is_withdrawn(CASE)
    case.title = "Back again"
    case.save_revision(user=editor)
    fresh(case).get_latest_revision().publish(user=editor)
    assert fresh(case).state == State.PUBLISHED
    assert not selectors.is_withdrawn(CASE)


def test_a_published_revision_does_not_bring_back_an_old_mark_of_loading(load, case, editor):
    case.title = "Changed"
    case.save_revision(user=editor)
    load({CASE: judgment(title="From the file")}, force=True)
    marked = fresh(case).loaded_digest
    case.revisions.earliest("pk").publish(user=editor)
    assert fresh(case).loaded_digest == marked


def test_a_work_says_what_is_derived_from_its_fields(case):
    assert (case.kind, case.system_id, case.dated) == ("judgment", "coe", "2031-05-02")
    assert Work.objects.get(pk=case.pk).as_kind() == case


def test_deleting_a_judgment_takes_its_revisions_along(case, editor):
    case.save_revision(user=editor)
    pk = case.pk
    case.delete()
    assert not Work.objects.filter(pk=pk).exists()
    assert not ReferenceIndex.objects.filter(object_id=str(pk)).exists()


def test_a_publication_set_for_later_is_told_when_its_hour_comes(case, editor):
    seen = journal.last_number()
    draft = fresh(case)
    draft.title, draft.go_live_at = "Later", timezone.now() + timedelta(days=1)
    revision = draft.save_revision(user=editor)
    revision.publish(user=editor)
    assert fresh(case).live
    assert fresh(case).title != "Later"
    assert fresh(case).get_latest_revision_as_object().title == "Later"
    assert told_since(seen) == []

    early = {**revision.content, "go_live_at": (timezone.now() - timedelta(hours=1)).isoformat()}
    type(revision).objects.filter(pk=revision.pk).update(content=early)
    type(revision).objects.get(pk=revision.pk).publish(user=editor)
    assert fresh(case).title == "Later"
    assert told_since(seen) == [("published", CASE)]


def test_what_an_editor_unpublishes_is_withdrawn_for_readers(case, editor):
    fresh(case).unpublish(user=editor)
    assert fresh(case).state == "withdrawn"
    assert selectors.is_withdrawn(CASE)
