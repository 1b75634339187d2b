"""What strangers forward is read in a process of its own, within its time, and told in words and numbers only."""

import pickle
import subprocess
import sys
import zipfile
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection

from manumit.contributions import reading, services
from manumit.contributions.cleaning import Cleaned
from manumit.contributions.errors import ContributionError
from manumit.contributions.models import Attachment, Contribution
from manumit.contributions.personal import personal_details
from manumit.contributions.reading import VISITOR, read_attachment
from manumit.contributions.services import forwarding
from manumit.contributions.types import Said
from manumit.formats import read_any
from tests.contributions.test_cleaning_apart import lets_us_be_alone
from tests.paths import REPOSITORY, shared_files

REAL = [
    *shared_files("data/uk", "*.docx")[:2],
    *shared_files("data/messy-documents", "**/*.pdf")[:2],
]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

# What a reader that was taken over would try; prints what it could do.
ATTACK = """
import os, socket, sys
from manumit.contributions.reading_worker import _limit, leave_network, never_more
_limit(5)
print("alone" if leave_network() & never_more() else "limited")

def could(what, act):
    try:
        act()
    except (OSError, MemoryError):
        return
    print(what)

could("connect", lambda: socket.socket().connect(("127.0.0.1", 9)))
could("speak", lambda: socket.socketpair())
could("fill", lambda: bytearray(2 * 1024 ** 3))
"""


def attached(data: bytes, kind: str) -> Attachment:
    return Attachment(kind=kind, data=data)


def long_document(paragraphs: int) -> bytes:
    """A Word document that is small as it is sent and takes a program minutes."""
    out = BytesIO()
    text = "<w:p><w:r><w:t>ab</w:t></w:r></w:p>" * paragraphs
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{WORD}"><w:body>{text}</w:body></w:document>',
        )
    return out.getvalue()


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.name)
def test_a_real_file_is_read_as_it_would_be_here(file):
    kind = file.suffix[1:]
    form, (document, *_) = read_any(file.read_bytes(), f"file.{kind}")
    found = read_attachment(attached(file.read_bytes(), kind), seconds=60)
    assert (found.format, found.document) == (form.name, document)
    assert document.title in found.text
    assert found.details == personal_details(found.text)


def test_words_are_read_and_what_may_tell_who_somebody_is_is_found_in_them():
    found = read_attachment(attached(b"Mrs Ada Lantern", "txt"), seconds=VISITOR)
    assert [one.text for one in found.details] == ["Ada Lantern"]
    assert "picture" in read_attachment(attached(b"", "png"), seconds=VISITOR).unread
    assert read_attachment(attached(b"%PDF-none", "pdf"), seconds=VISITOR).unread


def test_a_small_file_that_takes_minutes_is_given_up():
    data = long_document(400_000)
    assert len(data) < 60_000
    assert "more time" in read_attachment(attached(data, "docx"), seconds=2).unread


@pytest.mark.parametrize(
    "said",
    [
        pickle.dumps(timedelta),
        b"",
        b"[]",
        b"{}",
        b'{"text": "", "details": [], "document": {"kind": "x"}, "format": "", "facts": ""}',
        b'{"text": "", "details": [[1]]}',
    ],
)
def test_whoever_takes_that_process_over_can_say_nothing_but_words(said):
    assert reading._understood(said).unread == "the program that read it failed"


def test_more_than_a_document_holds_is_not_taken(monkeypatch):
    monkeypatch.setattr(reading, "_MOST", 10)
    assert "longer" in reading._understood(b'{"unread": "much"}').unread


def test_a_reader_that_was_taken_over_reaches_nobody():
    done = subprocess.run(
        [sys.executable, "-c", ATTACK],
        env={"PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    if not lets_us_be_alone():
        pytest.skip("this system lets nobody leave the network, or has no filter of its calls")
    assert done == ["alone"]


@pytest.mark.django_db
def test_nobody_waits_for_the_database_while_a_file_is_cleaned(monkeypatch, at):
    begun = len(connection.savepoint_ids)

    def cleaned(_data):
        assert len(connection.savepoint_ids) == begun
        return Cleaned("txt", b"words")

    monkeypatch.setattr(forwarding, "clean_apart", cleaned)
    services.begin(said=Said(what="case"), file=b"words", by=None, at=at)
    assert Contribution.objects.count() == 1


@pytest.mark.django_db
def test_no_file_is_cleaned_for_who_may_send_none(monkeypatch, at, settings):
    monkeypatch.setattr(forwarding, "clean_apart", lambda _data: pytest.fail("it was cleaned"))
    settings.MANUMIT_FORWARDED_AN_HOUR = 0
    for receipt in ("", "nobodys"):
        with pytest.raises(ContributionError):
            services.begin(said=Said(what="case"), file=b"x", by=None, at=at, receipt=receipt)
