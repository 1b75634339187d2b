"""Organisations and their services in the editors' house: drafted, looked at by a second person."""

import pytest
from django.core.exceptions import PermissionDenied

from manumit.directory import selectors
from manumit.directory.models import Organisation
from manumit.directory.services import load_organisations
from manumit.directory.types import Service
from manumit.journal import selectors as journal
from manumit.records import find_files
from tests.directory.files import KEY, SERVICE, organisation
from tests.editorial.filling import address, form_of, told_in
from tests.staff import person_with

pytestmark = pytest.mark.usefixtures("db")
SHELF = "/editorial/snippets/directory/organisation"
TWO = SERVICE + SERVICE.replace("hotline", "clinic")


@pytest.fixture
def load(write_record, at):
    """Write the organisation's file and load it; returns the report."""

    def act(text=None, **given):
        root = write_record(KEY, text or organisation(TWO))
        places = find_files([root / f"{KEY}.md"])
        return load_organisations(places=places, by=None, at=at, **given)

    return act


@pytest.fixture
def house(load):
    load()
    return Organisation.objects.get(key=KEY)


def test_organisations_are_listed_opened_and_begun(client, editor, house):
    client.force_login(editor)
    assert KEY in client.get(f"{SHELF}/").content.decode()
    assert client.get(address(house)).status_code == 200
    assert client.get(f"{SHELF}/add/").status_code == 200


def test_a_form_sent_back_as_it_stands_changes_nothing(client, house):
    client.force_login(person_with("administrator", email="root@example.org"))
    data = form_of(client.get(address(house)))
    answer = client.post(address(house), data | {"action-publish": "1"})
    assert answer.status_code == 302, told_in(answer)
    assert selectors.text_of_key(KEY) == organisation(TWO)


def test_what_an_editor_writes_is_read_by_nobody_until_a_second_person_approves(
    client, editor, house
):
    client.force_login(editor)
    data = form_of(client.get(address(house)))
    data |= {"services-0-hours-0-value-opens": "20:00", "services-0-cost": "free"}
    data |= {"services-0-verified_on": "2026-11-22", "why": "Their page has other hours."}
    answer = client.post(address(house), data | {"action-submit": "1"})
    assert answer.status_code == 302, told_in(answer)
    assert selectors.text_of_key(KEY) == organisation(TWO)
    before = journal.last_number()

    house.refresh_from_db()
    task = house.current_workflow_task_state
    assert task.task.specific.get_actions(house, editor) == []
    reviewer = person_with("reviewer", email="bo@example.org")
    task.task.specific.on_action(task, reviewer, "approve")
    exported = selectors.text_of_key(KEY)
    assert "opens: '20:00'" in exported.partition("clinic")[0]
    assert "opens: '20:00'" not in exported.partition("clinic")[2]
    assert "cost: free\n  verified_on: 2026-11-22" in exported
    (change,) = journal.changes_since(before)
    assert (change.action, change.subject) == ("published", KEY)
    (told,) = journal.told(journal.entries()[:1])
    assert told.why == "Their page has other hours."


def test_a_file_that_comes_later_does_not_undo_what_an_editor_published(client, load, house):
    client.force_login(person_with("administrator", email="root@example.org"))
    data = form_of(client.get(address(house))) | {"title": "Lantern House II"}
    client.post(address(house), data | {"action-publish": "1"})
    [problem] = load(organisation(TWO, title="From the file")).problems
    assert "edited in this Centre" in problem.reason
    assert Organisation.objects.get(key=KEY).title == "Lantern House II"
    assert load(organisation(TWO, title="From the file"), force=True).problems == []
    assert Organisation.objects.get(key=KEY).title == "From the file"


def test_a_file_that_comes_again_while_it_is_reviewed_cannot_be_undone_by_approving(load):
    load(organisation(TWO, status="status: in_review\n"))
    again = organisation(TWO, status="status: in_review\n", title="Lantern Home")
    assert load(again).problems == []
    house = Organisation.objects.get(key=KEY)
    task = house.current_workflow_task_state
    reviewer = person_with("reviewer", email="bo@example.org")
    with pytest.raises(PermissionDenied, match="changed since the review began"):
        task.task.specific.on_action(task, reviewer, "approve")
    assert Organisation.objects.get(key=KEY).title == "Lantern Home"


@pytest.mark.parametrize(
    ("box", "given", "says"),
    [
        ("services-0-verified_by", "nobody", "No source of this record has this short name."),
        ("services-1-code", "hotline", "correct the duplicate"),
        ("services-0-expires_on", "2028-11-01", "within a year of it"),
        ("services-0-always", "on", "not both"),
        ("services-0-confidential_address", "on", "its address is confidential"),
        ("services-0-channels-0-value-value", "12", "write an international number"),
        ("key", "hk/law/cap-1", "such as hk/organisation/lantern-house"),
    ],
)
def test_what_no_record_may_say_is_told_and_not_kept(client, editor, house, box, given, says):
    client.force_login(editor)
    data = form_of(client.get(address(house)))
    answer = client.post(address(house), data | {"services-0-address": "1 Wick Lane", box: given})
    assert answer.status_code == 200
    assert says.lower() in answer.content.decode().lower()
    house.refresh_from_db()
    assert house.latest_revision_id is None


def test_withdrawing_takes_its_services_from_readers_and_is_told(house):
    before = journal.last_number()
    house.unpublish(why="Closed.")
    assert list(selectors.services_in("hk")) == []
    assert "status: withdrawn" in selectors.text_of_key(KEY)
    (change,) = journal.changes_since(before)
    assert change.action == "unpublished"
    assert Service.objects.count() == 2
