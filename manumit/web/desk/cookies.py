"""The second cookie: the only key to the keys in a session."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from manumit.desk import services
from manumit.desk.errors import NotThere
from manumit.desk.types import Holder

# The prefix makes browsers refuse it without HTTPS or from another host; at home there is no HTTPS.
_NAME = "__Host-desk" if settings.HTTPS else "desk"


def begin(
    request: HttpRequest, response: HttpResponse, holder: Holder, at: datetime
) -> HttpResponse:
    """Open a session for somebody who has just shown who they are, instead of any other."""
    # Deleting the cookie here too would leave the new one with the old one's end.
    services.end_session(cookie=request.COOKIES.get(_NAME, ""))
    cookie = services.start_session(holder=holder, account_session=_account(holder, request), at=at)
    response.set_cookie(
        _NAME, cookie, path="/", secure=settings.HTTPS, httponly=True, samesite="Strict"
    )
    return response


def end(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Shut the session, if there is one."""
    services.end_session(cookie=request.COOKIES.get(_NAME, ""))
    response.delete_cookie(_NAME, path="/", samesite="Strict")
    return response


def asker(request: HttpRequest, at: datetime) -> Holder | None:
    """The asker who is here; None where nobody is."""
    holder = _resumed(request, "", at)
    return holder if holder and holder.consultation else None


def member(request: HttpRequest, at: datetime) -> Holder | None:
    """The member who is signed in here and has opened their keys in this browser."""
    holder = _resumed(request, request.session.session_key or "", at)
    if holder is None or holder.member is None or holder.member.account_id != request.user.pk:
        return None
    return holder


def prove_anew(request: HttpRequest, password: str, at: datetime) -> Holder:
    """The member who is here shows once more that it is they. Raises as the desk's service."""
    return services.prove_anew(
        cookie=request.COOKIES.get(_NAME, ""),
        account_session=request.session.session_key or "",
        password=password,
        at=at,
    )


def _account(holder: Holder, request: HttpRequest) -> str:
    return (request.session.session_key or "") if holder.member else ""


def _resumed(request: HttpRequest, account_session: str, at: datetime) -> Holder | None:
    cookie = request.COOKIES.get(_NAME)
    if not cookie:
        return None
    try:
        return services.resume(cookie=cookie, account_session=account_session, at=at)
    except NotThere:
        return None
