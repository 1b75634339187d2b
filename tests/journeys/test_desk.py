"""A caseworker asks in confidence on a phone without scripts; two people of the desk answer with the law."""

import io
import json
import re
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from manumit.desk.sealing.receipts import new_receipt
from tests.journeys.conftest import DESK, PHONE, Centre
from tests.journeys.staff import sign_in
from tests.journeys.test_accessible import OPTIONS
from tests.staff import PASSWORD, code_of

# The desk's people, as `manumit desk` and the pages for staff make them.
OPEN_DESK = """
import json, pathlib, tempfile
from tests.desk.centre import DESK_ROLES, Desk, AT
from tests.staff import with_app
from manumit.desk import keys
folder = pathlib.Path(tempfile.mkdtemp())
keys.make_keys(offline=folder / "desk.key", on=AT.date())
desk = Desk(folder)
print(json.dumps({name: with_app(desk.enrol(name).member.account) for name in DESK_ROLES}))
"""
# Cases of today that nobody can read: what a crowd leaves, without its waiting.
CROWD = """
from django.utils.timezone import localdate
from manumit.desk.models import Consultation
on = localdate()
Consultation.objects.bulk_create(
    Consultation(case=f"crowd-{n}", locator=b"%d" % n, verifier=b"", wrapped=b"",
                 submission=b"%d" % n, received_on=on, moved_on=on)
    for n in range(100)
)
"""
CROWD_GONE = """
from manumit.desk.models import Consultation
Consultation.objects.filter(case__startswith="crowd-").delete()
"""
# What half an hour without a request does.
AWAY = """
from datetime import timedelta
from django.db.models import F
from manumit.desk.models import Session
Session.objects.update(seen_at=F("seen_at") - timedelta(minutes=30))
"""
HAPPENED = "A domestic worker's passport was taken by the agency, and she works to repay a debt."
ANSWER = "It may be trafficking.\n\nSee what follows."


@dataclass
class Staff:
    """The browser of somebody of the desk."""

    page: Page
    name: str
    secret: str

    def enter(self) -> None:
        """Sign in, show the second factor, open one's keys."""
        self.page.goto("/desk/staff/")
        sign_in(self.page, f"{self.name}@example.org", PASSWORD)
        code = self.page.locator("input[name=code]")
        code.fill(code_of(self.secret))
        code.press("Enter")
        self.page.wait_for_url("**/desk/staff/**")
        self.page.goto("/desk/staff/")
        self.page.get_by_label("Your password for the desk").fill("seven quiet lanterns burn")
        self.page.get_by_role("button", name="Open", exact=True).click()

    def take_up(self) -> None:
        """The newest case, after saying that there is no conflict."""
        self.page.goto("/desk/staff/")
        self.page.locator("ul.rows a").first.click()
        self.page.get_by_role("button", name="I have no conflict").click()


@pytest.fixture(scope="module")
def secrets(centre) -> dict[str, str]:
    return json.loads(centre.change(OPEN_DESK).splitlines()[-1])


@pytest.fixture(scope="module")
def staff(browser: Browser, centre: Centre, secrets) -> Iterator[tuple[Staff, Staff]]:
    contexts = [browser.new_context(viewport=DESK, base_url=centre.address) for _ in range(2)]
    people = [
        Staff(context.new_page(), name, secrets[name])
        for context, name in zip(contexts, ("ann", "bao"), strict=True)
    ]
    for one in people:
        one.enter()
    yield people[0], people[1]
    for context in contexts:
        context.close()


@pytest.fixture
def phone(browser: Browser, centre: Centre, secrets) -> Iterator[Page]:
    context = browser.new_context(
        viewport=PHONE, java_script_enabled=False, base_url=centre.address
    )
    yield context.new_page()
    context.close()


