"""Forms on public pages, which set no cookie: how we know that a form is our own.

Nobody is signed in by a public page, so a forged request could do nothing that its forger could
not do openly. It is refused all the same: a form carries a token that we signed for it and for a day,
and the browser must not say that the request comes from another site (``docs/adr/0020``).
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.core import signing
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from manumit.web.failures import without_token
from manumit.web.uploads import InMemory

_DAY = 24 * 60 * 60
_FIELD = "form"
_View = Callable[..., HttpResponse]


def token_for(form: str) -> str:
    """A token for the form of that name; it goes into a hidden field called ``form``."""
    return signing.dumps(form, salt="manumit.web.form")


def own_form(form: str, *, most_bytes: int) -> Callable[[_View], _View]:
    """Let a view take what its own form sends, and refuse all else before it is read."""

    def decorate(view: _View) -> _View:
        @csrf_exempt
        @wraps(view)
        def guarded(request: HttpRequest, **parts: Any) -> HttpResponse:
            if request.method == "POST":
                request.upload_handlers = [InMemory(request)]
                _refuse_too_much(request, most_bytes)
                if not _is_our_own(request, form):
                    return without_token(request)
            response = view(request, **parts)
            response["Cache-Control"] = "no-store"
            return response

        return guarded

    return decorate


def _refuse_too_much(request: HttpRequest, most_bytes: int) -> None:
    if int(request.META.get("CONTENT_LENGTH") or 0) > most_bytes:
        raise RequestDataTooBig("What was sent is larger than this form takes.")


def _is_our_own(request: HttpRequest, form: str) -> bool:
    return _is_from_here(request) and _is_signed(request.POST.get(_FIELD, ""), form)


def _is_from_here(request: HttpRequest) -> bool:
    """What the browser says; one that says nothing is old, and has the token to show."""
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.get_host()


def _is_signed(token: str, form: str) -> bool:
    try:
        return bool(signing.loads(token, salt="manumit.web.form", max_age=_DAY) == form)
    except signing.BadSignature:
        return False
