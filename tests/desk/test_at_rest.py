"""What is told to the desk is found nowhere that a thief could look, and by those it is sealed to."""

import logging
import os
import subprocess
import tempfile
from pathlib import Path
from shutil import which

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from manumit.desk import selectors, services
from manumit.desk.models import Consultation
from manumit.desk.types import Kind, Question, Upload
from tests.conftest import connected_to
from tests.desk.centre import AT, Desk, in_hand, open_desk
from tests.web.desk.browsing import asker, send

CASES = 50


@pytest.fixture
def desk(db, tmp_path, settings, monkeypatch) -> Desk:
    """All that would be written to the system's temporary folder is in the test's own."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return open_desk(tmp_path, settings, monkeypatch)


def told(desk: Desk, number: int):
    """A case with a canary in each place where somebody can write."""
    parts = {name: f"canary-{name}-{number}" for name in ("where", "happened", "needed")}
    question = Question(parts, f"canary-parties-{number}", f"canary-names-{number}")
    receipt, holder = services.ask(question=question, submission=f"canary-form-{number}", at=AT)
    services.write_more(holder=holder, text=f"canary-more-{number}", at=AT)
    services.add_names(holder=holder, text=f"canary-name-{number}", at=AT)
    upload = Upload(f"canary-file-{number}.pdf", "pdf", b"canary-in-file " * 9000)
    services.add_file(holder=holder, upload=upload, at=AT)
    case = in_hand(desk, holder, "ann", "bao")
    services.write_note(holder=desk["ann"], case=case, text=f"canary-note-{number}", at=AT)
    services.write_draft(holder=desk["ann"], case=case, text=f"canary-answer-{number}", at=AT)
    return receipt, case


def test_canaries_are_nowhere_but_with_those_who_may_read(desk, tmp_path, mailoutbox):
    cases = [told(desk, number) for number in range(CASES)]
    services.add_conflict(member=desk["chai"].member, term="canary-conflict")
    word = services.make_door_word(holder=desk["kim"], given_to="canary-shelter", at=AT)
    services.tell(at=AT)
    secrets = [
        b"canary",
        " ".join(word.words).encode(),
        *(" ".join(one.words).encode() for one, _ in cases),
    ]
    secrets += [one.code.encode() for one, _ in cases]
    for place, data in everything_stored(tmp_path, mailoutbox):
        assert not [one for one in secrets if one in data], place
    for number, (_, case) in enumerate(cases):
        found = selectors.case_file(desk["bao"], case, on=AT.date())
        read = " ".join(text for one in found for text in one.parts.values())
        for what in ("where", "happened", "needed", "parties", "more", "file", "note", "answer"):
            assert f"canary-{what}-{number}" in read
        name = next(one.name for one in found if one.kind is Kind.FILE)
        assert b"canary-in-file" in selectors.staff_file(desk["bao"], case, name, on=AT.date())[1]


def test_what_is_sent_through_the_pages_is_in_no_log_and_no_temporary_folder(
    desk, tmp_path, mailoutbox, caplog, settings
):
    caplog.set_level(logging.DEBUG)
    word = " ".join(
        services.make_door_word(holder=desk["kim"], given_to="canary-shelter", at=AT).words
    )
    client, receipt = asker("canary-text", parties="canary-parties", names="canary-names")
    file = SimpleUploadedFile("canary-name.txt", b"canary-in-file " * 400_000)
    client.post("/desk/mine/", {"act": "file", "file": file})
    assert "canary-name" in client.get("/desk/mine/").content.decode()
    client.post("/desk/back/", {"typed": " ".join(receipt.words)})
    client.post("/desk/mine/", {"act": "more", "text": "canary " * 20_000})
    client.get("/desk/mine/file/canary/")
    settings.MANUMIT_DESK_ASKED_A_DAY = 1
    for typed in (word, f"{word} canary"):
        send(Client(), "question", text="canary-of-a-crowd", word=typed)
    assert Consultation.objects.count() == 2
    secrets = [b"canary", word.encode(), " ".join(receipt.words).encode(), receipt.code.encode()]
    stored = everything_stored(tmp_path, mailoutbox)
    for place, data in [("log", caplog.text.encode()), *stored]:
        assert not [one for one in secrets if one in data], place


@pytest.mark.database
def test_canaries_are_in_no_dump_of_a_postgresql(
    django_db_setup, django_db_blocker, tmp_path, settings, monkeypatch
):
    if connection.vendor != "postgresql" or not which("pg_dump"):
        pytest.skip("the database is no PostgreSQL, or pg_dump is not installed")
    creation = connection.creation
    with django_db_blocker.unblock():
        connection.close()
        creation.clone_test_db("dumped", verbosity=0, autoclobber=True)
        name = creation.get_test_db_clone_settings("dumped")["NAME"]
        try:
            with connected_to(name):
                told(open_desk(tmp_path, settings, monkeypatch), 0)
                dump = dumped(connection.settings_dict)
        finally:
            creation.destroy_test_db(verbosity=0, suffix="dumped")
    assert b"ann@example.org" in dump  # what was written is there, committed
    for canary in (b"canary", b"canary".hex().encode()):  # bytes are dumped as hexadecimal figures
        assert canary not in dump


def dumped(database) -> bytes:
    """What ``pg_dump`` gives out of the database, large objects with it."""
    server = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    reached = {variable: str(database[name]) for variable, name in server.items() if database[name]}
    command = ["pg_dump", database["NAME"]]
    done = subprocess.run(command, env=os.environ | reached, capture_output=True, check=False)
    if b"server version mismatch" in done.stderr:
        pytest.skip("pg_dump is older than the server")
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def everything_stored(folder, mails):
    """The database as text and as bytes, its log beside it, the desk's folders, the mail."""
    if connection.vendor == "sqlite":
        # What this connection has written, committed or not: as text, as the file would be, as it is.
        yield "dump", "\n".join(connection.connection.iterdump()).encode()
        yield "database", connection.connection.serialize()
        name = str(connection.settings_dict["NAME"])
        for held in (Path(name), Path(f"{name}-wal")):
            yield held.name, held.read_bytes() if held.exists() else b""
    for file in folder.rglob("*"):
        yield "file name", file.name.encode()
        if file.is_file():
            yield str(file), file.read_bytes()
    for mail in mails:
        yield "mail", mail.message().as_bytes()
