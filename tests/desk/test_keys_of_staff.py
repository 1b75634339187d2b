"""A member's own keys: a password for the desk alone, a code on paper, a session."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache.backends import db
from django.utils import timezone

from manumit.desk import selectors, services
from manumit.desk.errors import Busy, NotAllowed, NotThere, WrongSecret
from manumit.desk.models import Grant, Member, Record, Session
from tests.desk.centre import AT, ON, PASSWORD, asked, in_hand, later, texts
from tests.staff import person_with

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_keys_open_by_password_and_by_the_code_on_paper(desk):
    member = desk["ann"].member
    assert services.unlock(member=member, password=PASSWORD, at=AT).keys == desk["ann"].keys
    with pytest.raises(WrongSecret):
        services.unlock(member=member, password="not this one", at=AT)
    new = "nine loud foghorns sleep"
    code = desk.codes["ann"].lower().replace("-", " ")
    assert services.recover(member=member, code=code, password=new, at=AT).keys == desk["ann"].keys
    assert services.unlock(member=member, password=new, at=AT).keys == desk["ann"].keys
    with pytest.raises(WrongSecret):
        services.unlock(member=member, password=PASSWORD, at=AT)


def test_nobody_is_on_duty_before_typing_the_code_back(desk):
    account = person_with("desk-adviser", email="mai@example.org")
    holder, code = services.enrol(account=account, shown_as="Mai", password=PASSWORD, at=AT)
    with pytest.raises(WrongSecret):
        services.prove_recovery(member=holder.member, code="not the code")
    assert not selectors.member_of(account).on_duty
    services.prove_recovery(member=holder.member, code=code)
    assert selectors.member_of(account).on_duty


def test_a_new_password_of_the_account_opens_no_old_content(desk):
    """A reset link gives the account; the desk asks for what the link does not give."""
    _, holder = asked(desk)
    account = desk["ann"].member.account
    account.set_password("what the thief has chosen")
    account.save()
    with pytest.raises(WrongSecret):
        services.unlock(member=desk["ann"].member, password="what the thief has chosen", at=AT)
    thief = desk.enrol("ann", account=account)  # begins anew, with other keys
    with pytest.raises(NotThere):
        selectors.case_file(thief, holder.consultation.case, on=ON)


def anew(desk, name):
    return desk.enrol(name, account=desk[name].member.account)


def test_who_makes_keys_anew_still_must_not_read_what_they_must_not(desk):
    services.add_conflict(member=desk["ann"].member, term="Harbour Lantern Ltd.")
    _, before = asked(desk, unwanted=[desk.member("ann")])
    case = in_hand(desk, before, "bao", "chai")
    ann = anew(desk, "ann")
    with pytest.raises(NotAllowed, match="must not read"):
        in_hand(desk, before, "bao", "chai", "ann")
    desk.enrol("dao")
    services.declare_conflict(holder=desk["bao"], case=case, at=AT)  # calls in who is on duty
    assert not Grant.objects.filter(consultation=before.consultation, member=ann.member).exists()
    assert [term for _, term in selectors.conflicts_of(ann.member)] == ["harbour lantern ltd"]
    _, after = asked(desk, form="f2", parties="Harbour Lantern Ltd.")
    assert not Grant.objects.filter(consultation=after.consultation, member=ann.member).exists()


def test_who_makes_keys_anew_is_no_second_person(desk):
    _, holder = asked(desk)
    case = in_hand(desk, holder, "ann", "bao")
    services.write_draft(holder=desk["ann"], case=case, text="mine", at=AT)
    draft = Record.objects.get(kind="draft").name
    anew(desk, "ann")
    in_hand(desk, holder, "bao", "ann")
    services.clear(holder=desk["ann"], case=case, at=AT)
    with pytest.raises(NotAllowed, match="Somebody else"):
        services.release(holder=desk["ann"], case=case, draft=draft, at=AT)
    entry = selectors.case_file(desk["ann"], case, on=ON)[-1]
    assert (entry.person != desk["ann"].person, entry.is_by(desk["ann"])) == (True, True)
    services.release(holder=desk["bao"], case=case, draft=draft, at=AT)
    assert "mine" in texts(selectors.thread(holder, on=ON))


def test_old_keys_are_sealed_nothing_though_their_row_is_put_back(desk):
    _, holder = asked(desk)
    old = desk["ann"].member
    anew(desk, "ann")
    assert not Grant.objects.filter(member=old).exists()
    assert holder.consultation.vaults.filter(is_stale=True).exists()
    Member.objects.filter(account=old.account).update(left_on=ON)
    Member.objects.filter(pk=old.pk).update(left_on=None, on_duty=True)
    _, after = asked(desk, form="f2")
    assert not Grant.objects.filter(consultation=after.consultation, member=old).exists()


def test_the_accounts_own_password_is_not_taken(desk):
    from tests.staff import PASSWORD as ACCOUNTS  # noqa: PLC0415 -- beside the desk's own

    with pytest.raises(NotAllowed):
        services.enrol(account=desk["ann"].member.account, shown_as="Ann", password=ACCOUNTS, at=AT)


def test_ten_wrong_passwords_are_enough_for_a_while(desk):
    for _ in range(10):
        with pytest.raises(WrongSecret):
            services.unlock(member=desk["ann"].member, password="a guess", at=AT)
    with pytest.raises(Busy):
        services.unlock(member=desk["ann"].member, password=PASSWORD, at=AT)
    assert services.unlock(member=desk["bao"].member, password=PASSWORD, at=AT)


def test_a_wrong_password_counts_for_a_quarter_of_an_hour_however_many_follow(desk, monkeypatch):
    def guess(minutes):
        monkeypatch.setattr(time, "time", lambda: NOW.timestamp() + 60 * minutes)
        monkeypatch.setattr(db, "tz_now", lambda: NOW + timedelta(minutes=minutes))
        monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(minutes=minutes))
        services.unlock(member=desk["ann"].member, password="a guess", at=AT)

    for minutes in (0, 0, 1, 2, 3, 4, 5, 6, 7, 8):
        with pytest.raises(WrongSecret):
            guess(minutes)
    with pytest.raises(Busy):
        guess(14)  # six minutes after the last
    for _ in range(2):  # what was tried first counts no more
        with pytest.raises(WrongSecret):
            guess(15.1)
    with pytest.raises(Busy):
        guess(15.2)


def test_a_session_lives_while_it_is_used_and_not_for_ever(desk):
    cookie = services.start_session(holder=desk["ann"], account_session="s", at=AT)

    def here(at, *, value=cookie, account="s"):
        return services.resume(cookie=value, account_session=account, at=at).keys

    assert here(AT) == desk["ann"].keys
    for wrong in (
        {"account": "t"},
        {"value": cookie[:-4] + "AAA="},
        {"value": "x." + cookie.partition(".")[2]},
        {"value": ""},
    ):
        with pytest.raises(NotThere):
            here(AT, **wrong)
    for minutes in range(15, 8 * 60, 15):
        assert here(later(minutes=minutes))
    with pytest.raises(NotThere):
        here(later(hours=8, minutes=1))


@pytest.mark.parametrize("at", [later(minutes=21), AT - timedelta(days=1)])
def test_a_session_left_alone_or_from_a_day_to_come_is_over(desk, at):
    cookie = services.start_session(holder=desk["ann"], account_session="s", at=AT)
    with pytest.raises(NotThere):
        services.resume(cookie=cookie, account_session="s", at=at)


def test_the_table_of_sessions_holds_no_key(desk):
    cookie = services.start_session(holder=desk["ann"], account_session="s", at=AT)
    row = Session.objects.get()
    stored = b"".join((bytes(row.locked), bytes(row.name_hash), bytes(row.account_session)))
    name, _, key = cookie.partition(".")
    for secret in (desk["ann"].keys.reveal()[:32], name.encode(), key.encode()):
        assert secret not in stored
    services.end_session(cookie=cookie)
    with pytest.raises(NotThere):
        services.resume(cookie=cookie, account_session="s", at=AT)
