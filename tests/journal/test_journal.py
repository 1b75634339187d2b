"""The journal holds every public change once, in order, without a gap."""

import pytest
from django.db import IntegrityError, transaction

from manumit.accounts.models import User
from manumit.journal import selectors
from manumit.journal.models import Entry, Head
from manumit.journal.services import append

pytestmark = pytest.mark.django_db


@pytest.fixture
def tell(at):
    return lambda subject: append(action="loaded", subject=subject, by=None, at=at)


def test_numbers_rise_by_one(tell):
    first = tell("hk/law/a")
    assert [tell("hk/law/b"), tell("hk/law/a")] == [first + 1, first + 2]
    assert selectors.last_number() == first + 2


def test_nothing_has_happened_yet():
    assert selectors.last_number() == 0
    assert list(selectors.changes_since(0)) == []
    assert selectors.first_moment() is None


def test_what_is_undone_leaves_no_gap(tell):
    first = tell("hk/law/a")
    with transaction.atomic():
        tell("hk/law/b")
        transaction.set_rollback(True)
    assert tell("hk/law/c") == first + 1


def test_a_reader_goes_on_from_the_last_number_it_saw(tell, at):
    seen = tell("hk/law/a")
    tell("hk/law/b")
    tell("hk/law/c")
    changes = list(selectors.changes_since(seen))
    assert [change.subject for change in changes] == ["hk/law/b", "hk/law/c"]
    assert changes[0].at == at
    assert list(selectors.changes_since(seen + 2)) == []


def test_an_entry_says_who_did_what(at):
    person = User.objects.create_user("ada@example.org")
    number = append(action="published", subject="hk/law/a", by=person, at=at, detail={"made": True})
    entry = Entry.objects.get(number=number)
    assert (entry.by, entry.action, entry.detail) == (person, "published", {"made": True})
    assert str(entry) == f"{number} published hk/law/a"


def test_the_journal_outlives_the_person_and_keeps_the_number_of_the_account(at):
    person = User.objects.create_user("ada@example.org")
    append(action="published", subject="hk/law/a", by=person, at=at)
    account = person.pk
    person.delete()
    (told,) = selectors.told(selectors.entries())
    assert told.person == f"account {account}"
    assert selectors.check_chain().fault == ""


def test_there_is_one_head_only(tell):
    tell("hk/law/a")
    with pytest.raises(IntegrityError), transaction.atomic():
        Head.objects.create(id=2)
