"""An asker's pages, without account and without JavaScript."""

import logging
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from manumit.desk.models import Consultation, Record, Session
from manumit.desk.sealing.receipts import new_receipt
from tests.staff import person_with
from tests.web.desk.browsing import asker, hidden, receipt_on, send

pytestmark = pytest.mark.usefixtures("desk")


def page(client, address="/desk/mine/", **more):
    return client.get(address, **more).content.decode()


def test_the_promise_and_its_limits_stand_before_anything_is_typed(client):
    shown = page(client, "/desk/")
    for words in ("What we promise", "What we cannot promise", "memory of our server"):
        assert words in shown
    for door in ("/desk/question/", "/desk/case/", "/help", "/desk/back/"):
        assert f'href="{door}"' in shown
    assert "<textarea" not in shown


def test_a_shut_desk_leads_to_those_who_can_be_called(client, settings, tmp_path):
    settings.MANUMIT_DESK_KEYS = tmp_path / "nowhere"
    assert 'href="/help"' in page(client, "/desk/")
    assert client.get("/desk/question/").status_code == 409


def test_names_and_numbers_are_shown_before_anything_is_sent(client):
    text = "Ms Somchai Wattana, phone 9123 4567, is held back her passport."
    form = hidden(page(client, "/desk/question/"), "form")
    looked = client.post("/desk/question/", {"text": text, "form": form, "act": "send"})
    shown = looked.content.decode()
    assert "<mark>Somchai Wattana</mark>" in shown
    assert "<mark>9123 4567</mark>" in shown
    assert not Consultation.objects.exists()
    word = hidden(shown, "looked")
    more = {"text": text + " His name is Arun Phol.", "form": form, "act": "send", "looked": word}
    assert "<mark>Arun Phol</mark>" in client.post("/desk/question/", more).content.decode()
    assert not Consultation.objects.exists()
    sent = {"text": text, "form": form, "act": "send", "looked": word}
    assert len(receipt_on(client.post("/desk/question/", sent)).words) == 10


def test_the_receipt_is_shown_once_and_typed_back(client):
    receipt = receipt_on(send(client, "question", text="Is this trafficking?"))
    assert "have not typed your receipt back" in page(client)
    assert receipt.words[3] not in page(client, "/desk/receipt/")
    wrong = client.post("/desk/receipt/", {"typed": "not it at all"}).content.decode()
    assert "That is not your receipt" in wrong
    done = client.post("/desk/receipt/", {"typed": "  ".join(receipt.words).upper()})
    assert done.headers["Location"] == "/desk/mine/"
    assert "have not typed" not in page(client)


def test_who_is_signed_in_asks_as_anybody_and_no_row_ties_the_account_to_the_case(client):
    """The protocol knows no asker's account: one would be a name beside each case."""
    person = person_with("contributor")
    client.force_login(person)
    receipt = receipt_on(send(client, "question", text="Is this trafficking?"))
    case, session = Consultation.objects.get(), Session.objects.get()
    assert case.records.exclude(author=case.asker).count() == 0
    assert (session.member, session.consultation) == (None, case)
    client.logout()
    client.force_login(person)
    assert client.get("/desk/mine/").headers["Location"] == "/desk/back/"
    client.post("/desk/back/", {"typed": receipt.code})
    assert "Is this trafficking?" in page(client)


def test_sending_again_by_going_back_is_one_case_and_says_so(client):
    form = hidden(page(client, "/desk/question/"), "form")
    sent = {"text": "Is it?", "form": form, "act": "look"}
    word = hidden(client.post("/desk/question/", sent).content.decode(), "looked")
    again = sent | {"act": "send", "looked": word}
    assert client.post("/desk/question/", again).status_code == 200
    assert client.post("/desk/question/", again).status_code == 409
    assert Consultation.objects.count() == 1


def test_a_guided_question_is_read_with_its_headings(client):
    fields = {"where": "Hong Kong", "happened": "A worker was not paid.", "needed": "The law."}
    send(client, "case", **fields)
    shown = page(client)
    for words in ("In which place or places", "A worker was not paid.", "What you need from us"):
        assert words in shown


