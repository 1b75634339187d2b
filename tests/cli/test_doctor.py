"""manumit doctor: a line for each thing, and an exit code for what keeps watch."""

from datetime import date, timedelta

import pytest

from manumit.directory.models import Organisation, Service
from manumit.journal import services as journal
from tests.library.files import CASE, judgment

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf(manumit, write_record):
    manumit("load", write_record(CASE, judgment()))
    manumit("index")


def looked(manumit):
    answer = manumit("doctor", "--format", "json")
    return answer.code, {one["what"]: one for one in answer.json}


def test_a_centre_that_is_well_says_so(manumit, shelf):
    answer = manumit("doctor")
    assert answer.code == 0
    assert "NOT WELL" not in answer.out
    assert [line.split()[1] for line in answer.out.splitlines()] == [
        "database:", "disk:", "home:", "journal:", "index:", "helplines:", "findings",
    ]  # fmt: skip


def test_a_home_that_others_can_read_is_told(manumit, shelf, settings, tmp_path):
    (home := tmp_path / "home").mkdir(mode=0o755)
    settings.HOME = home
    code, found = looked(manumit)
    assert (code, found["home"]["says"]) == (
        1,
        f"others on this host can read it: chmod 700 {home}",
    )


def test_an_index_that_lags_behind_the_journal_is_told(manumit, shelf, at):
    journal.append(action="loaded", subject=CASE, by=None, at=at)
    code, found = looked(manumit)
    assert code == 1
    assert "1 changes away" in found["index"]["says"]
    assert found["journal"]["well"]


def test_a_helpline_past_its_day_is_told(manumit, shelf):
    place = Organisation.objects.create(
        key="hk/org/lantern", system_id="hk", title="A", live=True,
        organisation_type="ngo", confidence="high", sources=[{"publisher": "A"}],
    )  # fmt: skip
    Service.objects.create(
        organisation=place, sort_order=0, code="line", name="Line", service_type="helpline",
        gist="Answers.", channels=[], verified_on=date(2020, 1, 1), verified_by="a",
        expires_on=date(2020, 1, 1) + timedelta(days=90),
    )  # fmt: skip
    code, found = looked(manumit)
    assert code == 1
    assert "1 past the day" in found["helplines"]["says"]


def test_a_database_that_waits_for_a_migration_is_left_as_it_is(manumit, shelf, monkeypatch):
    monkeypatch.setattr("manumit.cli.commands.doctor.waiting_migrations", lambda: ["library.x"])
    code, found = looked(manumit)
    assert code == 1
    assert "1 migrations wait" in found["database"]["says"]
    assert "journal" not in found
