"""Whoever writes longer than a session lasts loses nothing of it, and the server keeps nothing of it."""

from datetime import timedelta
from html import unescape

import pytest

from manumit.desk import doorway
from manumit.desk.models import Consultation, Record, Session
from manumit.desk.sealing.receipts import new_receipt
from tests.desk.centre import PASSWORD
from tests.web.desk.browsing import asker, at_the_desk, hidden

pytestmark = pytest.mark.usefixtures("desk")
WRITTEN = 'She was "sold" <b>twice</b>: is that more than one offence?'


def time_passes():
    """Nobody here has sent anything for longer than a session lasts."""
    for session in Session.objects.all():
        session.seen_at -= timedelta(minutes=21)
        session.save(update_fields=["seen_at"])


def carried(answer) -> dict[str, str]:
    """The hidden fields of a page, as a browser sends them again."""
    page = answer.content.decode()
    return {
        name: hidden(page, name) for name in ("act", "text", "said") if f'name="{name}"' in page
    }


def test_what_an_asker_wrote_meanwhile_is_sent_with_the_receipt():
    client, receipt = asker()
    time_passes()
    before = Record.objects.count()
    asked = client.post("/desk/mine/", {"act": "more", "text": WRITTEN})
    assert "What you wrote is not lost" in asked.content.decode()
    assert Record.objects.count() == before
    typed = " ".join(receipt.words)
    wrong = client.post("/desk/mine/", {**carried(asked), "typed": f"{typed} {typed}"})
    assert carried(wrong) == {"act": "more", "text": WRITTEN}
    done = client.post("/desk/mine/", {**carried(wrong), "typed": typed})
    assert done.headers["Location"] == "/desk/mine/"
    assert WRITTEN in unescape(client.get("/desk/mine/").content.decode())


def test_the_receipt_of_another_case_sends_it_to_that_case_only():
    client, _ = asker()
    _, other = asker("Another question.")
    time_passes()
    asked = client.post("/desk/mine/", {"act": "more", "text": WRITTEN})
    client.post("/desk/mine/", {**carried(asked), "typed": " ".join(other.words)})
    assert "Another question." in client.get("/desk/mine/").content.decode()


@pytest.mark.parametrize("act", ["delete", "withdraw", "file"])
def test_what_needs_no_writing_is_not_done_by_an_old_page(act):
    client, _ = asker()
    time_passes()
    answer = client.post("/desk/mine/", {"act": act, "sure": "1"})
    assert answer.headers["Location"] == "/desk/back/"
    assert Consultation.objects.count() == 1


def test_what_an_adviser_wrote_meanwhile_is_kept_with_the_password(desk):
    asker()
    case = f"/desk/staff/case/{Consultation.objects.get().case}/"
    ann, bao = at_the_desk(desk, "ann"), at_the_desk(desk, "bao")
    for one in (ann, bao):
        one.post(case, {"act": "clear"})
    time_passes()
    asked = ann.post(case, {"act": "note", "text": WRITTEN})
    assert "What you wrote is not lost" in asked.content.decode()
    wrong = ann.post(case, {**carried(asked), "proof": "not this one"})
    assert "not your password" in wrong.content.decode()
    done = ann.post(case, {**carried(wrong), "proof": PASSWORD})
    assert done.status_code == 302
    assert WRITTEN in unescape(ann.get(case).content.decode())


def test_a_page_that_was_only_to_be_read_asks_for_the_keys_as_ever(desk):
    ann = at_the_desk(desk, "ann")
    time_passes()
    assert ann.get("/desk/staff/").headers["Location"] == "/desk/staff/unlock/"


def test_nine_right_words_of_a_receipt_need_not_be_typed_again(client):
    words = [*new_receipt().words]
    page = client.post("/desk/back/", {"typed": " ".join([*words[:-1], "nosuchword"])})
    assert "none of the words of receipts" in page.content.decode()
    assert " ".join(words[:-1]) in page.content.decode()


def test_a_busy_moment_leaves_the_question_where_it_is(client, monkeypatch):
    form = hidden(client.get("/desk/question/").content.decode(), "form")
    sent = {"text": WRITTEN, "form": form}
    looked = client.post("/desk/question/", {**sent, "act": "look"}).content.decode()
    monkeypatch.setattr(doorway, "_KNOWN", doorway.KdfPool(running=0, waiting=0))
    busy = client.post(
        "/desk/question/", {**sent, "act": "send", "looked": hidden(looked, "looked")}
    )
    assert busy.status_code == 429
    assert "Wait a minute" in busy.content.decode()
    assert WRITTEN in unescape(busy.content.decode())
    assert not Consultation.objects.exists()