def test_an_asker_comes_back_asks_on_and_shuts_the_case(client):
    _, receipt = asker()
    assert client.get("/desk/mine/").headers["Location"] == "/desk/back/"
    client.post("/desk/back/", {"typed": receipt.code})
    client.post("/desk/mine/", {"act": "more", "text": "And <b>if</b> she agreed?"})
    assert "And &lt;b&gt;if&lt;/b&gt; she agreed?" in page(client)
    client.post("/desk/mine/", {"act": "names", "text": "canary of a name"})
    assert "canary" not in page(client)
    cookie = client.cookies["desk"].value
    client.post("/desk/mine/", {"act": "shut"})
    client.cookies["desk"] = cookie
    assert client.get("/desk/mine/").status_code == 302


def test_a_wrong_receipt_says_which_word_is_none(client):
    shown = client.post("/desk/back/", {"typed": "abacus zzzz"}).content.decode()
    assert "Word 2" in shown
    other = " ".join(new_receipt().words)
    assert "No case opens" in client.post("/desk/back/", {"typed": other}).content.decode()


def test_deleting_asks_once_more_and_then_nothing_is_left():
    client, receipt = asker()
    client.post("/desk/mine/", {"act": "delete"})
    assert Consultation.objects.exists()
    assert "deleted" in client.post("/desk/mine/", {"act": "delete", "sure": "1"}).content.decode()
    assert not Consultation.objects.exists()
    assert not Session.objects.exists()
    assert "No case opens" in (client.post("/desk/back/", {"typed": receipt.code}).content.decode())


def test_what_was_taken_back_takes_nothing_more():
    client, _ = asker()
    client.post("/desk/mine/", {"act": "withdraw"})
    assert 'name="act" value="more"' not in page(client)
    told = client.post("/desk/mine/", {"act": "more", "text": "still"}).content.decode()
    assert "closed" in told


# -- files


def picture() -> bytes:
    out, exif = BytesIO(), Image.Exif()
    exif[0x010F] = "canary-maker"
    Image.new("RGB", (20, 20)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def add(client, name, data):
    return client.post("/desk/mine/", {"act": "file", "file": SimpleUploadedFile(name, data)})


def test_a_picture_loses_its_maker_and_comes_back_to_be_saved_only():
    client, _ = asker()
    add(client, "at home\u202egpj.exe", picture())
    name = Record.objects.get(kind="file").name
    answer = client.get(f"/desk/mine/file/{name}/")
    assert answer.content.startswith(b"\xff\xd8")
    assert b"canary" not in answer.content
    assert answer.headers["Content-Disposition"] == 'attachment; filename="at_homegpj.jpeg"'
    assert answer.headers["Content-Security-Policy"].startswith("sandbox")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("page.html", b"<script>alert(1)</script>"),
        ("x.svg", b"<svg onload='x'/>"),
        ("run.exe", b"MZ\x90\0"),
        ("empty.pdf", b""),
    ],
)
def test_what_could_run_is_not_taken(name, data):
    client, _ = asker()
    assert 'role="alert"' in add(client, name, data).content.decode()
    assert not Record.objects.filter(kind="file").exists()


def test_a_file_of_another_asker_and_one_that_is_not_are_answered_alike():
    mine, _ = asker()
    theirs, _ = asker("another")
    add(theirs, "a.jpg", picture())
    name = Record.objects.get(kind="file").name
    asked = (name, "A" * len(name))
    answers = [mine.get(f"/desk/mine/file/{one}/") for one in asked]
    assert [one.status_code for one in answers] == [404, 404]
    bodies = [  # but for what was asked, in the links to the page's other languages
        strip_token(answer.content.decode()).replace(one, "")
        for one, answer in zip(asked, answers, strict=True)
    ]
    assert bodies[0] == bodies[1]


def strip_token(body: str) -> str:
    return body.replace(hidden(body, "csrfmiddlewaretoken"), "")


def test_a_file_larger_than_is_taken_is_refused_before_it_is_read():
    client, _ = asker()
    answer = client.post("/desk/mine/", {"act": "file"}, CONTENT_LENGTH=17 * 2**20)
    assert answer.status_code == 413
    assert 'href="/desk/mine/"' in answer.content.decode()  # the way back to the question


def test_no_file_on_its_way_is_on_the_disk(settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path / "no-such-folder")
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10
    client, _ = asker()
    add(client, "canary.txt", b"more than ten bytes of words")
    assert Record.objects.filter(kind="file").exists()


