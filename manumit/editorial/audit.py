"""The journal for those who answer for it: who did what, when and why, before and after."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET

from manumit.editorial.permitted import PermittedViewSet, require
from manumit.journal import selectors as journal

_MAY = "journal.view_entry"
_A_PAGE = 50


class AuditViewSet(PermittedViewSet):
    """Every entry of the journal, newest first, to be narrowed by key and action."""

    permission = _MAY
    name = "journal"
    url_prefix = "journal"
    icon = "history"
    menu_label = "Journal"
    menu_order = 170
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        """The list, and the check of the whole chain."""
        return [path("", show_entries, name="index"), path("check/", check_chain, name="check")]


@require_GET
def show_entries(request: HttpRequest) -> HttpResponse:
    """The entries about the things whose key begins as asked, a page at a time."""
    require(request, _MAY)
    asked = {name: request.GET.get(name, "").strip() for name in ("key", "action")}
    rows = journal.entries(
        actions=[asked["action"]] if asked["action"] else (), beginning=asked["key"]
    )
    page = Paginator(rows, _A_PAGE).get_page(request.GET.get("p"))
    context = {
        "page": page,
        "rows": journal.told(page),
        "asked": asked,
        "actions": journal.actions(),
    }
    return TemplateResponse(request, "editorial/journal.html", context)


@require_GET
def check_chain(request: HttpRequest) -> HttpResponse:
    """Read the chain from its first entry and say whether it holds."""
    require(request, _MAY)
    context = {"check": journal.check_chain()}
    return TemplateResponse(request, "editorial/journal_check.html", context)
