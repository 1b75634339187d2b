"""The desk's staff: keys, conflicts, people, an answer read by two, names for a reason."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from manumit.desk import selectors
from manumit.desk.models import Consultation, Grant, Member, Record, Session
from tests.desk.centre import PASSWORD
from tests.staff import StaffClient, person_with
from tests.web.desk.browsing import asker, at_the_desk, strip_tokens

CANARIES = ("canary-text", "canary-parties", "canary-names")


def page(client, address):
    return client.get(address).content.decode()


def a_case() -> tuple[Client, str]:
    text, parties, names = CANARIES
    client, _ = asker(text, parties=parties, names=names)
    return client, f"/desk/staff/case/{Consultation.objects.latest('pk').case}/"


def test_from_conflict_to_an_answer_that_two_have_read(desk):
    client, case = a_case()
    ann, bao = at_the_desk(desk, "ann"), at_the_desk(desk, "bao")
    assert "canary" not in page(ann, "/desk/staff/")
    assert "canary-parties" in page(ann, case)
    assert "canary-text" not in page(ann, case)
    for one in (ann, bao):
        one.post(case, {"act": "clear"})
    assert "canary-text" in page(ann, case)
    assert "canary-names" not in page(ann, case)
    ann.post(case, {"act": "assign", "members": [desk.member("ann"), desk.member("bao")]})
    ann.post(case, {"act": "note", "text": "a note among us"})
    ann.post(case, {"act": "draft", "text": "It is. See section 129."})
    assert 'value="release"' not in page(ann, case)
    assert "section 129" not in page(client, "/desk/mine/")
    draft = Record.objects.get(kind="draft").name
    assert ann.post(case, {"act": "release", "draft": draft}).status_code == 409
    assert bao.post(case, {"act": "release", "draft": draft}).status_code == 302
    shown = page(client, "/desk/mine/")
    assert "section 129" in shown
    assert "a note among us" not in shown
    assert "canary-text" in ann.post("/desk/staff/", {"q": "CANARY text"}).content.decode()


def test_names_open_when_a_custodian_lets_a_handler(desk):
    _, case = a_case()
    ann, kim = at_the_desk(desk, "ann"), at_the_desk(desk, "kim")
    ann.post(case, {"act": "clear"})
    assert "canary" not in page(kim, case)
    sent = {"act": "approve", "handler": desk.member("ann"), "days": "1", "reason": "to file"}
    assert ann.post(case, sent).status_code == 404
    assert kim.post(case, sent).status_code == 302
    assert "canary-names" not in page(ann, case)
    assert "canary-names" in ann.post(case, {"act": "names"}).content.decode()
    assert kim.post(case, {"act": "names"}).status_code == 404


def long_ago() -> None:
    """Passwords that were given are older than counts."""
    Session.objects.update(proved_at=timezone.now() - timedelta(minutes=6))


def test_what_is_sent_too_long_after_the_password_is_done_once_it_is_given_again(desk):
    _, case = a_case()
    ann, bao = at_the_desk(desk, "ann"), at_the_desk(desk, "bao")
    for one in (ann, bao):
        one.post(case, {"act": "clear"})
    long_ago()
    sent = {"act": "assign", "members": [desk.member("ann"), desk.member("bao")]}
    asked = ann.post(case, sent).content.decode()
    assert not Grant.objects.filter(is_assigned=True).exists()
    carried = re.findall(r'type="hidden" name="(act|members)" value="(\w+)"', asked)
    assert carried == [("act", "assign"), *(("members", str(pk)) for pk in sent["members"])]
    wrong = ann.post(case, sent | {"proof": "not this one"}).content.decode()
    assert "not your password" in wrong
    assert not Grant.objects.filter(is_assigned=True).exists()
    assert ann.post(case, sent | {"proof": PASSWORD}).status_code == 302
    assert Grant.objects.filter(is_assigned=True).count() == 2
    # A note asks for nothing, and who has just shown it is not asked again.
    assert ann.post(case, {"act": "note", "text": "among us"}).status_code == 302
    assert ann.post(case, sent).status_code == 302


def test_a_custodian_takes_an_adviser_off_by_page(desk):
    _, case = a_case()
    ann, kim = at_the_desk(desk, "ann"), at_the_desk(desk, "kim")
    people = "/desk/staff/people/"
    assert 'name="member"' not in page(ann, people)
    shown = page(kim, people)
    assert f'value="{desk.member("ann")}"' in shown
    assert f'value="{desk.member("lee")}"' not in shown
    sent = {"member": desk.member("ann"), "sure": "1"}
    assert kim.post(people, {"member": desk.member("ann")}).status_code == 409
    assert ann.post(people, sent | {"member": desk.member("bao")}).status_code == 409
    long_ago()
    assert "once more" in kim.post(people, sent).content.decode()
    assert ann.get(case).status_code == 200
    assert "key of 1 case" in kim.post(people, sent | {"proof": PASSWORD}).content.decode()
    assert ann.get(case).headers["Location"] == "/desk/staff/unlock/"


def test_who_has_a_conflict_is_off_the_case(desk):
    _, case = a_case()
    ann = at_the_desk(desk, "ann")
    assert ann.post(case, {"act": "conflict"}).headers["Location"] == "/desk/staff/"
    assert ann.get(case).status_code == 404


def test_a_case_of_others_and_none_are_answered_alike(desk):
    _, case = a_case()
    Grant.objects.filter(member=desk["chai"].member).delete()
    chai = at_the_desk(desk, "chai")
    for method in (chai.get, chai.post):
        foreign, unknown = method(case), method("/desk/staff/case/AAAAAAAAAAAAAAAAAAAAAA/")
        assert foreign.status_code == unknown.status_code == 404
        assert strip_tokens(foreign) == strip_tokens(unknown)


def test_a_case_of_others_and_none_cost_the_same_questions_to_the_database(desk):
    _, case = a_case()
    Grant.objects.filter(member=desk["chai"].member).delete()
    chai = at_the_desk(desk, "chai")
    unknown = "/desk/staff/case/AAAAAAAAAAAAAAAAAAAAAA/"
    for page_of in ("", "law/", "note/", "abc/", "pack/abc/pdf/"):
        asked = []
        for address in (case, unknown):
            with CaptureQueriesContext(connection) as queries:
                assert chai.get(f"{address}{page_of}").status_code == 404
            asked.append([re.sub("'[^']*'", "", one["sql"]) for one in queries])
        assert asked[0] == asked[1]


def test_new_keys_a_code_typed_back_and_no_case_before_a_certificate(desk):
    client = StaffClient()
    person = person_with("desk-adviser", email="mai@example.org")
    client.force_login(person)
    assert client.get("/desk/staff/").headers["Location"] == "/desk/staff/unlock/"
    assert client.get("/desk/staff/unlock/").headers["Location"] == "/desk/staff/enrol/"
    weak = client.post("/desk/staff/enrol/", {"shown_as": "Mai", "password": "password"})
    assert "errorlist" in weak.content.decode()
    made = client.post("/desk/staff/enrol/", {"shown_as": "Mai", "password": PASSWORD})
    code = made.content.decode().partition('translate="no">')[2].partition("<")[0]
    assert "certified" in page(client, "/desk/staff/")
    assert "not your code" in client.post("/desk/staff/code/", {"code": "x"}).content.decode()
    client.post("/desk/staff/code/", {"code": code})
    assert Member.objects.get(account=person).on_duty
    a_case()
    assert not Grant.objects.filter(member__account=person).exists()


def test_keys_are_not_made_anew_by_who_finds_a_browser_open(desk):
    client, person = StaffClient(), desk["ann"].member.account
    client.force_login(person)
    form = {"anew": "1", "shown_as": "Ann", "password": PASSWORD}
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 601
    session.save()
    asked_who = client.post("/desk/staff/enrol/", form).headers["Location"]
    assert asked_who.startswith("/account/")
    assert selectors.member_of(person) == desk["ann"].member
    client.force_login(person)
    client.post("/desk/staff/enrol/", form)
    assert selectors.member_of(person) != desk["ann"].member


@pytest.mark.parametrize("role", ["administrator", "editor", "contributor"])
def test_another_role_does_not_enter_nor_a_superuser(desk, role):
    _, case = a_case()
    person = person_with(role)
    person.is_superuser = role == "administrator"
    person.save()
    client = StaffClient()
    client.force_login(person)
    for address in ("/desk/staff/", "/desk/staff/enrol/", case):
        assert client.get(address).status_code == 403


def test_keys_do_not_outlive_signing_out_or_locking(desk):
    _, case = a_case()
    ann = at_the_desk(desk, "ann")
    kept = ann.cookies["desk"].value
    ann.post("/desk/staff/lock/")
    ann.cookies["desk"] = kept
    assert ann.get(case).headers["Location"] == "/desk/staff/unlock/"
    ann = at_the_desk(desk, "ann")
    kept = ann.cookies["desk"].value
    ann.logout()
    ann.force_login(desk["ann"].member.account)
    ann.cookies["desk"] = kept
    assert ann.get(case).headers["Location"] == "/desk/staff/unlock/"


def test_an_asker_is_no_staff_and_staff_no_asker(desk):
    client, case = a_case()
    ann = at_the_desk(desk, "ann")
    assert client.get(case).status_code == 302
    assert ann.get("/desk/mine/").headers["Location"] == "/desk/back/"


def test_a_wrong_password_opens_nothing(desk):
    client = StaffClient()
    client.force_login(desk["ann"].member.account)
    told = client.post("/desk/staff/unlock/", {"password": "not this one"}).content.decode()
    assert "did not open" in told
    assert "desk" not in client.cookies
