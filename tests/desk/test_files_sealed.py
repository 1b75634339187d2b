"""Files are sealed as texts are, and whole or not at all."""

import pytest

from manumit.desk import selectors, services
from manumit.desk.errors import NotThere, SealBroken
from manumit.desk.models import Event
from manumit.desk.types import Upload
from tests.desk.centre import AT, ON, asked, in_hand


def test_a_file_is_read_by_asker_and_staff_and_is_not_in_the_folder_in_clear(desk, settings):
    _, holder = asked(desk)
    upload = Upload("canary-contract.pdf", "pdf", b"%PDF canary of a file" * 5000)
    services.add_file(holder=holder, upload=upload, at=AT)
    case = in_hand(desk, holder, "ann", "bao")
    name = holder.consultation.files.get().name
    for entry, data in (
        selectors.file_of_asker(holder, name, on=ON),
        selectors.staff_file(desk["ann"], case, name, on=ON),
    ):
        assert (entry.parts["name"], data) == (upload.name, upload.data)
    (stored,) = settings.MANUMIT_DESK_FILES.iterdir()
    assert b"canary" not in stored.read_bytes()
    with pytest.raises(NotThere):
        selectors.staff_file(desk["chai"], case, name, on=ON)


def test_a_file_that_was_cut_off_is_refused_and_reported(desk, settings):
    _, holder = asked(desk)
    upload = Upload("contract.pdf", "pdf", b"x" * 200_000)
    services.add_file(holder=holder, upload=upload, at=AT)
    (stored,) = settings.MANUMIT_DESK_FILES.iterdir()
    stored.write_bytes(stored.read_bytes()[:-70_000])
    with pytest.raises(SealBroken):
        selectors.file_of_asker(holder, holder.consultation.files.get().name, on=ON)
    assert Event.objects.filter(act=Event.Act.REFUSED).exists()


def test_a_file_that_could_not_be_stored_leaves_nothing(desk, settings, monkeypatch):
    _, holder = asked(desk)

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("manumit.desk.records.write", full)
    with pytest.raises(OSError, match="No space"):
        services.add_file(holder=holder, upload=Upload("a.pdf", "pdf", b"x"), at=AT)
    assert list(settings.MANUMIT_DESK_FILES.iterdir()) == []
    assert not holder.consultation.files.exists()
