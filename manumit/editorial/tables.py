"""Where depositaries' tables and our records differ, for editors: both sides, and what to do."""

from typing import Any, get_args
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from manumit.editorial.permitted import PermittedViewSet, require
from manumit.library import selectors as library
from manumit.library import services
from manumit.library.errors import LibraryError

_MAY = "library.change_instrument"
_A_PAGE = 50
_KINDS = {
    "missing": "missing in the record",
    "different": "told otherwise",
    "only_here": "in the record alone",
    "open": "unsure in the table",
    "unsaid": "statement without counterpart",
}


class TablesViewSet(PermittedViewSet):
    """What depositaries' tables and the records say otherwise, and one address a decision."""

    permission = _MAY
    name = "status_tables"
    url_prefix = "status-tables"
    icon = "table"
    menu_label = "Depositaries' tables"
    menu_order = 160
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        """The list, and what can be done with a line of it."""
        return [
            path("", show_differences, name="index"),
            path("take/", take, name="take"),
            path("dismiss/", dismiss, name="dismiss"),
            path("look-again/<int:pk>/", look_again, name="look_again"),
        ]


@require_GET
def show_differences(request: HttpRequest) -> HttpResponse:
    """Both sides of every difference, by instrument and kind; with ``seen`` what was dismissed."""
    require(request, _MAY)
    asked = {name: request.GET.get(name, "") for name in ("work", "kind", "seen")}
    reconciled = library.reconciliation([asked["work"]] if asked["work"] else None)
    found = list(library.differences(reconciled, kind=asked["kind"], seen=bool(asked["seen"])))
    context = {
        "page": Paginator(found, _A_PAGE).get_page(request.GET.get("p")),
        "asked": asked,
        "query": urlencode({name: value for name, value in asked.items() if value}),
        "kinds": {kind: _KINDS[kind] for kind in get_args(library.DifferenceKind)},
        "unreadable": [one for one in reconciled if one.unreadable],
        "works": library.instruments_with_tables(),
        "without": library.tables_without_record(),
    }
    return TemplateResponse(request, "editorial/status_tables.html", context)


@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Add the missing act to a draft of the record; nothing is published."""
    require(request, _MAY)
    done = "Taken into a draft of the record: publish it when you have looked at it."
    return _done(request, done, services.take_into_record)


@require_POST
def dismiss(request: HttpRequest) -> HttpResponse:
    """Keep that the record is right, and why."""
    require(request, _MAY)
    done = "Dismissed; it shows again when the table or the record changes."
    return _done(request, done, services.dismiss_difference, reason=request.POST.get("reason", ""))


@require_POST
def look_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a difference again that was dismissed."""
    require(request, _MAY)
    try:
        services.look_again(seen=pk, by=_who(request), at=timezone.now())
        messages.success(request, "It is among the differences again.")
    except LibraryError as error:
        messages.error(request, str(error))
    return _back(request)


def _done(request: HttpRequest, done: str, service: Any, **given: str) -> HttpResponse:
    key, fingerprint = request.POST.get("work", ""), request.POST.get("fingerprint", "")
    try:
        service(key=key, fingerprint=fingerprint, by=_who(request), at=timezone.now(), **given)
        messages.success(request, done)
    except LibraryError as error:
        messages.error(request, str(error))
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    """To the list as it was filtered."""
    names = ("asked_work", "asked_kind", "asked_seen")
    asked = {
        name.removeprefix("asked_"): request.POST[name] for name in names if request.POST.get(name)
    }
    return redirect(f"{reverse('status_tables:index')}?{urlencode(asked)}")


def _who(request: HttpRequest) -> Any:
    return request.user
