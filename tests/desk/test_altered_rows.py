"""Who writes to the database opens nothing by it, and is noticed."""

import pytest

from manumit.desk import selectors, services
from manumit.desk.errors import DeskError, NotThere, SealBroken
from manumit.desk.models import Certificate, Event, Grant, Member, Record
from tests.desk.centre import AT, ON, asked, readers


def test_two_swapped_rows_are_refused_and_reported_and_the_rest_is_read(desk):
    _, holder = asked(desk)
    for text in ("second", "third"):
        services.write_more(holder=holder, text=text, at=AT)
    two = list(Record.objects.filter(kind="more"))
    two[0].sealed, two[1].sealed = two[1].sealed, two[0].sealed
    for row in two:
        row.save()
    found = selectors.thread(holder, on=ON)
    assert [one.refused for one in found] == [False, False, True, True]
    assert Event.objects.filter(act=Event.Act.REFUSED).count() == 2


def test_a_replaced_public_key_is_sealed_nothing_and_reported(desk):
    mallory = desk.enrol("mallory", certified=False).member
    Member.objects.filter(pk=desk.member("chai")).update(sealing_key=mallory.sealing_key)
    _, holder = asked(desk)
    assert readers(holder) == {"Ann", "Bao"}
    assert Event.objects.filter(act=Event.Act.UNCERTIFIED).exists()


def test_a_superuser_with_the_role_and_a_password_is_sealed_nothing(desk):
    root = desk.enrol("root", certified=False).member
    root.account.is_superuser = True
    root.account.save()
    _, holder = asked(desk)
    assert not Grant.objects.filter(member=root).exists()
    with pytest.raises(NotThere):
        selectors.case_file(desk["root"], holder.consultation.case, on=ON)
    # Nor does a grant of somebody else's, put in the root's name.
    row = Grant.objects.filter(purpose="content").exclude(member=None).first()
    row.pk, row.member, row.person, row.cleared_on = None, root, root.person, ON
    row.save()
    with pytest.raises(SealBroken):
        selectors.case_file(desk["root"], holder.consultation.case, on=ON)


def test_a_certificate_that_another_key_signed_is_not_taken(desk, tmp_path):
    desk.enrol("mallory", certified=False)
    (tmp_path / "own.key").write_text("11" * 32)
    signed = services.certify(
        request=services.request_of(member=desk["mallory"].member),
        key=tmp_path / "own.key",
        roles=["triager"],
        first_day=ON,
        last_day=ON,
    )
    with pytest.raises(DeskError):
        services.accept(signed=signed)
    assert not Certificate.objects.filter(member=desk["mallory"].member).exists()
