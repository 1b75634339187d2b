"""Staff reach nothing without a second factor; who may do what changes in one place, and is kept."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import flows as totp_flows
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.test import Client

from manumit.accounts import selectors, services
from manumit.accounts.errors import AccountsError
from manumit.accounts.types import Event, Role, Session, User
from tests.staff import PASSWORD, StaffClient, code_of, person_with, with_app

pytestmark = pytest.mark.django_db
FACTORS = "/account/second-factors/"


@pytest.fixture
def committed(monkeypatch):
    """What allauth does after the commit of its own transaction, inside that of the test."""
    monkeypatch.setattr(totp_flows.transaction, "on_commit", lambda then: then())


def sign_in(client, person):
    return client.post("/account/login/", {"login": person.email, "password": PASSWORD})


def test_an_editor_is_led_to_a_second_factor_sets_it_up_and_enters(client, committed):
    person = person_with("editor")
    sign_in(client, person)
    assert client.get("/editorial/").url == "/account/second-factor/?next=%2Feditorial%2F"
    form = client.get(f"{FACTORS}totp/activate/").context["form"]
    before = client.session.session_key
    done = client.post(f"{FACTORS}totp/activate/", {"code": code_of(form.secret)})
    assert done.url == f"{FACTORS}recovery-codes/"
    assert client.get("/editorial/").status_code == 200
    assert client.session.session_key != before


def test_a_new_factor_ends_every_other_session(committed):
    person, here, there = person_with("contributor"), Client(), Client()
    for browser in (here, there):
        sign_in(browser, person)
    form = here.get(f"{FACTORS}totp/activate/").context["form"]
    here.post(f"{FACTORS}totp/activate/", {"code": code_of(form.secret)})
    assert here.get("/account/").status_code == 200
    assert there.get("/account/").status_code == 302


def test_a_factor_that_was_not_shown_for_a_day_is_asked_for_again():
    person, client = person_with("editor"), StaffClient()
    client.force_login(person)
    assert client.get("/editorial/").status_code == 200
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 13 * 60 * 60
    session.save()
    assert client.get("/editorial/").url.startswith(f"{FACTORS}reauthenticate/")


def test_staff_keep_a_factor_and_others_may_let_it_go():
    for role, stays in (("editor", True), ("contributor", False)):
        person, client = person_with(role, email=f"{role}@example.org"), StaffClient()
        client.force_login(person)
        client.post(f"{FACTORS}totp/deactivate/")
        assert Authenticator.objects.filter(user=person).exists() is stays


def test_changing_a_factor_asks_who_it_is_some_time_after_signing_in():
    person, client = person_with("contributor"), StaffClient()
    client.force_login(person)
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 3600
    session.save()
    asked = client.post(f"{FACTORS}totp/deactivate/", {"canary": "kept nowhere"})
    assert asked.url.startswith("/account/reauthenticate/")
    assert "kept nowhere" not in str(dict(client.session))
    assert Authenticator.objects.exists()


def test_sessions_are_seen_and_ended_by_their_owner_alone():
    ada, bea = person_with("contributor"), person_with("contributor", email="bea@example.org")
    here, there, hers = Client(), Client(), Client()
    for browser, person in ((here, ada), (there, ada), (hers, bea)):
        sign_in(browser, person)
    page = here.get("/account/sessions/").content.decode()
    assert page.count("Since ") == 2
    assert here.session.session_key not in page
    for browser in (there, hers):
        name = Session.objects.get(pk=browser.session.session_key).name
        here.post("/account/sessions/", {"session": name})
    assert there.get("/account/").status_code == 302
    assert hers.get("/account/").status_code == 200
    assert here.get("/account/").status_code == 200


def test_a_role_is_granted_and_taken_with_who_and_when_and_ends_sessions(at):
    person, boss = person_with("contributor"), person_with("administrator", email="b@example.org")
    browser = Client()
    sign_in(browser, person)
    services.grant_role(person=person, role=Role.EDITOR, by=boss, at=at)
    assert browser.get("/account/").status_code == 302
    assert selectors.roles_of(person) == (Role.CONTRIBUTOR, Role.EDITOR)
    assert person.has_perm("library.change_judgment")
    services.take_role(person=person, role=Role.EDITOR, by=boss, at=at)
    assert not User.objects.get(pk=person.pk).has_perm("library.change_judgment")
    told = [(e.act, e.role, e.by, e.at) for e in selectors.events_of(person)][1:]
    assert told == [("granted", "editor", boss, at), ("taken", "editor", boss, at)]


def test_what_makes_no_sense_is_refused(at):
    person = person_with("administrator")
    refused = [
        lambda: services.grant_role(person=person, role=Role.ADMINISTRATOR, by=None, at=at),
        lambda: services.take_role(person=person, role=Role.ADMINISTRATOR, by=None, at=at),
        lambda: services.take_role(person=person, role=Role.EDITOR, by=None, at=at),
        lambda: services.add_person(email="ADA@example.org", roles=[], by=None, at=at),
        lambda: services.add_person(email="ada", roles=[], by=None, at=at),
        lambda: services.reset_second_factor(person=person, reason=" ", by=None, at=at),
        lambda: services.reset_second_factor(person=person, reason="lost", by=None, at=at),
        lambda: selectors.person_of("nobody@example.org"),
    ]
    for change in refused:
        with pytest.raises(AccountsError):
            change()
    assert selectors.roles_of(person) == (Role.ADMINISTRATOR,)


def test_an_event_without_its_role_or_reason_is_refused_by_the_database(at):
    person = person_with()
    for wrong in (
        {"act": "granted"},
        {"act": "added", "role": "x"},
        {"act": "second factor reset"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Event.objects.create(person=person, at=at, **wrong)


def test_groups_say_what_the_code_says_and_no_other_is_left():
    Group.objects.create(name="Moderators")
    Group.objects.get(name="contributor").permissions.set(
        Group.objects.get(name="editor").permissions.all()
    )
    for _ in range(2):
        services.sync_roles()
        assert set(Group.objects.values_list("name", flat=True)) == set(Role)
        assert not Group.objects.get(name="contributor").permissions.exists()


def test_nobody_but_an_administrator_may_publish_past_the_review():
    for role in Role:
        person = person_with(role, email=f"{role}@example.org")
        assert person.has_perm("library.publish_judgment") is (role == Role.ADMINISTRATOR)


def test_an_administrator_grants_takes_and_resets_on_a_page():
    client, person = StaffClient(), person_with("contributor", email="bea@example.org")
    client.force_login(person_with("administrator"))
    with_app(person)
    page = f"/account/people/{person.pk}/"
    assert "bea@example.org" in client.get("/account/people/?q=bea").content.decode()
    client.post(page, {"act": "grant", "role": "editor"})
    client.post(page, {"act": "take", "role": "contributor"})
    client.post(page, {"act": "reset"})
    assert "say why" in client.get(page).content.decode()
    client.post(page, {"act": "reset", "reason": "lost her phone"})
    assert selectors.roles_of(User.objects.get(pk=person.pk)) == (Role.EDITOR,)
    assert not selectors.second_factors(person).exists()
    assert "lost her phone" in client.get(page).content.decode()


def test_wagtails_own_ways_in_lead_to_ours(client):
    assert client.get("/editorial/login/?next=/editorial/").url.startswith("/account/login/")
    assert client.post("/editorial/login/", {"username": "x", "password": "y"}).status_code == 302
    for page in ("password_reset/", "password_reset/confirm/1/x/", "users/", "groups/edit/1/"):
        assert client.get(f"/editorial/{page}").url.startswith("/account/"), page
