"""Every address of the site, with something in place of what is variable in it."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

_VARIABLE = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")
_GROUP = re.compile(r"\(\?P<(?P<name>\w+)>(?P<kind>[^)]*)\)")
_SAMPLES = {
    "key": "hk/law/cap-200",
    "address": "hk/law/cap-200/sec_129",
    "app_label": "library",
    "app_name": "library",
    "content_type_app_name": "library",
    "model_name": "judgment",
    "content_type_model_name": "judgment",
    "action": "delete",
    "scheme": "means",
    "code": "hk",
    "language_code": "en",
}
# Routes that are written as regular expressions, and an address of each.
_EXPRESSIONS = {
    r"^(?:users|groups)/": "users/",
    r"^password_reset/": "password_reset/",
    r"^(?:failwhale|test404)/": "failwhale/",
    r"^confirm-email/(?P<key>[-:\w]+)/$": "confirm-email/MTpx/",
    r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": "password/reset/key/1-x/",
    r"^.*/$": "nothing-here/",
}
_ASKED_AGAIN = ("/account/reauthenticate/", "/account/second-factors/reauth")
_FIRST_FACTOR = "/account/second-factor"  # where staff without one are led


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
    if route in _EXPRESSIONS:
        return _EXPRESSIONS[route]

    def instead(found: re.Match[str]) -> str:
        kind, name = found["kind"] or "", found["name"]
        if kind != "int" and r"\d" not in kind and "pk" not in name and "id" not in name:
            return _SAMPLES.get(name, "x")
        return str(next((pk for of, pk in ids.items() if f"/{of}/" in before + route), 1))

    if isinstance(pattern.pattern, RoutePattern):
        return _VARIABLE.sub(instead, route)
    plain = _GROUP.sub(instead, route).removeprefix("^").removesuffix("$").replace("\\", "")
    assert re.fullmatch(r"[\w./-]*", plain), f"say in _EXPRESSIONS what {route} stands for"
    return plain


def outcome(client: Client, method: str, address: str) -> str:
    """``open``, ``shut`` or ``nothing``: there is none such, or not by this method."""
    answer = client.generic(method, address)
    assert answer.status_code < 500, f"{method} {address}: {answer.status_code}"
    if answer.status_code in {400, 404, 405, 410}:
        return "nothing"
    led = urlsplit(answer.headers.get("Location", "")).path
    if address.startswith("/account/") and led.startswith(_ASKED_AGAIN):
        return "nothing"
    if answer.status_code == 403 or _led_away(address, led) or _led_home(client, led):
        return "shut"
    return "open"


def _led_away(address: str, led: str) -> bool:
    """To prove something first; from a house of staff to any page of accounts, or its way there."""
    if address.startswith(("/editorial/", "/desk/staff/")):
        return led.startswith(("/account/", "/editorial/login/"))
    return led.startswith("/account/login/") or (
        led.startswith(_FIRST_FACTOR) and address.startswith("/account/people/")
    )


def _led_home(client: Client, led: str) -> bool:
    """Wagtail leads home with a message where a permission is missing."""
    if led != "/editorial/":
        return False
    home = client.get(led)
    return home.status_code != 200 or "do not have permission" in home.content.decode()
