"""From what the screening guide found to a question at the desk: carried by the asker's browser alone."""

import logging
import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from manumit.desk.models import Consultation
from tests.web.desk.browsing import hidden, receipt_on
from tests.web.test_guide import TOLD, as_post, sent_back
from tests.web.test_roles import rows_of_every_table

pytestmark = pytest.mark.usefixtures("starter", "desk")

DOOR = "/desk/question/from-guide/"


def question_on(html: str) -> str:
    return unescape(re.search(r"<textarea name=\"text\"[^>]*>(.*?)</textarea>", html, re.DOTALL)[1])


@pytest.mark.parametrize("page", ["/guide/outcome", "/guide/memo"])
def test_the_outcome_offers_the_desk_and_brings_the_memo_along(page):
    client = Client(enforce_csrf_checks=True)
    html = client.post(page, TOLD).content.decode()
    assert f'formaction="{DOOR}"' in html
    shown = client.post(DOOR, as_post(sent_back(html))).content.decode()
    text = question_on(shown)
    for words in ("My question:", "Law of: Hong Kong", "Indications of forced labour"):
        assert words in text
    assert re.search(r"- Does or did the person work for someone.* Yes\n", text)
    assert "&#x27;" not in text
    assert 'action="/desk/question/"' in shown


def test_the_memo_speaks_the_language_in_which_the_guide_was_asked(client):
    shown = client.post(f"/lang/th{DOOR}", TOLD).content.decode()
    text = question_on(shown)
    assert text.lstrip().startswith("คำถามของฉัน:")
    for words in ("จากแนวทางคัดกรอง", "กฎหมายของ: ฮ่องกง", "ข้อบ่งชี้ของแรงงานบังคับ"):
        assert words in text
    assert 'action="/lang/th/desk/question/"' in shown


def test_it_is_changed_looked_through_and_sent_as_any_question():
    client = Client()
    shown = client.post(DOOR, TOLD).content.decode()
    text = question_on(shown).replace("My question:", "My question: Ms Somchai Wattana asks.")
    sent = {"text": text, "form": hidden(shown, "form"), "act": "send"}
    looked = client.post("/desk/question/", sent).content.decode()
    assert "<mark>Somchai Wattana</mark>" in looked
    assert not Consultation.objects.exists()
    word = hidden(looked, "looked")
    assert len(receipt_on(client.post("/desk/question/", sent | {"looked": word})).words) == 10
    assert "Somchai Wattana asks." in client.get("/desk/mine/").content.decode()


def test_the_answers_are_stored_nowhere_on_the_way(client, caplog):
    caplog.set_level(logging.DEBUG)
    before = rows_of_every_table()
    with CaptureQueriesContext(connection) as queries:
        answer = client.post(DOOR, TOLD)
    assert rows_of_every_table() == before
    assert [one["sql"] for one in queries if not one["sql"].startswith("SELECT")] == []
    assert answer.headers["Cache-Control"] == "no-store, private"
    assert "recruitment" not in caplog.text
    html = answer.content.decode()
    addresses = re.findall(r'(?:href|action|formaction)="([^"]*)"', html)
    assert not [one for one in addresses if "deception" in one]
    assert client.get(DOOR).status_code == 405


def test_a_shut_desk_says_so(client, settings, tmp_path):
    settings.MANUMIT_DESK_KEYS = tmp_path / "nowhere"
    assert client.post(DOOR, TOLD).status_code == 409
