"""What rests on text that changed since: for editors to look at again."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.decorators.http import require_GET

from manumit.editorial.permitted import PermittedViewSet, require
from manumit.library import selectors as library

_MAY = "library.change_judgment"
_A_PAGE = 50


class StaleViewSet(PermittedViewSet):
    """Findings and gists to look at again."""

    permission = _MAY
    name = "stale"
    url_prefix = "stale"
    icon = "warning"
    menu_label = "To look at again"
    menu_order = 155
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        """The list."""
        return [path("", show_stale, name="index")]


@require_GET
def show_stale(request: HttpRequest) -> HttpResponse:
    """Each finding and gist, what became of its provision and since when."""
    require(request, _MAY)
    found = library.stale(timezone.localdate())
    page = Paginator(found, _A_PAGE).get_page(request.GET.get("p"))
    return TemplateResponse(request, "editorial/stale.html", {"page": page})


def stale_count() -> int:
    """How many there are today."""
    return len(library.stale(timezone.localdate()))
