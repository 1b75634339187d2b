"""Reading the desk's pages as a browser shows them."""

import re
from html import unescape

from django.test import Client
from django.utils import timezone

from manumit.desk.types import Receipt
from tests.desk.centre import PASSWORD, Desk
from tests.staff import StaffClient

RECEIVED = re.compile(r'<li lang="en" translate="no">(\w+)</li>')


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    return unescape(found[1]) if found else ""


def send(client: Client, door: str, **fields: object):
    """Fill in a door's form, look, and send; the answer has the receipt."""
    address = f"/desk/{door}/"
    form = hidden(client.get(address).content.decode(), "form")
    looked = client.post(address, {**fields, "form": form, "act": "look"}).content.decode()
    word = hidden(looked, "looked")
    return client.post(address, {**fields, "form": form, "act": "send", "looked": word})


def receipt_on(answer) -> Receipt:
    return Receipt(tuple(RECEIVED.findall(answer.content.decode())))


def asker(text: str = "Is this trafficking?", **fields: object) -> tuple[Client, Receipt]:
    client = Client()
    return client, receipt_on(send(client, "question", text=text, **fields))


def at_the_desk(desk: Desk, name: str) -> Client:
    """Somebody of the desk who has signed in and opened their keys."""
    client = StaffClient()
    client.force_login(desk[name].member.account)
    assert client.post("/desk/staff/unlock/", {"password": PASSWORD}).status_code == 302
    return client


def today():
    return timezone.localdate()


def strip_tokens(answer) -> str:
    """A page without what is new in each."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
