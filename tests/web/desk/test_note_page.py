"""The page on which a note for everybody is written by hand and held against its case."""

import pytest

from manumit.desk.models import PracticeNote, Record
from tests.web.desk.browsing import asker, at_the_desk, hidden
from tests.web.desk.test_staff_pages import long_ago, page

TOLD = "My cousin Somchai Wattana was locked into the kitchen of a noodle shop at night."
NOTE = {
    "title": "Confinement of workers",
    "text": "Confinement is an offence of its own, whatever the contract says.",
    "place": "hk",
    "language": "en",
}


@pytest.fixture
def case(desk):
    """An answered case: the address of its note page, and the browsers of its two advisers."""
    asker(TOLD, parties="Golden Ladle Ltd")
    address = f"/desk/staff/case/{Record.objects.first().consultation.case}/"
    ann, bao = at_the_desk(desk, "ann"), at_the_desk(desk, "bao")
    for one in (ann, bao):
        one.post(address, {"act": "clear"})
    assert "for everybody" not in page(ann, address)
    ann.post(address, {"act": "assign", "members": [desk.member("ann"), desk.member("bao")]})
    ann.post(address, {"act": "draft", "text": "It is. Tell the police."})
    draft = Record.objects.get(kind="draft").name
    assert bao.post(address, {"act": "release", "draft": draft}).status_code == 302
    assert f'href="{address}note/"' in page(ann, address)
    return f"{address}note/", ann, bao


def test_the_form_begins_empty_and_takes_nothing_of_the_case(case):
    address, ann, _ = case
    shown = page(ann, address)
    for words in ("noodle", "Somchai", "Golden", "Tell the police"):
        assert words not in shown
    told = NOTE | {"text": "Whoever was locked into the kitchen of a noodle shop may leave."}
    warned = ann.post(address, told).content.decode()
    assert "<mark>was locked into the kitchen of a noodle shop</mark>" in warned
    # Who insists on the asker's own words is refused.
    assert ann.post(address, told | {"looked": hidden(warned, "looked")}).status_code == 409


def test_names_and_what_is_rare_are_shown_to_the_author_and_to_the_second_reader(case):
    address, ann, bao = case
    told = NOTE | {"text": "Golden Ladle, with a 17-year-old Thai national in Kowloon."}
    warned = ann.post(address, told).content.decode()
    for words in ("<mark>golden ladle</mark>", "<mark>17-year-old · Thai · in Kowloon</mark>"):
        assert words in warned
    assert not Record.objects.filter(kind="note").exists()
    ann.post(address, told | {"looked": hidden(warned, "looked")})
    assert "<mark>golden ladle</mark>" in page(bao, address)


def test_a_second_person_lets_it_out_after_showing_who_they_are(case):
    address, ann, bao = case
    ann.post(address, NOTE)
    assert 'value="approve"' not in page(ann, address)
    shown = page(bao, address)
    assert NOTE["text"] in shown
    sent = {"act": "approve", "note": hidden(shown, "note")}
    assert ann.post(address, sent).status_code == 409
    long_ago()
    assert "once more" in bao.post(address, sent).content.decode()
    assert not PracticeNote.objects.exists()
    assert bao.post(address, sent | {"proof": "seven quiet lanterns burn"}).status_code == 302
    assert PracticeNote.objects.get().text == NOTE["text"]
    assert "when the month is over" in page(ann, address)
    assert "may go out" in page(ann, address.removesuffix("note/"))


def test_who_does_not_read_the_case_finds_no_page(case, desk):
    address, _, _ = case
    kim = at_the_desk(desk, "kim")
    assert kim.get(address).status_code == 404
    assert kim.post(address, NOTE).status_code == 404
