"""Nobody changes what the journal says: the database refuses, and the chain tells."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta, timezone
from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from manumit.accounts.models import User
from manumit.journal import selectors
from manumit.journal.models import Entry, Head
from manumit.journal.services import append
from manumit.journal.types import BeforeAndAfter
from tests.conftest import connected_to

WRITERS, EACH = 4, 5


@pytest.fixture
def three(db, at):
    """Three entries with all that an entry can hold."""
    person = User.objects.create_user("ada@example.org", first_name="Ada", last_name="L.")
    change = BeforeAndAfter({"title": "A", "number": "1"}, {"title": "B", "number": "1"})
    append(
        action="loaded", subject="hk/law/a", by=None, at=at, detail={"ä": [1, None, {"x": True}]}
    )
    append(action="published", subject="hk/law/a", by=person, at=at, why="A typo.", change=change)
    append(action="loaded", subject="hk/law/b", by=None, at=at, touches=["hk/law/a"])


@pytest.fixture
def unruled(three):
    """As if somebody had taken the rules away to change what was written."""
    names = ("journal_append_only_update", "journal_append_only_delete", "journal_chained_update")
    on = " ON journal_entry" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"DROP TRIGGER {name}{on}")


def fault():
    return selectors.check_chain().fault


def test_a_chain_that_nobody_touched_holds(three):
    check = selectors.check_chain()
    assert (check.entries, check.fault) == (3, "")


def test_an_entry_tells_what_differs_and_why(three):
    told = selectors.told(selectors.entries(actions=["published"]))[0]
    assert (told.person, told.why) == ("Ada L.", "A typo.")
    assert told.fields == {"title": ("A", "B")}
    detail = Entry.objects.get(number=told.number).detail
    assert detail["was"] != detail["is"]


def test_a_thing_that_was_not_there_before_has_no_digest_of_before():
    told = BeforeAndAfter(None, {"title": "A"}).told()
    assert told["was"] is None
    assert told["fields"] == {"title": [None, "A"]}


@pytest.mark.parametrize("change", [{"action": "x"}, {"detail": {}}, {"by_id": None}])
def test_the_database_refuses_to_change_an_entry(three, change):
    with pytest.raises(IntegrityError, match="only ever added to"), transaction.atomic():
        Entry.objects.filter(number=2).update(**change)


def test_the_database_refuses_to_delete_an_entry(three):
    with pytest.raises(IntegrityError, match="only ever added to"), transaction.atomic():
        Entry.objects.filter(number=3).delete()


def test_the_database_refuses_to_empty_or_overwrite_the_journal(three):
    overwrite = "INSERT OR REPLACE INTO journal_entry SELECT * FROM journal_entry WHERE number = 2"
    sql = overwrite if connection.vendor == "sqlite" else "TRUNCATE journal_entry"
    with pytest.raises(IntegrityError, match="only ever added to"), transaction.atomic():
        connection.cursor().execute(sql)


def test_the_database_refuses_an_entry_that_does_not_follow_on_the_last(three, at):
    stray = Entry(number=4, at=at, action="x", subject="hk/law/a", previous="0" * 64, digest="1")
    with pytest.raises(IntegrityError, match="follows on the one before"), transaction.atomic():
        stray.save(force_insert=True)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"subject": "hk/law/z"}, "entry 2 was changed"),
        ({"detail": {}}, "entry 2 was changed"),
        ({"by_id": None}, "entry 2 was changed"),
        ({"previous": ""}, "entry 2 does not follow on entry 1"),
    ],
)
def test_what_was_changed_all_the_same_is_found(unruled, change, says):
    Entry.objects.filter(number=2).update(**change)
    assert says in fault()


def test_an_entry_forged_with_its_digest_is_found_at_the_next(unruled):
    forged = Entry.objects.get(number=2)
    forged.subject = "hk/law/z"
    Entry.objects.filter(number=2).update(subject=forged.subject, digest=forged.link())
    assert fault() == "entry 3 does not follow on entry 2"


@pytest.mark.parametrize(("number", "says"), [(1, "entry 1 is gone"), (3, "after 2 are gone")])
def test_an_entry_taken_away_is_found(unruled, number, says):
    Entry.objects.filter(number=number).delete()
    assert says in fault()


def test_the_last_entry_forged_with_its_digest_is_found(unruled):
    forged = Entry.objects.get(number=3)
    forged.action = "published"
    Entry.objects.filter(number=3).update(action=forged.action, digest=forged.link())
    assert fault() == "entry 3 is not the one that was written last"


def test_a_moment_told_in_another_zone_is_the_same_moment(db, at):
    append(
        action="loaded", subject="hk/law/a", by=None, at=at.astimezone(timezone(timedelta(hours=8)))
    )
    assert fault() == ""


def test_entries_of_before_the_chain_get_theirs(unruled):
    Entry.objects.update(previous="", digest="")
    Head.objects.update(digest="")
    import_module("manumit.journal.migrations.0002_chain").chain(apps, None)
    assert selectors.check_chain().entries == 3
    assert fault() == ""


def _write(name, at):
    try:
        for step in range(EACH):
            append(action="loaded", subject=f"hk/law/{name}-{step}", by=None, at=at)
    finally:
        connection.close()


@pytest.mark.database
def test_the_chain_holds_with_writers_at_once(django_db_setup, django_db_blocker, monkeypatch, at):
    creation = connection.creation
    with django_db_blocker.unblock():
        connection.close()
        creation.clone_test_db("writers", verbosity=0, autoclobber=True)
        name = creation.get_test_db_clone_settings("writers")["NAME"]
        try:
            with connected_to(name), ThreadPoolExecutor(WRITERS) as pool:
                list(pool.map(lambda number: _write(number, at), range(WRITERS)))
                check = selectors.check_chain()
        finally:
            creation.destroy_test_db(verbosity=0, suffix="writers")
    assert (check.entries, check.fault) == (WRITERS * EACH, "")
