"""What a person sees of their own account."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from manumit.accounts import selectors, services
from manumit.accounts.types import User


@require_GET
@login_required
def overview_page(request: HttpRequest) -> HttpResponse:
    """Who I am here, how I prove it, and where I am signed in."""
    person = _person(request)
    context = {
        "roles": selectors.roles_of(person),
        "is_staff": selectors.is_staff(person),
        "factors": selectors.second_factors(person),
        "sessions": selectors.sessions_of(person, at=timezone.now()),
        "may_enter": person.has_perm("wagtailadmin.access_admin"),
        "may_manage": person.has_perm("accounts.manage_people"),
    }
    return render(request, "account/overview.html", context)


@require_GET
@login_required
def second_factor_page(request: HttpRequest) -> HttpResponse:
    """Why staff need a second factor, and how to set one up."""
    return render(request, "account/second_factor.html")


@require_http_methods(["GET", "POST"])
@login_required
def sessions_page(request: HttpRequest) -> HttpResponse:
    """Where I am signed in; end one of them, or all others."""
    person, here = _person(request), request.session.session_key
    if request.method == "POST":
        name = request.POST.get("session")
        ended = services.end_sessions(person=person, but=here, name=name)
        messages.success(request, f"Ended: {ended}.")
        return redirect("account:sessions")
    sessions = selectors.sessions_of(person, at=timezone.now())
    return render(request, "account/sessions.html", {"sessions": sessions, "here": here})


def _person(request: HttpRequest) -> User:
    return cast(User, request.user)
