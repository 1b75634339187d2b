"""Law suggested beside a question, picked by an adviser, and sent with the answer."""

import io
import re
import zipfile

import pytest
from django.test import Client
from pypdfium2 import PdfDocument

from manumit.desk.models import Consultation, Record
from tests.web.desk.browsing import asker, at_the_desk, send

pytestmark = pytest.mark.usefixtures("starter")
TOLD = (
    "A domestic worker in Hong Kong had her passport taken by the employment agency and works without "
    "pay to repay a debt. Is that trafficking, and which offence is it?"
)


@pytest.fixture
def case(desk):
    """A case that two advisers have taken up: its asker's browser, its address, and theirs."""
    client, _ = asker(TOLD)
    return client, *taken_up(desk)


def taken_up(desk):
    """The newest case, taken up: its address and two browsers."""
    address = f"/desk/staff/case/{Consultation.objects.latest('pk').case}/"
    ann, bao = at_the_desk(desk, "ann"), at_the_desk(desk, "bao")
    for one in (ann, bao):
        one.post(address, {"act": "clear"})
    members = [desk.member("ann"), desk.member("bao")]
    ann.post(address, {"act": "assign", "members": members})
    return address, ann, bao


def picks_on(page) -> list[str]:
    groups = page.context["groups"]
    return [f"{one.key}#{one.eid}" for _, rows in groups for one, _why in rows]


def answered(case, **more) -> str:
    """Send an answer with two authorities; gives the name of its draft."""
    _, address, ann, bao = case
    picks = picks_on(ann.get(f"{address}law/"))[:2]
    sent = {"act": "draft", "text": "It may be.\n\nSee what follows.", "pick": picks}
    ann.post(f"{address}law/", sent | {"language": "en", "law_on": "2026-11-22"} | more)
    draft = Record.objects.filter(kind="draft").latest("sequence").name
    assert bao.post(address, {"act": "release", "draft": draft}).status_code == 302
    return draft


def test_law_is_suggested_for_what_was_told_with_why(case):
    _, address, ann, _ = case
    page = ann.get(f"{address}law/")
    assert any(key.startswith("hk/") for key in picks_on(page))
    reasons = [why for _, rows in page.context["groups"] for _one, why in rows]
    assert all(reasons)
    assert "passport" not in page.request["QUERY_STRING"]


def test_the_law_of_the_place_that_the_asker_named_is_suggested_and_the_adviser_told_why(desk):
    told = {"where": "Malaysia", "needed": "Is it trafficking in Malaysian law?"}
    happened = "A Thai agency in Bangkok, Thailand took her passport. Thailand is her home."
    send(Client(), "case", happened=happened, **told)
    address, ann, _ = taken_up(desk)
    page = ann.get(f"{address}law/")
    assert page.context["suggested"].reading.place.code == "my"
    assert "Malaysia, as the answer “Malaysia” says. Choose another" in page.content.decode()
    chosen = ann.post(f"{address}law/", {"place": "th"})
    assert chosen.context["suggested"].reading.place.code == "th"
    assert "Choose another" not in chosen.content.decode()


def test_who_is_not_on_the_case_is_suggested_nothing(case, desk):
    _, address, _, _ = case
    kim = at_the_desk(desk, "kim")
    assert kim.get(f"{address}law/").status_code == 404


def test_an_asker_saves_the_answer_with_the_law_quoted_as_pdf_zip_and_text(case):
    client, *_ = case
    draft = answered(case)
    page = client.get("/desk/mine/").content.decode()
    assert f"/desk/mine/answer/{draft}/pdf/" in page
    printed = client.get(f"/desk/mine/answer/{draft}/pdf/")
    assert "no-store" in printed.headers["Cache-Control"]
    words = "".join(one.get_textpage().get_text_range() for one in PdfDocument(printed.content))
    assert "See what follows." in words
    bundle = zipfile.ZipFile(io.BytesIO(client.get(f"/desk/mine/answer/{draft}/zip/").content))
    assert len(bundle.namelist()) >= 3
    assert "It may be." in client.get(f"/desk/mine/answer/{draft}/txt/").content.decode()


def test_addresses_in_a_letter_open_and_name_no_case(case):
    client, address, ann, _ = case
    draft = answered(case)
    for browser, letter in (
        (client, f"/desk/mine/answer/{draft}/txt/"),
        (ann, f"{address}pack/{draft}/txt/"),
    ):
        told = browser.get(letter).content.decode()
        links = re.findall(r"http://testserver(\S+)", told)
        assert len(links) == 2
        assert [link for link in links if Client().get(link).status_code != 200] == []
        assert "/desk/" not in told


def test_a_letter_is_given_to_nobody_before_it_went_out(case):
    client, address, ann, bao = case
    picks = picks_on(ann.get(f"{address}law/"))[:1]
    ann.post(f"{address}law/", {"act": "draft", "text": "Not yet.", "pick": picks})
    draft = Record.objects.get(kind="draft").name
    assert client.get(f"/desk/mine/answer/{draft}/pdf/").status_code == 404
    shown = bao.get(f"{address}pack/{draft}/pdf/")
    assert shown.status_code == 200
    other, _ = asker("Something else.")
    assert other.get(f"/desk/mine/answer/{draft}/pdf/").status_code == 404


def test_law_enclosed_stays_when_the_words_are_written_anew(case):
    _, address, ann, bao = case
    picks = picks_on(ann.get(f"{address}law/"))[:2]
    ann.post(f"{address}law/", {"act": "draft", "text": "First.", "pick": picks})
    bao.post(address, {"act": "draft", "text": "Second."})
    draft = Record.objects.filter(kind="draft").latest("sequence").name
    assert bao.get(f"{address}pack/{draft}/pdf/").status_code == 200
