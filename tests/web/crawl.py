"""Every address of the site, with something in place of what is variable in it."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

_VARIABLE = re.compile(r"<(?:(\w+):)?(\w+)>")
_SAMPLES = {
    "key": "hk/law/cap-200",
    "address": "hk/law/cap-200/sec_129",
    "app_label": "library",
    "app_name": "library",
    "content_type_app_name": "library",
    "model_name": "judgment",
    "content_type_model_name": "judgment",
    "action": "delete",
    "code": "hk",
    "language_code": "en",
}
# Routes that are written as regular expressions, and an address of each.
_EXPRESSIONS = {
    r"^(?:users|groups)/": "users/",
    r"^password_reset/": "password_reset/",
    r"^confirm-email/(?P<key>[-:\w]+)/$": "confirm-email/MTpx/",
    r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": "password/reset/key/1-x/",
    r"^.*/$": "nothing-here/",
}
_LED_AWAY = ("/account/login/", "/account/second-factor", "/account/reauthenticate/")


def addresses(ids: dict[str, int]) -> list[str]:
    """All of them, in order; ``ids`` are of things there are, by the name of their kind."""
    return sorted({f"/{route}" for route in _below(get_resolver(), ids)})


def _below(resolver: URLResolver, ids: dict[str, int], before: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        route = before + _sample(pattern, before, ids)
        if isinstance(pattern, URLResolver):
            yield from _below(pattern, ids, route)
        else:
            yield route


def _sample(pattern: URLPattern | URLResolver, before: str, ids: dict[str, int]) -> str:
    route = str(pattern.pattern)
    if not isinstance(pattern.pattern, RoutePattern):
        literal = route.removeprefix("^").removesuffix("$")
        return literal if re.fullmatch(r"[\w/-]*", literal) else _EXPRESSIONS[route]

    def instead(found: re.Match[str]) -> str:
        converter, name = found.groups()
        number = next((pk for kind, pk in ids.items() if f"/{kind}/" in before + route), 1)
        return str(number) if converter == "int" or "pk" in name or "id" in name else _SAMPLES.get(name, "x")

    return _VARIABLE.sub(instead, route)


def outcome(client: Client, method: str, address: str) -> str:
    """``open``, ``shut`` or ``nothing``: there is none such, or not by this method."""
    return judged(client.generic(method, address), client)


def judged(answer: HttpResponse, client: Client) -> str:
    if answer.status_code in {400, 404, 405, 410}:
        return "nothing"
    if answer.status_code == 403:
        return "shut"
    led = urlsplit(answer.headers.get("Location", "")).path
    if led.startswith(_LED_AWAY) or _was_denied(answer, led, client):
        return "shut"
    assert answer.status_code < 500, answer.status_code
    return "open"


def _was_denied(answer: HttpResponse, led: str, client: Client) -> bool:
    """Wagtail leads home with a message where a permission is missing."""
    if led != "/editorial/":
        return False
    return "do not have permission" in client.get(led).content.decode()
