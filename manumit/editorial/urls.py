"""The editors' addresses, below /editorial/."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtail_admin

from manumit.editorial.media import kept_file


def _nothing_here(request: HttpRequest, page_id: int) -> HttpResponse:
    """Wagtail's pages, of which there are none here, have no order; of their root it asks a parent."""
    raise Http404


# Wagtail's own ways to sign in, set passwords and hand out rights would pass by the second factor
# and by the events of accounts: each leads to the house's.
urlpatterns: list[URLPattern | URLResolver] = [
    path("login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    re_path(r"^password_reset/", RedirectView.as_view(pattern_name="account_reset_password")),
    re_path(r"^(?:users|groups)/", RedirectView.as_view(pattern_name="account:people")),
    # Pages that only try out error pages.
    re_path(r"^(?:failwhale|test404)/", RedirectView.as_view(pattern_name="wagtailadmin_home")),
    path("pages/<int:page_id>/set_position/", _nothing_here),
    path("media/<path:path>", kept_file),
    path("", include(wagtail_admin)),
]
