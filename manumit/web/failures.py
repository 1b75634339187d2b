"""What somebody is shown where a request fails: in the frame of the room they are in, in their language."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

_DESK = "/desk/"
# Rooms from which somebody may have to leave quickly.
_WITH_EXIT = (_DESK, "/guide", "/help")
_NOT_ALLOWED = 405


def context(request: HttpRequest) -> dict[str, Any]:
    """For every template: ``frame``, the page that an error is shown in. The desk's has the quick exit."""
    in_desk = request.path_info.startswith(_DESK)
    return {"frame": "desk/base.html" if in_desk else "web/base.html"}


class NotAllowedMiddleware:
    """An address that only takes forms says so when it is opened by itself: Django's answer is empty."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != _NOT_ALLOWED or response.content:
            return response
        page = render(request, "405.html", status=_NOT_ALLOWED)
        page.headers["Allow"] = response.headers["Allow"]
        return page


def without_token(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the token that is in our own: nothing is changed.

    Whoever presses the quick exit is led away all the same; there is nothing left of them to shut when
    their cookies are gone, which is how an honest one comes here.
    """
    page = render(request, "403_csrf.html", status=403)
    if request.path_info == f"{_DESK}leave/":
        page.headers["Refresh"] = f"0; url={settings.MANUMIT_EXIT}"
    return page


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that makes no sense."""
    return _bare(request, "400.html", 400)


def failed(request: HttpRequest) -> HttpResponse:
    """A fault of ours: with the quick exit where there was one."""
    return _bare(request, "500.html", 500)


def _bare(request: HttpRequest, template: str, status: int) -> HttpResponse:
    leave = settings.MANUMIT_EXIT if request.path_info.startswith(_WITH_EXIT) else ""
    return HttpResponse(render_to_string(template, {"exit": leave}), status=status)
