"""What is forwarded is kept sealed, followed by its receipt, and forgotten when asked."""

from datetime import timedelta

import pytest
from django.db import connection

from manumit.base.sealing import CannotOpen
from manumit.contributions import selectors, services
from manumit.contributions.errors import NoSuchReceipt, NotCleaned, NothingSaid, TooLate, TooMuch
from manumit.contributions.models import Attachment, Contribution, Message
from manumit.contributions.receipts import hash_of
from manumit.contributions.types import Said
from manumit.journal.models import Entry

pytestmark = pytest.mark.django_db
CANARY = "CANARY-4711"


def everything_kept():
    """Each cell of this room's tables and of the journal, as the database holds it."""
    tables = ("contribution", "attachment", "message")
    cells = []
    with connection.cursor() as cursor:
        for table in (*(f"contributions_{name}" for name in tables), "journal_entry"):
            cursor.execute(f"SELECT * FROM {table}")
            cells += [
                bytes(c) if isinstance(c, memoryview) else str(c).encode()
                for row in cursor
                for c in row
            ]
    return b"\n".join(cells)


def test_nothing_that_anyone_tells_can_be_read_in_the_database(forward, at):
    words = dict.fromkeys(("citation", "address", "text", "email", "credit"), CANARY)
    receipt, one = forward(file=CANARY.encode(), **words)
    services.ask(pk=one.pk, question=CANARY, by=None, at=at)
    services.answer(receipt=receipt, text=CANARY, at=at)
    assert CANARY.encode() not in everything_kept()
    assert receipt.encode() not in everything_kept()
    read = selectors.by_receipt(receipt)
    assert read.text == read.email == CANARY
    assert selectors.attachment_of(read).data == CANARY.encode()
    assert [message.text for message in selectors.messages_of(read)] == [CANARY, CANARY]


def test_what_was_sealed_cannot_be_moved_to_another_field(forward):
    _, one = forward(text="a secret", email="a@b.example")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE contributions_contribution SET email = text")
    with pytest.raises(CannotOpen):
        Contribution.objects.get(pk=one.pk)


def test_another_secret_opens_nothing_unless_the_old_one_is_kept(forward, settings):
    receipt, _ = forward(text="a secret")
    settings.SECRET_KEY, old = "another", settings.SECRET_KEY
    with pytest.raises(CannotOpen):
        selectors.by_receipt(receipt)
    settings.SECRET_KEY_FALLBACKS = [old]
    assert selectors.by_receipt(receipt).text == "a secret"


def test_a_receipt_is_read_however_it_was_copied(forward):
    receipt, one = forward(text="x")
    assert selectors.by_receipt(f" {receipt.upper().replace('-', ' ')} ") == one
    assert hash_of("OLB2") == hash_of("01 82")
    with pytest.raises(NoSuchReceipt):
        selectors.by_receipt(receipt[:-1])


def test_sending_twice_is_one_contribution(forward, at):
    receipt, one = forward(text="x")
    services.send(receipt=receipt, at=at + timedelta(minutes=1))
    assert [row.received_at for row in selectors.waiting()] == [one.received_at]


def test_what_was_changed_before_it_was_sent_is_sent_as_changed(at):
    receipt, _ = services.begin(said=Said(text="x"), file=b"the file", by=None, at=at)
    again, one = services.begin(said=Said(text="y"), file=b"", by=None, at=at, receipt=receipt)
    assert again == receipt
    assert (one.text, selectors.attachment_of(one).data) == ("y", b"the file")
    assert Contribution.objects.count() == 1


def test_what_was_sent_is_not_changed_by_its_form(forward, at):
    receipt, _ = forward(text="x")
    with pytest.raises(TooLate):
        services.begin(said=Said(text="y"), file=b"", by=None, at=at, receipt=receipt)


def test_an_empty_form_is_told_so(at):
    with pytest.raises(NothingSaid):
        services.begin(said=Said(citation="  "), file=b"", by=None, at=at)


def test_a_file_that_is_refused_leaves_nothing(at):
    with pytest.raises(NotCleaned):
        services.begin(said=Said(text="x"), file=b"<html>", by=None, at=at)
    assert not Contribution.objects.exists()


def test_what_is_not_sent_within_a_day_is_forgotten(at, forward):
    receipt, _ = services.begin(said=Said(text="x"), file=b"y", by=None, at=at)
    forward(text="another")
    services.begin(said=Said(text="z"), file=b"", by=None, at=at + timedelta(days=1, minutes=1))
    with pytest.raises(TooLate):
        services.send(receipt=receipt, at=at)
    assert not Attachment.objects.exists()
    assert len(selectors.waiting()) == 1


def test_more_than_people_could_read_is_refused_for_an_hour(at, settings, forward):
    settings.MANUMIT_FORWARDED_AN_HOUR = 2
    forward(text="1")
    forward(text="2")
    with pytest.raises(TooMuch):
        services.begin(said=Said(text="3"), file=b"", by=None, at=at)
    services.begin(said=Said(text="3"), file=b"", by=None, at=at + timedelta(hours=1, seconds=1))


def test_what_is_taken_back_is_gone(forward, at):
    receipt, one = forward(text="x", email="a@b.example", file=b"y")
    services.ask(pk=one.pk, question="?", by=None, at=at)
    services.withdraw(receipt=receipt, at=at)
    left = selectors.by_receipt(receipt)
    assert (left.stands, left.text, left.email) == ("withdrawn", "", "")
    assert not Attachment.objects.exists()
    assert not Message.objects.exists()
    with pytest.raises(TooLate):
        services.withdraw(receipt=receipt, at=at)


def test_the_journal_tells_what_happened_and_not_to_whom(forward, at):
    receipt, one = forward(text="x", email="a@b.example", credit="Maria", what="report")
    services.withdraw(receipt=receipt, at=at)
    rows = Entry.objects.order_by("number").values_list("action", "subject", "by", "detail")
    assert list(rows) == [
        (f"contribution {done}", f"contribution/{one.pk}", None, {"what": "report"})
        for done in ("received", "withdrawn")
    ]
