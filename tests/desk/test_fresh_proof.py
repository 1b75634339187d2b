"""What cannot be undone asks once more who it is; a custodian takes an adviser off the desk."""

from dataclasses import replace

import pytest

from manumit.desk import selectors, services
from manumit.desk.errors import Busy, NotAllowed, NotFresh, NotThere, WrongSecret
from manumit.desk.models import Event, Grant, Session
from manumit.desk.types import Holder
from tests.desk.centre import AT, ON, PASSWORD, Desk, asked, fresh, in_hand, later


def acts(desk: Desk, case: str):
    """Each thing that asks for it: who does it, and how."""
    draft = selectors.case_file(desk["ann"], case, on=ON)[-1].name
    two = [desk.member("ann"), desk.member("bao")]
    yield "bao", lambda who, at: services.settle_readers(holder=who, case=case, members=two, at=at)
    yield "bao", lambda who, at: services.release(holder=who, case=case, draft=draft, at=at)
    yield (
        "kim",
        lambda who, at: services.approve(
            holder=who,
            case=case,
            handler=desk.member("ann"),
            until=later(days=2),
            reason="r",
            at=at,
        ),
    )
    yield "ann", lambda who, at: selectors.names_in(who, case, at=at)
    yield "kim", lambda who, at: services.make_door_word(holder=who, given_to="a union", at=at)
    yield "kim", lambda who, at: services.take_off(holder=who, member=desk.member("chai"), at=at)


def test_assigning_releasing_approving_seeing_names_and_removing_ask_once_more(desk):
    _, holder = asked(desk, names="her name")
    case = in_hand(desk, holder, "ann", "bao")
    services.write_draft(holder=desk["ann"], case=case, text="first", at=AT)
    for name, act in acts(desk, case):
        for when in (later(minutes=6), later(minutes=-6)):
            with pytest.raises(NotFresh):
                act(desk[name], when)
        with pytest.raises(NotFresh):
            act(replace(desk[name], proved_at=None), AT)
        act(fresh(desk[name], later(minutes=6)), later(minutes=6))


def test_a_session_is_proved_anew_by_its_owners_password_only(desk):
    cookie = services.start_session(holder=desk["ann"], account_session="s", at=AT)
    at = later(minutes=10)

    def prove(password: str, *, account: str = "s") -> Holder:
        return services.prove_anew(cookie=cookie, account_session=account, password=password, at=at)

    with pytest.raises(WrongSecret):
        prove("not this one")
    with pytest.raises(NotThere):
        prove(PASSWORD, account="another browser")
    assert Session.objects.get().proved_at == AT
    assert prove(PASSWORD).proved_at == at
    assert services.resume(cookie=cookie, account_session="s", at=at).proved_at == at
    for _ in range(10):
        with pytest.raises(WrongSecret):
            prove("a guess")
    with pytest.raises(Busy):
        prove(PASSWORD)


def test_an_asker_proves_nothing_and_is_no_member(desk):
    _, holder = asked(desk)
    cookie = services.start_session(holder=holder, account_session="", at=AT)
    with pytest.raises(NotThere):
        services.prove_anew(cookie=cookie, account_session="", password=PASSWORD, at=AT)
    with pytest.raises(NotAllowed):
        services.take_off(holder=fresh(holder, AT), member=desk.member("ann"), at=AT)


def test_a_custodian_takes_an_adviser_off_and_the_log_says_who(desk):
    _, holder = asked(desk)
    case = holder.consultation.case
    assert services.take_off(holder=desk["kim"], member=desk.member("ann"), at=AT) == 1
    with pytest.raises(NotThere):
        selectors.parties_of(desk["ann"], case, on=ON)
    assert not Grant.objects.filter(member=desk["ann"].member).exists()
    assert Event.objects.get(act=Event.Act.REMOVED).member == desk["kim"].member
    with pytest.raises(NotThere):
        services.take_off(holder=desk["kim"], member=desk.member("ann"), at=AT)


@pytest.mark.parametrize(
    ("who", "whom"), [("bao", "ann"), ("bao", "kim"), ("kim", "lee"), ("kim", "kim")]
)
def test_advisers_take_nobody_off_and_custodians_no_custodian(desk, who, whom):
    with pytest.raises(NotAllowed):
        services.take_off(holder=desk[who], member=desk.member(whom), at=AT)
    assert not Event.objects.filter(act=Event.Act.REMOVED).exists()