def ask(page: Page) -> str:
    """Send a question about a case; gives the ten words."""
    page.goto("/desk/")
    page.get_by_role("link", name="A question about a case").click()
    page.get_by_label("In which place or places").fill("Hong Kong")
    page.get_by_label("What happened, in general terms").fill(HAPPENED)
    page.get_by_label("What you need from us").fill("Which offence is it? Call +852 2852 3000.")
    page.get_by_label("Bao").check()
    page.get_by_label("Bao").uncheck()
    page.get_by_role("button", name="Go on").click()
    assert "2852 3000" in page.get_by_role("status").inner_text()
    page.get_by_label("What you need from us").fill("Which offence is it?")
    page.get_by_role("button", name="Look once more").click()
    assert "No name or number was noticed" in page.get_by_role("status").inner_text()
    page.get_by_role("button", name="Send").click()
    words = " ".join(page.locator(".words li").all_inner_texts())
    page.get_by_label("The ten words").fill(words.upper())
    page.get_by_role("button", name="That is it").click()
    assert HAPPENED in page.get_by_role("main").inner_text()
    return words


def delete(page: Page) -> None:
    """Delete one's case: what staff find first is of the next test."""
    page.get_by_text("Delete everything").click()
    page.get_by_label("I am sure").check()
    page.get_by_role("button", name="Delete").click()


