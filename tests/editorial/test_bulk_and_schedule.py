"""Many records at once, and a later hour: both by drafts that a second person approves."""

from datetime import timedelta

import pytest
from django.utils import timezone

from manumit.directory.models import Organisation
from manumit.journal import selectors as journal
from manumit.library.models import Judgment, Work
from manumit.library.services import publish_due
from tests.editorial.filling import form_of
from tests.staff import person_with

pytestmark = pytest.mark.usefixtures("starter")
KEY = "coe/case/25965-04/2010-01-07"


@pytest.fixture
def editor(client):
    client.force_login(person_with("editor", email="ada@example.org"))
    return client


@pytest.fixture
def reviewer():
    return person_with("reviewer", email="bo@example.org")


def bulk(name, *records):
    kind = records[0].permission_to("x").replace(".x_", "/")
    numbers = "&".join(f"id={record.pk}" for record in records)
    return f"/editorial/bulk/{kind}/{name}/?{numbers}&next=/editorial/"


def approve(record, reviewer):
    record.refresh_from_db()
    state = record.current_workflow_task_state
    state.task.specific.on_action(state, reviewer, "approve")


def test_many_are_marked_as_checked_and_sent_to_review_and_nothing_is_published(editor, reviewer):
    two = list(Judgment.objects.filter(live=True)[:2])
    address = bulk("checked", *two)
    page = editor.get(address).content.decode()
    assert all(one.title in page for one in two)
    wrong = editor.post(
        address, {"publisher": "HKLII", "covers": "Big Words", "confidence": "high"}
    )
    assert wrong.status_code == 200
    said = {"publisher": "HKLII", "url": "", "covers": "title, decided-on", "confidence": "high"}
    before = journal.last_number()
    assert editor.post(address, said).status_code == 302
    assert editor.post(bulk("submit", *two)).status_code == 302
    assert journal.last_number() == before
    for one in two:
        assert Judgment.objects.get(pk=one.pk).sources == one.sources
        approve(one, reviewer)
        live = Judgment.objects.get(pk=one.pk)
        assert live.confidence == "high"
        assert live.sources[-1] == {
            "publisher": "HKLII", "for": ["title", "decided-on"], "on": str(timezone.localdate()),
        }  # fmt: skip
        assert live.findings.count() == one.findings.count()


def test_a_topic_is_added_to_many_once(editor):
    two = list(Judgment.objects.filter(live=True)[:2])
    editor.get(bulk("topic", *two))
    topic = editor.get(bulk("topic", *two)).context["form"].fields["topic"].queryset.last()
    for _ in range(2):
        editor.post(bulk("topic", *two), {"topic": topic.pk})
    for one in two:
        one.refresh_from_db()
        assert topic in one.get_latest_revision_as_object().topics.all()
        assert topic not in one.topics.all() or not one.has_unpublished_changes


def test_organisations_are_marked_as_checked_too_and_what_is_in_review_is_left_out(editor):
    one = Organisation.objects.filter(live=True).first()
    said = {"publisher": "They", "url": "", "covers": "title", "confidence": "medium"}
    assert editor.post(bulk("checked", one), said).status_code == 302
    assert editor.post(bulk("submit", one)).status_code == 302
    assert "may not change them now" in editor.get(bulk("checked", one)).content.decode()


def test_readers_do_not_do_such_things(client):
    client.force_login(person_with("reader", email="cy@example.org"))
    one = Judgment.objects.get(key=KEY)
    assert client.post(bulk("submit", one)).status_code in {302, 403}
    one.refresh_from_db()
    assert not one.workflow_in_progress


def schedule(editor, judgment, **when):
    address = f"/editorial/snippets/library/judgment/edit/{judgment.pk}/"
    data = form_of(editor.get(address)) | {"outcome": "As of the hour.", "action-submit": "1"}
    data |= {
        name: (timezone.localtime() + ahead).strftime("%Y-%m-%d %H:%M")
        for name, ahead in when.items()
    }
    answer = editor.post(address, data)
    assert answer.status_code == 302, answer.context["form"].errors


def test_what_a_second_person_approved_for_a_later_hour_is_published_then_and_told_then(
    editor, reviewer
):
    judgment = Judgment.objects.get(key=KEY)
    schedule(editor, judgment, go_live_at=timedelta(days=1))
    later = timezone.now() + timedelta(days=2)
    assert publish_due(at=later) == []
    before = journal.last_number()
    approve(judgment, reviewer)
    assert journal.last_number() == before
    assert publish_due(at=timezone.now()) == []
    judgment.refresh_from_db()
    assert (judgment.live, judgment.outcome == "As of the hour.") == (True, False)


def test_its_hour_comes(editor, reviewer, monkeypatch):
    judgment = Judgment.objects.get(key=KEY)
    schedule(editor, judgment, go_live_at=timedelta(days=1), expire_at=timedelta(days=3))
    approve(judgment, reviewer)
    before = journal.last_number()
    really = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: really() + timedelta(days=2))
    (due,) = publish_due(at=timezone.now())
    assert (due.key, due.became) == (KEY, "published")
    assert Judgment.objects.get(key=KEY).outcome == "As of the hour."
    assert publish_due(at=timezone.now()) == []
    monkeypatch.setattr(timezone, "now", lambda: really() + timedelta(days=4))
    (due,) = publish_due(at=timezone.now())
    assert (due.key, due.became) == (KEY, "withdrawn")
    assert Work.objects.get(key=KEY).withdrawn_at
    assert [change.action for change in journal.changes_since(before)] == [
        "published",
        "unpublished",
    ]
