"""Help: who can be called, in which jurisdiction, and how we know that the number is right."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from manumit.directory import selectors as directory
from manumit.directory.errors import OrganisationNotFound
from manumit.web.names import facet_value_name

# What cannot wait stands first.
_FIRST = ("emergency", "helpline", "crisis-centre", "police")


def help_page(request: HttpRequest) -> HttpResponse:
    """The services of one jurisdiction (``in=th``): what is urgent, or one type (``for=health``)."""
    places = directory.systems_with_services()
    held = [place["system"] for place in places]
    home = [code for code in settings.MANUMIT_HOME_JURISDICTIONS if code in held]
    code = request.GET.get("in") or next(iter(home + held), "")
    if code and code not in held:
        raise Http404(f"The directory has nobody in {code}.")
    now = timezone.now()
    groups, wanted = _by_type(directory.services_in(code)), request.GET.get("for", "")
    context = {
        "place": code,
        "places": sorted(places, key=lambda row: _place(row["system"], home)),
        "types": [(name, len(services)) for name, services in groups],
        "wanted": wanted,
        "groups": [
            pair for pair in groups if pair[0] == wanted or (not wanted and _urgent(pair[0]))
        ],
        "today": timezone.localdate(),
        "now": now,
        "here": directory.local_time(code, now) if code else None,
        "exit": settings.MANUMIT_EXIT,
    }
    return render(request, "web/help.html", context)


def organisation_page(request: HttpRequest, key: str) -> HttpResponse:
    """One organisation: what it does, each of its services, and how we know."""
    try:
        found = directory.organisation(key)
    except OrganisationNotFound as error:
        raise Http404(str(error)) from error
    context = {"work": found, "today": timezone.localdate()}
    return render(request, "web/organisation.html", context)


def _place(code: str, home: list[str]) -> tuple[int, str]:
    rank = home.index(code) if code in home else len(home)
    return rank, facet_value_name("jurisdiction", code)


def _by_type(services: Any) -> list[tuple[str, list[Any]]]:
    groups: dict[str, list[Any]] = {}
    for service in services:
        groups.setdefault(service.service_type, []).append(service)
    return sorted(groups.items(), key=lambda pair: (_rank(pair[0]), -len(pair[1])))


def _urgent(service_type: str) -> bool:
    return service_type in _FIRST


def _rank(service_type: str) -> int:
    return _FIRST.index(service_type) if service_type in _FIRST else len(_FIRST)
