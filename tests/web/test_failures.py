"""What somebody is shown where a request fails: in their language, and how to go on."""

import pytest
from django.core.exceptions import SuspiciousOperation
from django.test import Client

from manumit.web.views import directory, learn

pytestmark = pytest.mark.django_db
WORDS = {"": "The fault is ours", "/lang/th": "เป็นความผิดของเรา", "/lang/zh-Hant": "是我們的問題"}


def failing(monkeypatch, error: Exception) -> Client:
    """A browser, and a centre of which the page *about* ends in an error."""

    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(learn, "render", fails)
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("prefix", WORDS)
def test_a_fault_of_ours_is_told_in_the_readers_language(monkeypatch, prefix):
    answer = failing(monkeypatch, ValueError("canary")).get(f"{prefix}/about")
    shown = answer.content.decode()
    assert answer.status_code == 500
    assert WORDS[prefix] in shown
    assert f'lang="{prefix.removeprefix("/lang/") or "en"}"' in shown
    assert f'href="{prefix}/help"' in shown
    assert "manumit.css" in shown
    assert "canary" not in shown


def test_a_fault_takes_nobody_the_way_out(monkeypatch, settings):
    monkeypatch.setattr(directory, "render", None)
    shown = Client(raise_request_exception=False).get("/help").content.decode()
    assert "The fault is ours" in shown
    assert f'href="{settings.MANUMIT_EXIT}"' in shown


def test_a_request_without_sense_is_told_in_the_readers_language(monkeypatch):
    answer = failing(monkeypatch, SuspiciousOperation("canary")).get("/lang/th/about")
    assert answer.status_code == 400
    assert "ไม่สามารถเข้าใจคำขอนี้ได้" in answer.content.decode()


@pytest.mark.parametrize(
    "address", ["/forward/follow", "/desk/leave/", "/desk/question/from-guide/"]
)
def test_an_address_that_only_takes_forms_says_so(client, address):
    answer = client.get(address)
    assert answer.status_code == 405
    assert answer.headers["Allow"]
    assert "opens by a button on another page" in answer.content.decode()


def test_a_form_that_waited_too_long_is_not_told_as_a_matter_of_roles(client):
    answer = client.post("/forward", {"form": "of yesterday"})
    assert answer.status_code == 403
    assert "The form was too old" in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("/desk", "/desk/"), ("/lang/th/desk", "/lang/th/desk/"), ("/account", "/account/")],
)
def test_an_address_typed_without_its_last_stroke_is_found(client, typed, meant):
    assert client.get(typed).headers["Location"] == meant
