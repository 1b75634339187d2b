"""Colleagues leave each other notes on a record; nobody else ever reads them."""

import pytest
from django.utils import timezone

from manumit.journal import selectors as journal
from manumit.library.models import Legislation, Note
from manumit.library.selectors.records import text_of
from manumit.library.services import discard_record, take_down
from tests.staff import person_with

pytestmark = pytest.mark.usefixtures("db")
KEY = "hk/law/cap-9998"
NOTES = f"/editorial/notes/{KEY}"
SAYS = "Does section 3 still say dusk? <Ask> the department."


@pytest.fixture
def law():
    row = Legislation(
        key=KEY,
        title="Lanterns Ordinance",
        legislation_type="ordinance",
        number="Cap. 9998",
        sources=[{"publisher": "Department of Justice", "for": ["title"], "on": "2026-11-22"}],
        live=True,
        first_published_at=timezone.now(),
    )
    row.save()
    return row


@pytest.fixture
def editor(client):
    person = person_with("editor", email="ada@example.org")
    client.force_login(person)
    return person


def words(response):
    return " ".join(response.content.decode().split())


def form_of(row):
    return f"/editorial/snippets/library/legislation/edit/{row.pk}/"


def test_a_note_is_read_in_the_form_until_somebody_settles_it(client, editor, law):
    assert "Leave a note to colleagues" in words(client.get(form_of(law)))
    assert client.post(NOTES, {"text": SAYS}).status_code == 302
    client.force_login(person_with("reviewer", email="bo@example.org"))
    shown = words(client.get(form_of(law)))
    assert "still say dusk? &lt;Ask&gt; the department." in shown
    assert "ada@example.org" in shown
    assert KEY in words(client.get("/editorial/notes/"))
    assert "open notes" in words(client.get("/editorial/"))

    assert client.post(f"/editorial/notes/settle/{Note.objects.get().pk}/").url == NOTES
    assert "still say dusk" not in words(client.get(form_of(law)))
    assert "None is open." in words(client.get("/editorial/notes/"))
    page = words(client.get(NOTES))
    assert "still say dusk" in page
    assert "settled by bo@example.org" in page


def test_who_settled_it_first_has_settled_it(client, editor, law):
    client.post(NOTES, {"text": SAYS})
    address = f"/editorial/notes/settle/{Note.objects.get().pk}/"
    client.post(address)
    client.force_login(person_with("reviewer", email="bo@example.org"))
    client.post(address)
    assert Note.objects.get().settled_by == editor


def test_readers_the_file_and_the_journal_know_of_no_note(client, editor, law):
    before, told = text_of(law), journal.last_number()
    client.post(NOTES, {"text": SAYS})
    client.logout()
    assert "still say dusk" not in words(client.get(f"/{KEY}"))
    assert client.get(NOTES).status_code == 302
    assert text_of(Legislation.objects.get(key=KEY)) == before
    assert journal.last_number() == told


def test_a_note_needs_words_and_a_record(client, editor, law):
    assert "required" in words(client.post(NOTES, {"text": "  "}))
    assert client.get("/editorial/notes/hk/law/cap-9997").status_code == 404
    assert client.post("/editorial/notes/hk/law/cap-9997", {"text": SAYS}).status_code == 404
    assert client.post("/editorial/notes/settle/99/").status_code == 404
    assert not Note.objects.exists()


def test_notes_go_with_a_record_that_is_taken_down_or_discarded(client, editor, law, at):
    client.post(NOTES, {"text": SAYS})
    take_down(key=KEY, why="A court ordered it.", by=None, at=at)
    assert not Note.objects.exists()
    draft = Legislation(
        key="hk/law/cap-9996", title="A", legislation_type="act", number="1", live=False
    )
    draft.save()
    client.post("/editorial/notes/hk/law/cap-9996", {"text": SAYS})
    assert Note.objects.exists()
    discard_record(record=draft, by=editor, at=at)
    assert not Note.objects.exists()
