"""The operator makes the desk's keys, has people certified, takes them off, and purges."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from manumit.cli.commands.desk import command
from manumit.desk import selectors, services
from tests.desk.centre import AT, PASSWORD, make_secrets_cheap
from tests.staff import person_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path, settings, monkeypatch):
    make_secrets_cheap(monkeypatch)
    settings.MANUMIT_DESK_KEYS = tmp_path / "keys"
    settings.MANUMIT_DESK_FILES = tmp_path / "files"
    return tmp_path


def run(*words: object, given: str = "", fails: bool = False) -> str:
    done = CliRunner().invoke(command, [str(word) for word in words], input=given)
    assert (done.exit_code != 0) is fails, done.output
    return done.stdout if not fails else done.output


def test_somebody_is_certified_where_the_desk_key_is_and_taken_off_again(folder):
    run("init", folder / "desk.key")
    person = person_with("desk-adviser")
    services.enrol(account=person, shown_as="Ada", password=PASSWORD, at=AT)
    request = run("requests")
    member = selectors.member_of(person)
    assert json.loads(request)["fingerprint"] == selectors.fingerprint_of(member)
    (folder / "request.json").write_text(request)
    key = ("--key", folder / "desk.key", "--role", "triager", "--from", "2026-01-01")
    (folder / "signed.json").write_text(run("certify", folder / "request.json", *key))
    assert run("accept", folder / "signed.json") == "Ada is certified.\n"
    assert selectors.is_certified(member, on=date(2026, 11, 22))
    assert run("requests") == ""
    assert "Ada has left" in run("remove", person.email)
    assert selectors.member_of(person) is None
    assert not selectors.is_certified(member, on=date(2100, 1, 1))
    assert "Cases destroyed: 0." in run("purge")
    assert run("tell") == "Told: 0.\n"


def test_keys_are_made_once_and_for_their_owner_only(folder):
    run("init", folder / "desk.key")
    before = (folder / "keys" / "pepper.key").read_bytes()
    assert "never replaced" in run("init", folder / "other.key", fails=True)
    assert (folder / "keys" / "pepper.key").read_bytes() == before
    for file in (folder / "desk.key", *(folder / "keys").rglob("*.key")):
        assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("text", ["nonsense", "{}", '{"person": "x", "sealing": "zz"}'])
def test_what_is_no_request_is_one_clear_line(folder, text):
    run("init", folder / "desk.key")
    (folder / "request.json").write_text(text)
    key = ("--key", folder / "desk.key", "--role", "adviser")
    told = run("certify", folder / "request.json", *key, fails=True)
    assert told.startswith("Error: this")
    assert "Error: this" in run("accept", folder / "request.json", fails=True)


def test_a_changed_certificate_is_not_taken(folder):
    run("init", folder / "desk.key")
    person = person_with("desk-adviser")
    services.enrol(account=person, shown_as="Ada", password=PASSWORD, at=AT)
    (folder / "request.json").write_text(run("requests"))
    key = ("--key", folder / "desk.key", "--role", "adviser")
    signed = run("certify", folder / "request.json", *key)
    (folder / "signed.json").write_text(signed.replace('"adviser"', '"custodian"'))
    assert "does not hold" in run("accept", folder / "signed.json", fails=True)
