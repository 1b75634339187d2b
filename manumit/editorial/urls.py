"""The editors' addresses, below /editorial/."""

from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtail_admin

from manumit.editorial.media import kept_file

# Wagtail's own ways to sign in, set passwords and hand out rights would pass by the second factor
# and by the events of accounts: each leads to the house's.
urlpatterns: list[URLPattern | URLResolver] = [
    path("login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    re_path(r"^password_reset/", RedirectView.as_view(pattern_name="account_reset_password")),
    re_path(r"^(?:users|groups)/", RedirectView.as_view(pattern_name="account:people")),
    # Pages that only try out error pages.
    re_path(r"^(?:failwhale|test404)/", RedirectView.as_view(pattern_name="wagtailadmin_home")),
    # The order of Wagtail's pages, of which there are none here: of their root it asks a parent.
    re_path(r"^pages/\d+/set_position/$", RedirectView.as_view(pattern_name="wagtailadmin_home")),
    path("media/<path:path>", kept_file),
    path("", include(wagtail_admin)),
]
