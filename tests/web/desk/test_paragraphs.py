"""Paragraphs that staff keep for many answers: public law, and nothing of a case."""

import re
from html import unescape

import pytest

from manumit.desk.models import Paragraph, Record
from tests.staff import StaffClient, person_with
from tests.web.desk.browsing import at_the_desk, hidden
from tests.web.desk.test_staff_pages import a_case, page

ALL = "/desk/staff/paragraphs/"
WITHHELD = {"title": "Passports", "text": "An employer may not keep a worker's passport."}


@pytest.fixture
def ann(desk):
    return at_the_desk(desk, "ann")


def kept(**more) -> Paragraph:
    return Paragraph.objects.create(**(WITHHELD | more))


def test_one_is_written_changed_and_retired(ann):
    ann.post(f"{ALL}new/", WITHHELD)
    assert "Passports" in page(ann, ALL)
    address = f"{ALL}{Paragraph.objects.get().pk}/"
    ann.post(address, WITHHELD | {"text": "Nobody may keep another's passport."})
    assert "keep another&#x27;s passport" in page(ann, address)
    ann.post(address, {"act": "retire"})
    assert "retired" in page(ann, ALL)
    assert Paragraph.objects.get().is_retired


def test_two_have_not_the_same_title_and_none_is_not_there(ann):
    kept()
    assert ann.post(f"{ALL}new/", WITHHELD).status_code == 409
    assert ann.post(f"{ALL}999/", WITHHELD).status_code == 404
    assert Paragraph.objects.count() == 1


def test_what_may_be_of_a_case_is_shown_before_it_is_kept(ann):
    told = WITHHELD | {"text": "Ms Somchai Wattana, a 17-year-old Thai national in Kowloon."}
    shown = ann.post(f"{ALL}new/", told).content.decode()
    assert "<mark>Somchai Wattana</mark>" in shown
    assert "fit one person only" in shown
    assert not Paragraph.objects.exists()
    word = hidden(shown, "looked")
    more = told | {"text": told["text"] + " Call 9123 4567.", "looked": word}
    assert "<mark>9123 4567</mark>" in ann.post(f"{ALL}new/", more).content.decode()
    assert ann.post(f"{ALL}new/", told | {"looked": word}).status_code == 302


def test_one_is_put_below_what_is_being_written_and_nothing_is_kept_by_it(desk, ann):
    _, case = a_case()
    ann.post(case, {"act": "clear"})
    chosen, retired = kept(), kept(title="Old", is_retired=True)
    assert f'<option value="{retired.pk}">' not in page(ann, case)
    sent = {"act": "insert", "paragraph": chosen.pk, "text": "Dear colleague,"}
    shown = ann.post(case, sent).content.decode()
    draft = unescape(re.search(r'<textarea id="draft"[^>]*>(.*?)</textarea>', shown, re.DOTALL)[1])
    assert draft == f"Dear colleague,\n\n{WITHHELD['text']}"
    assert not Record.objects.filter(kind="draft").exists()


def test_only_who_has_opened_keys_reads_them(client, desk):
    kept()
    client.force_login(person_with("contributor"))
    assert client.get(ALL).status_code == 403
    locked = StaffClient()
    locked.force_login(desk["ann"].member.account)
    assert locked.get(ALL).headers["Location"] == "/desk/staff/unlock/"