# -- what is left behind


def test_nothing_is_kept_by_browsers_or_told_to_others(client):
    client, _ = asker()
    for address in ("/desk/", "/desk/question/", "/desk/back/", "/desk/mine/", "/desk/nothing/"):
        headers = client.get(address).headers
        assert headers["Cache-Control"] == "no-store, private"
        assert headers["Referrer-Policy"] == "same-origin"
        assert "script-src" not in headers["Content-Security-Policy"]
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "ETag" not in headers
    for cookie in client.cookies.values():
        assert cookie["httponly"]
        assert cookie["max-age"] == ""  # nought would end it at once
        assert not cookie["expires"]
    assert client.cookies["desk"]["samesite"] == "Strict"


def test_the_quick_exit_stands_on_every_page_and_leaves_nothing():
    client, _ = asker()
    for address in ("/desk/", "/desk/case/", "/desk/back/", "/desk/mine/", "/desk/mine/file/x/"):
        assert 'action="/desk/leave/"' in page(client, address)
    left = client.post("/desk/leave/")
    assert (left.status_code, left.headers["Location"][:8]) == (303, "https://")
    assert "cookies" in left.headers["Clear-Site-Data"]
    assert not Session.objects.exists()
    assert client.get("/desk/mine/").headers["Location"] == "/desk/back/"
    assert client.get("/desk/leave/").status_code == 405


def test_the_quick_exit_stands_on_pages_that_say_what_failed():
    client = Client(enforce_csrf_checks=True)
    for failed in (client.post("/desk/back/", {"typed": "x"}), client.get("/desk/nowhere")):
        assert failed.status_code in (403, 404)
        assert 'action="/desk/leave/"' in failed.content.decode()


def test_who_leaves_with_a_form_that_is_too_old_is_led_away_all_the_same(settings):
    client = Client(enforce_csrf_checks=True)
    left = client.post("/desk/leave/")
    assert left.headers["Refresh"] == f"0; url={settings.MANUMIT_EXIT}"
    assert "Refresh" not in client.post("/desk/back/").headers


def test_no_language_leads_away_from_a_receipt_that_is_shown_once():
    client = Client()
    assert 'class="languages"' in page(client, "/desk/question/")
    shown = send(client, "question", text="Is this trafficking?").content.decode()
    assert "This is your receipt" in shown
    assert 'class="languages"' not in shown


@pytest.mark.parametrize("tag", ["th", "vi", "zh-Hant"])
def test_why_a_file_is_not_taken_is_said_in_the_readers_language(tag):
    client, _ = asker()
    for data in (b"<html>a page</html>", b"\xff\xfe\x00 of no kind"):
        sent = {"act": "file", "file": SimpleUploadedFile("a.txt", data)}
        told = client.post(f"/lang/{tag}/desk/mine/", sent).content.decode()
        assert 'role="alert"' in told
        assert "not taken" not in told


@pytest.mark.parametrize("address", ["question/", "case/", "back/", "receipt/", "mine/", "leave/"])
def test_a_form_of_another_site_changes_nothing(address):
    known, _ = asker()
    client = Client(enforce_csrf_checks=True)
    client.cookies = known.cookies
    assert client.post(f"/desk/{address}", {"act": "withdraw"}).status_code == 403
    assert Consultation.objects.get().state == "new"
    assert Session.objects.exists()


def test_a_fault_tells_nothing_of_what_was_sent(client, monkeypatch, caplog):
    def fails(**_):
        raise ValueError("canary in an error")

    monkeypatch.setattr("manumit.desk.services.ask", fails)
    logged = logging.getLogger("manumit.desk")
    monkeypatch.setattr(logged, "propagate", True)
    client.raise_request_exception = False
    answer = send(client, "question", text="canary in a form")
    assert answer.status_code == 500
    assert "canary" not in answer.content.decode()
    assert "ValueError at" in caplog.text
    assert "canary" not in caplog.text


def test_the_log_cuts_addresses_of_the_desk_short():
    from manumit.config.logs import WithoutDesk  # noqa: PLC0415 -- beside what it is about

    record = logging.LogRecord("x", 40, "f", 1, "%s: %s", ("Error", "/desk/staff/case/abc/"), None)
    assert WithoutDesk().filter(record)
    assert record.getMessage() == "Error: /desk/"
