"""What is over is destroyed, in old backups too."""

from dataclasses import replace

import pytest

from manumit.desk import selectors, services
from manumit.desk.errors import KeyGone, WrongSecret
from manumit.desk.models import Consultation, Event, Grant, Record
from manumit.desk.types import Upload
from tests.desk.centre import AT, ON, asked, in_hand, later, readable_to, texts


def test_a_closed_case_is_purged_when_its_time_is_over_and_not_before(desk, settings):
    _, holder = asked(desk)
    case = in_hand(desk, holder, "ann", "bao")
    upload = Upload("a.pdf", "pdf", b"x")
    services.add_file(holder=holder, upload=upload, at=AT)
    _, other = asked(desk, form="f2")
    services.close(holder=desk["ann"], case=case, at=AT)
    services.purge(at=later(days=179))
    assert Consultation.objects.count() == 2
    services.purge(at=later(days=180))
    assert list(Consultation.objects.all()) == [other.consultation]
    assert Record.objects.filter(consultation__case=case).count() == 0


def test_what_the_asker_deletes_is_gone_at_once(desk, settings, django_capture_on_commit_callbacks):
    receipt, holder = asked(desk)
    services.add_file(holder=holder, upload=Upload("a.pdf", "pdf", b"x"), at=AT)
    with django_capture_on_commit_callbacks(execute=True):
        services.delete(holder=holder)
    assert not Consultation.objects.exists()
    assert not Record.objects.exists()
    assert list(settings.MANUMIT_DESK_FILES.iterdir()) == []
    with pytest.raises(WrongSecret):
        services.come_back(typed=receipt.code)


def test_a_purged_case_is_unreadable_in_an_old_backup_when_its_epoch_is_destroyed(desk):
    """The backup is the rows as they were; the password is known; the host's keys have moved on."""
    _, old = asked(desk, "told in confidence")
    _, living = asked(desk, "lives on", form="f2")
    grant = Grant.objects.get(consultation=old.consultation, member=desk["ann"].member)
    vaults = list(old.consultation.vaults.all())
    records = list(old.consultation.records.all())
    row = Consultation.objects.get(pk=old.consultation.pk)
    services.delete(holder=replace(old, consultation=Consultation.objects.get(pk=row.pk)))
    assert services.purge(at=later(days=20)).epochs == 0
    assert services.purge(at=later(days=60)).epochs == 1
    row.save(force_insert=True)
    for one in (*vaults, *records, grant):
        one.save(force_insert=True)
    with pytest.raises(KeyGone):
        readable_to(desk["ann"], row)
    services.write_more(holder=living, text="more", at=later(days=61))
    assert texts(selectors.thread(living, on=ON)) == ["lives on", "more"]
    assert "lives on" in readable_to(desk["ann"], living.consultation)


def test_purging_again_changes_nothing_and_a_forged_row_does_not_stop_it(desk):
    asked(desk)
    services.add_conflict(member=desk["chai"].member, term="Harbour Lantern")
    Grant.objects.filter(member=desk["bao"].member).update(sealed=b"forged")
    done = services.purge(at=later(days=60))
    again = services.purge(at=later(days=60))
    assert (again.cases, again.epochs) == (0, 0)
    assert done.carried == again.carried > 0
    assert Event.objects.filter(act=Event.Act.REFUSED).exists()
    assert selectors.conflicts_of(desk["chai"].member)[0][1] == "harbour lantern"
