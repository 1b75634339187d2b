"""Pages of staff: who is not signed in, not staff, or without second factor reaches none of them."""

from collections.abc import Callable

from allauth.account.adapter import get_adapter
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from manumit.accounts.selectors import has_proved, is_staff, second_factors
from manumit.accounts.types import User


class StaffGateMiddleware:
    """Stands before every page of staff, Wagtail's included, whatever the page itself asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(tuple(settings.MANUMIT_STAFF_PAGES)):
            return self.get_response(request)
        place = _where_first(request)
        return _led_to(place, request) if place else self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Ask for a fresh proof, and for the form again afterwards.

        allauth would keep what was sent in the session, with the address that it came from.
        """
        if not isinstance(error, ReauthenticationRequired):
            return None
        if request.user.is_anonymous:
            return _led_to(reverse("account_login"), request)
        return _led_to(get_adapter().get_reauthentication_methods(request.user)[0]["url"], request)


def _where_first(request: HttpRequest) -> str | None:
    """The page that must come before a page of staff; None where it may open."""
    person = request.user
    if not isinstance(person, User):
        return reverse("account_login")
    if not is_staff(person):
        raise PermissionDenied
    factor = second_factors(person).order_by("type").first()
    if factor is None:
        return reverse("account:second-factor")
    if has_proved(request):
        return None
    by_code = factor.type == factor.Type.TOTP
    return reverse("mfa_reauthenticate" if by_code else "mfa_reauthenticate_webauthn")


def _led_to(place: str, request: HttpRequest) -> HttpResponse:
    """There first, then back: to where a page can be asked for again."""
    back = request.get_full_path() if request.method == "GET" else request.path
    return HttpResponseRedirect(f"{place}?{urlencode({'next': back})}")
