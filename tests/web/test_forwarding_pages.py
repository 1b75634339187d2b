"""A visitor forwards something in a minute, sees what is here already, and follows it."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from manumit.accounts.types import User
from manumit.contributions import selectors, services
from manumit.contributions.models import Contribution
from manumit.library.models import Work
from tests.paths import JUDGMENT

pytestmark = pytest.mark.django_db
HELD = "hk/case/2018-hkca-473"


def hidden(page, name):
    return re.search(rf'name="{name}" value="([^"]*)"', page.content.decode())[1]


@pytest.fixture
def filled(client):
    """Fill in the form and look at it."""

    def do(**fields):
        values = {"what": "case", "rights": "unknown", "anonymous": "unknown", "step": "look"}
        values["form"] = hidden(client.get("/forward"), "form")
        return client.post("/forward", values | fields)

    return do


@pytest.fixture
def sent(client, filled):
    """Fill in the form, look, and send it; gives the address of the receipt."""

    def do(**fields):
        looked = filled(**fields)
        values = {name: hidden(looked, name) for name in ("form", "receipt")}
        answer = client.post("/forward", values | {"step": "send"})
        assert answer.status_code == 303
        return answer.url

    return do


def test_a_case_that_is_here_is_shown_before_anything_is_sent(starter, filled):
    page = filled(citation="[2018] HKCA 473").content.decode()
    assert "We have this" in page
    assert f'href="/{HELD}"' in page
    assert not selectors.waiting()


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"text": "see 25965/04, Rantsev v Cyprus and Russia"}, "coe/case/25965-04/2010-01-07"),
        ({"address": "https://hudoc.echr.coe.int/eng?i=001-96549"}, "coe/case/25965-04/2010-01-07"),
    ],
)
def test_it_is_known_by_its_citation_in_the_words_and_by_its_address(starter, filled, fields, key):
    assert f'href="/{key}"' in filled(**fields).content.decode()


def test_a_draft_of_an_editor_is_not_told_to_visitors(starter, filled):
    Work.objects.filter(key=HELD).update(live=False)
    assert HELD not in filled(citation="[2018] HKCA 473").content.decode()


def test_what_may_tell_who_a_person_is_is_shown_and_not_blocked(sent, filled, client):
    page = filled(text="Ms Maria Santos, HKID A123456(3), +852 2852 3000").content.decode()
    for words in ("Maria Santos", "A123456(3)", "+852 2852 3000"):
        assert f"<mark>{words}</mark>" in page
    assert client.get(sent(text="Ms Maria Santos")).status_code == 200


def test_a_file_is_cleaned_and_the_visitor_is_told(filled):
    page = filled(file=SimpleUploadedFile("../../Maria.docx", JUDGMENT.read_bytes()))
    assert "Taken out of it" in page.content.decode()
    assert "Maria.docx" not in page.content.decode()
    assert selectors.attachment_of(Contribution.objects.get()).kind == "docx"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Give a citation, an address, a file or a few words."),
        ({"file": SimpleUploadedFile("a.pdf", b"<html>")}, "Web pages and programs are not taken"),
        ({"address": "javascript:alert(1)"}, "Enter a valid URL"),
        ({"text": "x", "website": "http://spam.example"}, "Leave this field empty"),
        ({"text": "x", "email": "nobody"}, "Enter a valid email address"),
    ],
)
def test_what_is_missing_or_wrong_is_said_beside_the_form(filled, fields, said):
    page = filled(**fields)
    assert page.status_code == 422
    assert said in page.content.decode() or page.context["form"].errors["website"] == [said + "."]
    assert not Contribution.objects.exists()


def test_the_receipt_leads_back_and_tells_the_way_it_went(sent, client, at):
    address = sent(citation="[2031] HKCFA 999", email="me@here.example")
    page = client.get(address).content.decode()
    assert "It waits for a reviewer." in page
    assert page.count(address.removeprefix("/forward/")) >= 1
    [one] = selectors.waiting()
    services.ask(pk=one.pk, question="Which paragraph?", by=None, at=at)
    asked = client.get(address)
    assert "Which paragraph?" in asked.content.decode()
    values = {"form": hidden(asked, "form"), "step": "answer", "text": "Paragraph 17."}
    assert client.post(address, values).status_code == 303
    assert "Paragraph 17." in client.get(address).content.decode()


def test_what_was_sent_can_be_taken_back(sent, client):
    address = sent(text="x")
    sure = client.get(address + "?withdraw=1")
    values = {"form": hidden(sure, "form"), "step": "withdraw"}
    assert client.post(address, values).status_code == 303
    assert "You took it back." in client.get(address).content.decode()
    assert not selectors.waiting()


def test_a_typed_receipt_leads_to_its_page_and_a_wrong_one_says_so(sent, client):
    address = sent(text="x")
    token = hidden_all(client.get("/forward"))[-1]
    typed = address.removeprefix("/forward/").upper().replace("-", " ")
    found = client.post("/forward/follow", {"form": token, "receipt": typed}, follow=True)
    assert "It waits for a reviewer." in found.content.decode()
    assert client.get("/forward/aaaa-bbbb").status_code == 404


def hidden_all(page):
    return re.findall(r'name="form" value="([^"]*)"', page.content.decode())


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}],
)
def test_another_site_cannot_send_our_form_even_with_its_token(client, headers):
    token = hidden(client.get("/forward"), "form")
    answer = client.post("/forward", {"form": token, "text": "x", "step": "look"}, headers=headers)
    assert answer.status_code == 403
    assert not Contribution.objects.exists()


@pytest.mark.parametrize("token", ["", "made-up", None])
def test_a_form_without_our_token_or_with_that_of_another_form_is_refused(client, token):
    if token is None:
        token = hidden(client.get("/forward/takedown"), "form")
    assert client.post("/forward", {"form": token, "text": "x"}).status_code == 403
    assert not Contribution.objects.exists()


def test_too_large_a_request_is_refused_before_it_is_read(client):
    answer = client.post(
        "/forward", b"", content_type="text/plain", CONTENT_LENGTH=str(500 * 2**20)
    )
    assert answer.status_code == 413


@pytest.mark.parametrize("address", ["/", "/account/login/", "/editorial/", "/lang/th/help", "/x"])
def test_no_page_reads_more_than_any_form_sends(client, address):
    """Django would write it to the disk, and read the token after."""
    answer = client.post(address, b"", content_type="text/plain", CONTENT_LENGTH=str(17 * 2**20))
    assert answer.status_code == 413


def test_no_file_on_its_way_is_on_the_disk(settings, tmp_path, filled):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path / "no-such-folder")
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10
    filled(file=SimpleUploadedFile("a.txt", b"more than ten bytes of words"))
    assert Contribution.objects.filter(attachment__kind="txt").exists()


def test_these_pages_set_no_cookie_and_are_kept_nowhere(sent, client):
    address = sent(text="x")
    for page in (client.get("/forward"), client.get(address), client.get("/forward/takedown")):
        assert not page.cookies
        assert page["Cache-Control"] == "no-store"


def test_who_is_signed_in_is_known_and_a_stale_session_harms_nobody(sent, client):
    person = User.objects.create_user("me@manumit.example", "a long enough password")
    client.force_login(person)
    sent(text="x")
    assert Contribution.objects.get().by == person
    client.cookies["sessionid"] = "nonsensenonsensenonsensenonsense"
    sent(text="y")
    assert Contribution.objects.filter(by=None).count() == 1


def test_every_page_leads_to_the_form_and_says_which_page_it_was(starter, client):
    page = client.get("/un/treaty/palermo-protocol/art_3").content.decode()
    address = re.search(r'href="(/forward\?about=[^"]+)"', page)[1]
    form = client.get(address)
    assert hidden(form, "about") == "un/treaty/palermo-protocol/art_3"
    assert 'value="correction" selected' in form.content.decode()
    assert 'href="/forward"' in client.get("/about").content.decode()


@pytest.mark.parametrize("about", ["/evil.example", "//evil.example", "evil@example", "a b"])
def test_a_page_that_is_not_here_is_not_led_to(client, sent, about):
    """After the slash that stands before it, one more would lead to another host."""
    page = client.get("/forward", {"about": about}).content.decode()
    assert 'href="//' not in page
    sent(citation="[2018] HKCA 473", about=about)
    assert Contribution.objects.get().about == ""


def test_a_request_to_take_down_comes_first_and_has_a_receipt(sent, client):
    sent(text="x")
    page = client.get(f"/forward/takedown?about={HELD}")
    values = {
        "form": hidden(page, "form"),
        "about": f"http://testserver/{HELD}",
        "text": "It names me.",
    }
    answer = client.post("/forward/takedown", values)
    assert answer.status_code == 303
    assert next((one.what, one.about) for one in selectors.waiting()) == ("takedown", HELD)


def test_in_another_language_nothing_that_is_told_of_it_stays_in_english(starter, client):
    form = hidden(client.get("/lang/th/forward"), "form")
    file = SimpleUploadedFile("judgment.docx", JUDGMENT.read_bytes())
    told = {"what": "case", "rights": "unknown", "anonymous": "unknown", "step": "look"}
    told |= {"form": form, "citation": "《刑事罪行條例》（第200章）第129條", "file": file}
    page = client.post("/lang/th/forward", told).content.decode()
    assert 'href="/lang/th/hk/law/cap-200"' in page
    assert "พบจากการอ้างอิง" in page
    assert "ใครจัดทำและเมื่อใด" in page
    assert "who made it" not in page


def test_a_receipt_says_where_it_stands_and_when_it_came_apart(client, sent):
    page = client.get(sent(citation="[2031] HKCFA 9")).content.decode()
    said = page.partition('role="status">')[2].partition("</p>")[0]
    assert re.fullmatch(
        r"<b>It waits for a reviewer\.</b><br>\s*<span class=\"small soft\">sent on .*</span>", said
    )
