"""Whom to call: what a caseworker sees, and what is hidden from them."""

import re
from datetime import UTC, date, datetime

import pytest

from manumit.directory.services import load_organisations
from manumit.records import find_files
from manumit.web import contact
from tests.directory.files import KEY, SERVICE, organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(write_record, at):
    """Put an organisation into the directory."""

    def act(services, key=KEY, title="Lantern House"):
        root = write_record(key, organisation(services, title=title))
        load_organisations(places=find_files([root / f"{key}.md"]), by=None, at=at)

    return act


@pytest.fixture
def page(client):
    """The text of a page."""

    def get(address):
        answer = client.get(address)
        assert answer.status_code == 200
        return answer.content.decode()

    return get


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """The day on which someone asks."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 11, 22))


def test_a_number_can_be_dialled_and_says_when_it_was_checked(load, page):
    load(SERVICE)
    for address in ("/help", f"/{KEY}"):
        html = page(address)
        assert '<a href="tel:+85200000001" rel="noreferrer">+852 0000 0001</a>' in html
        assert 'href="https://example.org/talk"' in html
        assert "1 November 2026" in html
        assert "Mon–Wed, Fri 18:00–06:00" in html
    assert "ask before you say who you are" in page(f"/{KEY}")


def test_a_number_nobody_checked_in_time_is_hidden_and_says_so(load, page):
    load(SERVICE.replace("2027-02-01", "2026-11-21"))
    for address in ("/help", f"/{KEY}"):
        html = page(address)
        assert "+85200000001" not in html
        assert "example.org/talk" not in html
        assert "last checked on 1 November 2026" in html


def test_the_last_day_of_trust_still_counts(load, page):
    load(SERVICE.replace("2027-02-01", "2026-11-22"))
    assert "+85200000001" in page("/help")


def test_emergency_numbers_stand_first(load, page):
    emergency = SERVICE.replace("helpline", "emergency").replace("hotline", "police")
    legal = SERVICE.replace("helpline", "legal-aid").replace("hotline", "lawyers")
    load(legal + SERVICE + emergency)
    assert re.findall(r"<h2>(.*?)</h2>", page("/help")) == ["Emergency", "Helplines"]


def test_one_kind_of_help_can_be_asked_for(load, page):
    legal = SERVICE.replace("helpline", "legal-aid").replace("hotline", "lawyers")
    load(legal + SERVICE)
    assert "/help?in=hk&amp;for=legal-aid".removeprefix("/help") in page("/help")
    assert re.findall(r"<h2>(.*?)</h2>", page("/help?in=hk&for=legal-aid")) == ["Legal aid"]
    assert "Choose another kind of help" in page("/help?in=hk&for=nonsense")


def test_each_place_has_its_own_numbers_home_first(load, page, client):
    load(SERVICE.replace("00000001", "00000002"), "vn/organisation/den", "Den")
    load(SERVICE)
    assert "+85200000001" in page("/help")
    assert "+85200000002" not in page("/help")
    assert "+85200000002" in page("/help?in=vn")
    assert client.get("/help?in=zz").status_code == 404


@pytest.mark.parametrize(
    ("hour", "said"),
    [
        (13, "● Open now, until 06:00, unless it is a public holiday"),  # 21:00 in Hong Kong
        (3, "○ Closed now, opens Mon 18:00"),
    ],
)
def test_a_service_says_whether_it_is_open_now_in_its_own_time(load, page, monkeypatch, hour, said):
    moment = datetime(2026, 11, 23, hour, tzinfo=UTC)  # a Monday
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)
    load(SERVICE)
    html = page("/help")
    assert said in html
    assert f"it is {hour + 8:02}:00 in Hong Kong" in html
    assert 'English, <span lang="zh-Hant">繁體中文</span>' in html
    assert "not known whether what you tell them is passed on: ask first" in html


def test_what_nobody_knows_about_hours_is_said_to_be_unknown(load, page):
    hours = SERVICE[SERVICE.index("  hours:") : SERVICE.index("  languages")]
    load(SERVICE.replace(hours, ""))
    assert "? Hours not known" in page("/help")
    load(SERVICE.replace(hours, "  always: true\n"))
    assert "● Open now, at any hour" in page("/help")


def test_a_number_that_is_hidden_is_not_said_to_be_open(load, page):
    load(SERVICE.replace("2027-02-01", "2026-11-21"))
    assert "Open now" not in page("/help")
    assert "Closed now" not in page("/help")


def test_a_shelter_keeps_its_address(load, page):
    load(SERVICE.replace("languages: [en, zh-Hant]", "confidential_address: true"))
    assert "Kept secret for the safety of those who live there" in page(f"/{KEY}")


def test_an_organisation_nobody_knows_is_not_found(client):
    assert client.get("/hk/organisation/nobody").status_code == 404


def test_an_empty_directory_says_so(page):
    assert "The directory is empty." in page("/help")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (["mo", "tu", "we", "th", "fr"], "Mon–Fri 09:00–17:00"),
        (["sa"], "Sat 09:00–17:00"),
        (["su", "mo"], "Mon, Sun 09:00–17:00"),
    ],
)
def test_days_that_follow_one_another_are_from_and_to(days, words):
    assert contact.opening({"days": days, "opens": "09:00", "closes": "17:00"}) == words


@pytest.mark.parametrize(
    ("number", "read"),
    [
        ("+85225118211", "+852 2511 8211"),
        ("+66841211609", "+66 84 121 1609"),
        ("+6621234567", "+66 2123 4567"),
        ("+639171234567", "+63 917 123 4567"),
        ("+12025550123", "+1 202 555 0123"),
        ("1300", "1300"),
        ("talk@example.org", "talk@example.org"),
    ],
)
def test_a_number_is_read_in_groups(number, read):
    assert contact.channel_text({"kind": "phone", "value": number}) == read
