"""Organisations on their way in and out, and how long their numbers are trusted."""

from datetime import date

import pytest

from manumit.directory import selectors
from manumit.directory.errors import OrganisationNotFound
from manumit.directory.models import Organisation, Service
from manumit.directory.services import load_organisations
from manumit.journal import selectors as journal
from manumit.library.types import Outcome
from manumit.records import find_files
from tests.directory.files import KEY, SERVICE, organisation

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)


@pytest.fixture
def load(db, write_record, at):
    """Write an organisation's file and load it; returns the report."""

    def act(text, key=KEY):
        root = write_record(key, text)
        return load_organisations(places=find_files([root / f"{key}.md"]), by=None, at=at)

    return act


def test_an_organisation_comes_out_letter_for_letter_as_it_went_in(load):
    assert load(organisation()).count(Outcome.MADE) == 1
    assert list(selectors.every_record()) == [(KEY, organisation())]


def test_loading_again_changes_nothing_and_tells_nothing(load):
    load(organisation())
    number = journal.last_number()
    assert load(organisation()).count(Outcome.UNCHANGED) == 1
    assert journal.last_number() == number


def test_a_service_the_file_drops_is_gone_and_the_change_is_told(load):
    load(organisation(SERVICE + SERVICE.replace("hotline", "clinic")))
    assert load(organisation()).count(Outcome.CHANGED) == 1
    assert [service.code for service in Service.objects.all()] == ["hotline"]
    assert [change.subject for change in journal.changes_since(0)] == [KEY, KEY]


def test_a_bad_file_changes_nothing(load):
    load(organisation())
    [problem] = load(organisation(SERVICE.replace("'+85200000001'", "'12'"))).problems
    assert "write an international number such as +85227171771" in problem.reason
    assert list(selectors.every_record()) == [(KEY, organisation())]


def test_an_expired_service_is_taken_in_and_counted_as_expired(load):
    old = SERVICE.replace("2026-11-01", "2025-11-01").replace("2027-02-01", "2026-02-01")
    both = old.replace("hotline", "clinic") + SERVICE
    assert load(organisation(both)).problems == []
    assert selectors.count_services(DAY) == {"current": 1, "expired": 1}
    assert [service.code for service in Service.objects.current(DAY)] == ["hotline"]


def test_a_draft_is_in_nobodys_sight(load):
    load(organisation(status="status: draft\n"))
    with pytest.raises(OrganisationNotFound):
        selectors.organisation(KEY)
    assert list(selectors.services_in("hk")) == []
    assert selectors.count_services(DAY) == {"current": 0, "expired": 0}
    assert Organisation.objects.count() == 1


def test_a_service_works_where_its_organisation_is_unless_it_says_more(load):
    abroad = SERVICE.replace("hotline", "abroad").replace(
        "  channels", "  covers: [hk, th]\n  channels"
    )
    load(organisation(SERVICE + abroad))
    assert [service.covers for service in Service.objects.all()] == [["hk"], ["hk", "th"]]
    assert list(selectors.every_record()) == [(KEY, organisation(SERVICE + abroad))]


def test_places_are_listed_with_how_many_services_they_have(load):
    load(organisation())
    load(organisation(title="Thai House"), "th/organisation/thai-house")
    two = SERVICE + SERVICE.replace("hotline", "clinic")
    load(organisation(two, title="Second"), "th/organisation/second")
    assert selectors.systems_with_services() == [
        {"system": "th", "services": 3},
        {"system": "hk", "services": 1},
    ]
