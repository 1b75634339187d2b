"""Whether signing in, signing up or a forgotten password gives away by time who has an account. Not a test.

In a home of its own, which is filled with invented people; the server believes where visitors say they come from, so
that guessing is not slowed::

    MANUMIT_HOME=/tmp/measured MANUMIT_PROXIES=1 python -m manumit serve --port 8204
    MANUMIT_HOME=/tmp/measured python -m tests.accounts.measure http://127.0.0.1:8204

Asked in pairs and told as ``tests/desk/measure.py`` has it; two addresses of nobody show how much such a figure
means nothing. ``docs/threat-model.md`` has the figures.
"""

import argparse
import random
import re
import secrets
from collections.abc import Callable, Iterator
from urllib.parse import urlencode, urlsplit

import click
from django.utils import timezone

from tests.desk.measure import Server, compared  # isort: skip -- sets Django up
from manumit.accounts.services import add_person

Ask = Callable[[], bytes]
PASSWORD = "seven quiet lanterns burn"
FORMS = {
    "signing in": ("/account/login/", "login", {"password": PASSWORD}),
    "signing up": ("/account/signup/", "email", {"password1": PASSWORD}),
    "forgotten": ("/account/password/reset/", "email", {}),
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Whether time tells who has an account.")
    parser.add_argument("address")
    parser.add_argument("--times", type=int, default=150, help="requests of each of two")
    asked = parser.parse_args()
    place = urlsplit(asked.address)
    server = Server(place.hostname or "", place.port or 80)
    for name, form in FORMS.items():
        of_somebody = asker(server, form, iter(people(asked.times + 1)))
        of_nobody = asker(server, form, nobody())
        click.echo(f"{name}: {compared(of_somebody, of_nobody, asked.times)}")
    both = [asker(server, FORMS["signing in"], nobody()) for _ in range(2)]
    click.echo(f"two of nobody: {compared(*both, asked.times)}")


def people(count: int) -> list[str]:
    """Addresses with an account, each to be used once: what is tried too often at one is refused early."""
    made = [f"{secrets.token_hex(8)}@example.org" for _ in range(count)]
    for email in made:
        add_person(email=email, roles=[], by=None, at=timezone.now())
    return made


def nobody() -> Iterator[str]:
    """Addresses without."""
    while True:
        yield f"{secrets.token_hex(8)}@example.org"


def asker(server: Server, form: tuple[str, str, dict[str, str]], addresses: Iterator[str]) -> Ask:
    """Sends the form with one address after another, each as from another place."""
    path, field, fields = form
    line = server.connected()
    line.request("GET", path)
    page = line.getresponse()
    cookies = (page.getheader("Set-Cookie") or "").partition(";")[0].strip()
    token = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)"', page.read())
    fields = fields | {"csrfmiddlewaretoken": token[1].decode() if token else ""}

    def ask() -> bytes:
        body = urlencode(fields | {field: next(addresses)}).encode()
        seen = ".".join(str(random.randrange(1, 250)) for _ in range(4))
        headers = {
            "Cookie": cookies,
            "Origin": f"http://{server.host}:{server.port}",
            "X-Forwarded-For": seen,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        line = server.connected()
        line.request("POST", path, body, headers)
        answer = line.getresponse()
        if answer.status not in {200, 302}:
            raise SystemExit(f"{path} answered {answer.status}")
        return answer.read()

    return ask


if __name__ == "__main__":
    main()
