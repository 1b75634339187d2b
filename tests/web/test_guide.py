"""The screening guide as a caseworker meets it: without a script, and without a trace."""

import logging
import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from manumit.guide import selectors as guides
from tests.web.test_roles import rows_of_every_table

pytestmark = pytest.mark.usefixtures("starter")

PAGES = ("/guide/step", "/guide/all", "/guide/outcome", "/guide/memo")
TOLD = {
    "in": "hk",
    "act": ["recruitment"],
    "child": "no",
    "means": ["deception"],
    "work": "yes",
    "penalty": ["documents", "debt"],
    "involuntary": ["deceived"],
    "labour": ["unpaid"],
}


@pytest.fixture
def page(client):
    """Send answers to a page of the guide; returns its words."""

    def act(address, **fields):
        answer = client.post(address, fields)
        assert answer.status_code == 200
        return answer.content.decode()

    return act


def sent_back(html: str) -> list[tuple[str, str]]:
    """The fields of the questions that the browser sends again, ticked ones too."""
    html = html[html.index("<main") :]  # the menu of languages has its own
    hidden = re.findall(r'type="hidden" name="([\w-]+)" value="([\w-]*)"', html)
    return hidden + re.findall(r'name="([\w-]+)" value="([\w-]+)" checked', html)


def as_post(fields: list[tuple[str, str]]) -> dict[str, list[str]]:
    sent: dict[str, list[str]] = {}
    for name, value in fields:
        sent.setdefault(name, []).append(value)
    return sent


def test_it_begins_with_the_place_and_stands_where_readers_look(client):
    html = client.get("/guide").content.decode()
    assert 'name="in" value="hk" checked' in html
    assert 'value="th"' in html
    assert 'href="/guide"' in client.get("/").content.decode()
    assert "Leave this page now" in html


def test_one_question_at_a_time_leads_to_the_outcome(page):
    html = page("/guide/step", **{"in": "hk"})
    seen = []
    while "What these answers point to" not in html:
        [asked] = re.findall(r'<fieldset class="question" id="q-([\w-]+)"', html)
        seen.append(asked)
        fields = as_post(sent_back(html))
        fields.pop(asked, None)
        given = TOLD.get(asked)
        html = page("/guide/step", **fields, **({asked: given} if given else {}))
    assert seen[:3] == ["danger", "act", "child"]
    assert len(seen) == len(set(seen))
    assert "Indications of trafficking in persons" in html
    assert "Indications of forced labour" in html


def test_going_back_shows_the_last_question_with_its_answer(page):
    fields = {"in": "hk", "shown": ["danger", "act", "child"], "act": ["receipt"], "child": "yes"}
    html = page("/guide/step", **fields, back="1")
    assert 'id="q-act"' in html
    assert 'value="receipt" checked' in html


def test_danger_comes_before_the_next_question(page):
    html = page("/guide/step", **{"in": "th", "shown": ["danger"], "danger": "yes"})
    assert "Call the emergency number first" in html
    assert 'href="/help?in=th"' in html


def test_all_questions_on_one_page_keep_what_was_answered(page):
    html = page("/guide/all", **TOLD)
    assert len(re.findall('id="q-', html)) == len(guides.guide("screening").questions)
    kept = as_post(sent_back(html))
    assert set(kept["penalty"]) == {"documents", "debt"}
    assert kept["work"] == ["yes"]
    assert kept["danger"] == ["unknown"]


def test_the_outcome_names_indications_tests_law_treaties_and_whom_to_call(page):
    html = page("/guide/outcome", **TOLD)
    assert "Indications of forced labour" in html
    assert 'href="/ilo/treaty/c029/art_2__para_1"' in html
    assert "Chowdury and Others v. Greece</span>, finding “Where an employer takes" in html
    assert 'href="/hk/law/cap-57/sec_63C"' in html
    assert 'href="/status/hk/un/treaty/palermo-protocol"' in html
    assert "✕ Not in force, by a decision" in html
    assert 'href="tel:999"' in html
    assert "What to ask next" in html
    assert not re.search(r"\d+ ?%|score of", html)


def test_every_authority_it_links_to_is_there(page, client):
    fields = TOLD | {
        "ownership": ["transferred"],
        "debt": "yes",
        "purpose": ["sexual-exploitation"],
    }
    html = page("/guide/outcome", **fields)
    addresses = {
        address.split("#")[0]
        for address in re.findall(r'href="(/[a-z]+/[a-z]+/[^"]*)"', html)
        if not address.startswith(("/static/", "/lang/"))  # what was posted has no other address
    }
    assert len(addresses) > 40
    wrong = [one for one in addresses if client.get(one).status_code != 200]
    assert wrong == []


def test_where_the_law_is_split_both_views_are_shown(page):
    fields = {"ownership": ["transferred"], "possession": "yes", "legal-ownership": "no"}
    html = page("/guide/outcome", **fields)
    assert "Indications of slavery" in html
    assert "The powers of an owner, used in fact: indicated" in html
    assert "A genuine right of ownership: ruled out by an answer" in html


def test_without_a_place_there_is_no_local_law_and_nobody_to_call(page):
    html = page("/guide/outcome", **(TOLD | {"in": ""}))
    assert "The law that applies" not in html
    assert "Whom to call" not in html


def test_the_memo_holds_the_answers_and_what_they_point_to(page):
    html = page("/guide/memo", **TOLD)
    assert "Indications of forced labour" in html
    assert "Does or did the person work for someone" in html
    assert "lies about the work" in html
    assert "Not known" in html


def test_a_number_nobody_checked_in_time_is_not_shown_beside_an_outcome(page, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2028, 1, 1))
    html = page("/guide/outcome", **TOLD)
    assert "tel:" not in html


@pytest.mark.parametrize("address", PAGES)
def test_answers_leave_no_trace(address, client, caplog):
    caplog.set_level(logging.DEBUG)
    before = rows_of_every_table()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = client.post(address, TOLD)
    assert rows_of_every_table() == before
    assert [one["sql"] for one in queries if not one["sql"].startswith("SELECT")] == []
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies
    assert not [
        record.getMessage()
        for record in caplog.records
        if record.name != "django.db.backends" and "recruitment" in record.getMessage()
    ]
    addresses = re.findall(r'(?:href|action|formaction)="([^"]*)"', answer.content.decode())
    assert not [one for one in addresses if "recruitment" in one or "deception" in one]


@pytest.mark.parametrize("address", PAGES)
def test_who_comes_without_answers_is_led_to_the_beginning(address, client):
    answer = client.get(address)
    assert (answer.status_code, answer["Location"]) == (302, "/guide")
    assert answer["Cache-Control"] == "no-store"


def test_what_the_guide_does_not_ask_is_left_out(page):
    html = page("/guide/all", **{"in": "zz", "name": "somebody", "act": ["<b>"], "work": "maybe"})
    assert "somebody" not in html
    assert as_post(sent_back(html))["work"] == ["unknown"]


def test_a_report_of_a_fault_names_no_answer(monkeypatch, rf):
    client = Client(raise_request_exception=False)
    seen = []

    def fail(guide, answers):
        raise RuntimeError("a fault")

    monkeypatch.setattr("manumit.guide.selectors.judge", fail)
    handler = logging.Handler()
    handler.emit = seen.append  # type: ignore[method-assign]  # a handler of one test
    logger = logging.getLogger("django.request")
    logger.addHandler(handler)
    try:
        client.post("/guide/outcome", TOLD)
    finally:
        logger.removeHandler(handler)
    [record] = seen
    assert record.request.sensitive_post_parameters == "__ALL__"
    assert "recruitment" not in record.getMessage()
