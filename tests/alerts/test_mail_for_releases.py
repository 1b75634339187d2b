"""A mail for a new release: asked for, confirmed by its owner, ended with one click."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.utils import timezone

from manumit.alerts.models import Subscription
from manumit.alerts.services import send_due
from manumit.library.models import Publication

pytestmark = pytest.mark.django_db
SITE = "https://centre.example"
ADDRESS = "Ada@example.org"


@pytest.fixture(autouse=True)
def fresh():
    cache.clear()


def fill_in(client, address=ADDRESS):
    page = client.get("/releases/mail").content.decode()
    token = re.search(r'name="form" value="([^"]+)"', page)[1]
    return client.post("/releases/mail", {"form": token, "email": address})


def link():
    return re.search(r"http://\S+(/releases/\S+)", mail.outbox[-1].body)[1]


@pytest.fixture
def subscribed(client):
    fill_in(client)
    client.post(link())
    mail.outbox.clear()
    return Subscription.objects.get()


def release(name, at, **given):
    given = {"live": True, "release": True, "first_published_at": at} | given
    return Publication.objects.create(
        key=f"hk/publication/centre/{name}", title=f"Release {name}", publication_type="report",
        publisher="The Centre", sources=[{"publisher": "A", "for": ["title"], "on": "2026-11-01"}],
        **given,
    )  # fmt: skip


def test_nothing_is_kept_until_the_owner_of_the_address_presses_the_button(client):
    assert "Look into your mail" in fill_in(client).content.decode()
    assert mail.outbox[-1].to == [ADDRESS]
    assert "Yes, send me mail" in client.get(link()).content.decode()
    assert not Subscription.objects.exists()
    for _ in range(2):
        assert "Confirmed." in client.post(link()).content.decode()
    row = Subscription.objects.get()
    assert row.address == ADDRESS
    with connection.cursor() as cursor:
        cursor.execute("SELECT address, fingerprint FROM alerts_subscription")
        assert b"ada" not in b"".join(bytes(str(one), "utf-8") for one in cursor.fetchone()).lower()


def test_nobody_is_flooded_by_somebody_who_types_their_address(client, settings):
    for _ in range(3):
        assert "Look into your mail" in fill_in(client).content.decode()
    assert len(mail.outbox) == 1
    settings.MANUMIT_FORWARDED_AN_HOUR = 2
    assert fill_in(client, "bo@example.org").status_code == 200
    assert fill_in(client, "cy@example.org").status_code == 429


def test_a_form_of_another_site_and_no_address_are_refused(client):
    assert client.post("/releases/mail", {"email": ADDRESS}).status_code == 403
    assert fill_in(client, "no address").status_code == 422
    assert client.post("/releases/confirm/made-up").status_code == 404
    assert client.post("/releases/leave/made-up").status_code == 404
    assert not mail.outbox


def test_a_release_is_sent_once_with_a_way_to_end_and_nothing_that_counts(subscribed):
    now = timezone.now() + timedelta(minutes=5)
    release("one", now)
    release("theirs", now, release=False)
    release("hidden", now, live=False)
    release("old", subscribed.sent_until - timedelta(days=1))
    assert send_due(at=now, site=SITE) == 1
    assert send_due(at=now + timedelta(hours=1), site=SITE) == 0
    (sent,) = mail.outbox
    assert sent.subject == "New from the Centre: Release one"
    assert re.findall(r"Release (\w+)", sent.body) == ["one"]
    assert f"{SITE}/hk/publication/centre/one\n" in sent.body
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "?" not in sent.body


def test_one_click_ends_it_and_forgets_the_address(client, subscribed):
    now = timezone.now() + timedelta(minutes=5)
    release("one", now)
    send_due(at=now, site=SITE)
    address = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>").removeprefix(SITE)
    assert client.get(address).status_code == 200
    assert Subscription.objects.exists()
    answer = client.post(address, {"List-Unsubscribe": "One-Click"})
    assert "no longer kept" in answer.content.decode()
    assert not answer.cookies
    assert not Subscription.objects.exists()


def test_a_mail_that_the_server_does_not_take_is_sent_the_next_time(subscribed, monkeypatch):
    now = timezone.now() + timedelta(minutes=5)
    release("one", now)

    def refuse(*_: object) -> None:
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMessage.send", refuse)
        assert send_due(at=now, site=SITE) == 0
    assert send_due(at=now, site=SITE) == 1