def test_a_question_is_asked_answered_by_two_and_read_with_the_law(phone, staff):
    words = ask(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    ann, bao = staff
    for one in staff:
        one.take_up()
        assert HAPPENED in one.page.get_by_role("main").inner_text()
    ann.page.get_by_text("Who works on it").click()
    for name in ("Ann", "Bao"):
        ann.page.get_by_label(name, exact=True).check()
    ann.page.get_by_role("button", name="Assign").click()
    ann.page.get_by_role("link", name="Find the law for it").click()
    for box in ann.page.locator("input[name=pick]").all()[:3]:
        box.check()
    ann.page.get_by_label(re.compile("Your words")).fill(ANSWER)
    ann.page.get_by_role("button", name="Keep as the newest draft").click()
    assert not ann.page.get_by_role("button", name="Send it to the asker").count()
    bao.page.reload()
    bao.page.get_by_role("button", name="Send it to the asker").click()

    phone.context.clear_cookies()
    phone.goto("/desk/back/")
    phone.get_by_label("Your receipt").fill(words)
    phone.get_by_role("button", name="Open").click()
    assert "See what follows." in phone.get_by_role("main").inner_text()
    link = phone.get_by_role("link", name="letter and bundle (ZIP)").get_attribute("href")
    bundle = zipfile.ZipFile(io.BytesIO(phone.request.get(link).body()))
    assert len(bundle.namelist()) >= 4
    delete(phone)
    phone.goto("/desk/back/")
    phone.get_by_label("Your receipt").fill(words)
    phone.get_by_role("button", name="Open").click()
    assert "No case opens with this receipt" in phone.get_by_role("alert").inner_text()


def test_while_a_crowd_shuts_the_desk_words_from_a_shelter_let_in(phone, browser, centre, secrets):
    context = browser.new_context(viewport=DESK, base_url=centre.address, bypass_csp=True)
    kim = Staff(context.new_page(), "kim", secrets["kim"])
    kim.enter()
    kim.page.get_by_role("link", name="Door").click()
    kim.page.get_by_label("Whom the word is for").fill("Harbour shelter")
    kim.page.get_by_role("button", name="Make a word").click()
    words = " ".join(kim.page.locator(".words li").all_inner_texts())
    assert faults_of(kim.page) == []
    context.close()
    centre.change(CROWD)
    phone.goto("/desk/")
    assert "The next one is taken in about" in phone.get_by_role("status").inner_text()
    phone.get_by_role("link", name="A quick question").click()
    phone.get_by_label("Your question").fill(HAPPENED)
    phone.get_by_role("button", name="Go on").click()
    phone.get_by_role("button", name="Send").click()
    assert "What you wrote stays here" in phone.get_by_role("main").inner_text()
    assert phone.get_by_label("Your question").input_value() == HAPPENED
    phone.get_by_label("The five words that an organisation gave you").fill(words)
    phone.get_by_role("button", name="Send").click()
    assert phone.locator(".words li").count() == 10
    phone.goto("/desk/mine/")
    delete(phone)
    centre.change(CROWD_GONE)


def test_who_writes_for_longer_than_a_session_lasts_loses_nothing(phone, browser, centre, secrets):
    words = ask(phone)
    context = browser.new_context(viewport=DESK, base_url=centre.address, bypass_csp=True)
    chai = Staff(context.new_page(), "chai", secrets["chai"])
    chai.enter()
    chai.take_up()
    phone.get_by_label("Without names, as before").fill("Her sister was told the same.")
    chai.page.get_by_text("Note among us").click()
    chai.page.get_by_label("The asker does not see it").fill("Ask about the loan.")
    centre.change(AWAY)

    phone.get_by_role("button", name="Send", exact=True).first.click()
    assert "What you wrote is not lost" in phone.get_by_role("main").inner_text()
    phone.get_by_label("Your receipt").fill(words)
    phone.get_by_role("button", name="Open").click()
    assert "Her sister was told the same." in phone.get_by_role("main").inner_text()

    chai.page.get_by_role("button", name="Keep the note").click()
    assert faults_of(chai.page) == []
    chai.page.get_by_label("Your password for the desk").fill("seven quiet lanterns burn")
    chai.page.get_by_role("button", name="Go on").click()
    assert "Ask about the loan." in chai.page.get_by_role("main").inner_text()
    context.close()
    delete(phone)


def test_leaving_at_once_leaves_nothing_for_the_back_button(phone, centre):
    ask(phone)
    phone.get_by_role("button", name="Leave this page now").click()
    phone.wait_for_url("**/about")
    assert phone.context.cookies() == []
    phone.go_back()
    assert "/desk/back/" in phone.url
    assert HAPPENED not in phone.content()


def test_an_honest_asker_gets_in_through_a_thousand_invented_receipts(phone, centre):
    words = ask(phone)
    phone.context.clear_cookies()
    phone.goto("/desk/back/")
    token = phone.locator("input[name=csrfmiddlewaretoken]").first.input_value()
    kept = {one["name"]: one["value"] for one in phone.context.cookies()}
    headers = {
        "Cookie": "; ".join(f"{name}={value}" for name, value in kept.items()),
        "Origin": centre.address,
    }

    def invented(_: int) -> int:
        typed = {"typed": " ".join(new_receipt().words), "csrfmiddlewaretoken": token}
        asked = urllib.request.Request(
            f"{centre.address}/desk/back/", urlencode(typed).encode(), headers
        )
        try:
            with urllib.request.urlopen(asked, timeout=120) as answer:
                return answer.status
        except urllib.error.HTTPError as refused:
            return refused.code

    with ThreadPoolExecutor(32) as crowd:
        codes = [crowd.submit(invented, number) for number in range(1000)]
        phone.get_by_label("Your receipt").fill(words)
        phone.get_by_role("button", name="Open").click()
        assert HAPPENED in phone.get_by_role("main").inner_text()
        assert not all(one.done() for one in codes)
    told = [one.result() for one in codes]
    assert set(told) <= {200, 429}
    assert told.count(429) > 500


@pytest.mark.parametrize("address", ["", "question/", "case/", "back/"])
def test_the_pages_of_askers_are_for_everyone(browser, centre, secrets, address):
    context = browser.new_context(viewport=PHONE, base_url=centre.address, bypass_csp=True)
    page = context.new_page()
    page.goto(f"/desk/{address}")
    faults = Axe().run(page, options=OPTIONS).response["violations"]
    context.close()
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in faults] == []


def test_the_pages_of_staff_are_for_everyone(phone, browser, centre, secrets):
    ask(phone)
    context = browser.new_context(viewport=DESK, base_url=centre.address, bypass_csp=True)
    chai = Staff(context.new_page(), "chai", secrets["chai"])
    chai.enter()
    faults = [(chai.page.url, faults_of(chai.page))]
    chai.take_up()
    faults.append((chai.page.url, faults_of(chai.page)))
    chai.page.get_by_role("link", name="Find the law for it").click()
    faults.append((chai.page.url, faults_of(chai.page)))
    context.close()
    assert [found for found in faults if found[1]] == []


def faults_of(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [(fault["id"], fault["nodes"][0]["html"]) for fault in found]
