"""Who may do what here, for administrators: roles are granted and taken, factors reset."""

from collections.abc import Callable
from typing import TypeVar, cast

from allauth.account.decorators import reauthentication_required
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from manumit.accounts import selectors, services
from manumit.accounts.errors import AccountsError
from manumit.accounts.types import Role, User

_View = TypeVar("_View", bound=Callable[..., HttpResponse])
_may_manage = permission_required("accounts.manage_people", raise_exception=True)
_freshly_proved: Callable[[_View], _View] = reauthentication_required  # allauth has no types
_A_PAGE = 100


class ChangeForm(forms.Form):
    """One change to a person."""

    act = forms.ChoiceField(choices=[(name, name) for name in ("grant", "take", "reset")])
    role = forms.ChoiceField(choices=[(role, role) for role in Role], required=False)
    reason = forms.CharField(required=False, max_length=500)


@require_GET
@_may_manage
def people_page(request: HttpRequest) -> HttpResponse:
    """Everybody with an account, and what they are here for."""
    asked = request.GET.get("q", "").strip()
    found = selectors.people().filter(email__icontains=asked)
    page = Paginator(found, _A_PAGE).get_page(request.GET.get("p"))
    rows = [(one, selectors.roles_of(one)) for one in page]
    return render(request, "account/people.html", {"page": page, "rows": rows, "asked": asked})


@require_http_methods(["GET", "POST"])
@_may_manage
@_freshly_proved
def person_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: roles, second factors and what was done to the account, by whom."""
    person = get_object_or_404(User, pk=pk)
    if request.method == "POST":
        _change(request, person)
        return redirect("account:person", pk)
    held = selectors.roles_of(person)
    context = {
        "person": person,
        "held": held,
        "others": [role for role in Role if role not in held],
        "factors": selectors.second_factors(person),
        "events": selectors.events_of(person),
    }
    return render(request, "account/person.html", context)


def _change(request: HttpRequest, person: User) -> None:
    """Make the change that was sent; what is wrong with it is told on the next page."""
    form = ChangeForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Say which role, and what to do with it.")
        return
    try:
        _made(request, person, form.cleaned_data)
        messages.success(request, f"Done. {person.email} has to sign in again.")
    except AccountsError as error:
        messages.error(request, f"Not done: {error}.")


def _made(request: HttpRequest, person: User, asked: dict[str, str]) -> None:
    by, at = cast(User, request.user), timezone.now()
    if asked["act"] == "reset":
        services.reset_second_factor(person=person, reason=asked["reason"], by=by, at=at)
    elif not asked["role"]:
        raise AccountsError("no role was named")
    else:
        change = services.grant_role if asked["act"] == "grant" else services.take_role
        change(person=person, role=Role(asked["role"]), by=by, at=at)
