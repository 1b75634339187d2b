"""Names of clients are sealed apart, and open for a reason and a time."""

import pytest

from manumit.desk import selectors, services
from manumit.desk.errors import NotAllowed, NotThere
from tests.desk.centre import AT, ON, asked, fresh, in_hand, later, texts


def test_names_open_to_a_handler_whom_a_custodian_lets_for_a_reason_until_then(desk):
    _, holder = asked(desk, names="Her name is in the sealed part")
    case = in_hand(desk, holder, "ann", "bao")
    services.add_names(holder=holder, text="and her sister's", at=AT)
    for look in (
        texts(selectors.case_file(desk["ann"], case, on=ON)),
        texts(selectors.thread(holder, on=ON)),
        [one.text for _, one in selectors.search(desk["ann"], "sealed part", on=ON)],
    ):
        assert not any("sealed part" in text for text in look)
    with pytest.raises(NotThere):
        selectors.names_in(desk["ann"], case, at=AT)
    approve(desk, case)
    found = selectors.names_in(fresh(desk["ann"], later(hours=1)), case, at=later(hours=1))
    assert [(one.text, why) for one, why in found] == [
        ("Her name is in the sealed part", "to file for her"),
        ("and her sister's", "to file for her"),
    ]
    for who, when in (("bao", AT), ("ann", later(days=2)), ("kim", AT)):
        with pytest.raises(NotThere):
            selectors.names_in(fresh(desk[who], when), case, at=when)


def approve(desk, case, *, by="kim", handler="ann", reason="to file for her", **until):
    services.approve(
        holder=desk[by],
        case=case,
        handler=desk.member(handler),
        until=later(**(until or {"days": 1})),
        reason=reason,
        at=AT,
    )


@pytest.mark.parametrize(
    "wrong",
    [{"by": "bao"}, {"handler": "chai"}, {"handler": "kim"}, {"reason": " "}, {"days": 15}],
)
def test_no_approval_without_custodian_reader_reason_and_end(desk, wrong):
    _, holder = asked(desk)
    case = in_hand(desk, holder, "ann", "bao")
    with pytest.raises((NotAllowed, NotThere)):
        approve(desk, case, **wrong)


def test_names_are_not_added_under_a_key_that_somebody_took_along(desk):
    desk.enrol("mai")
    desk.certify("mai", "c")
    _, holder = asked(desk)
    case = in_hand(desk, holder, "ann", "bao")
    services.remove_member(member=desk["kim"].member, by=None, at=AT)
    with pytest.raises(NotAllowed):
        services.add_names(holder=holder, text="her address", at=AT)
    approve(desk, case, by="lee")
    services.add_names(holder=holder, text="her address", at=AT)
