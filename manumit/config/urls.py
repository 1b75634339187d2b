"""Every address of the site."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

urlpatterns: list[URLPattern | URLResolver] = [
    path("editorial", RedirectView.as_view(url="/editorial/")),
    path("account", RedirectView.as_view(url="/account/")),
    path("editorial/", include("manumit.editorial.urls")),
    path("account/", include("manumit.web.account.urls")),
    path("desk/", include("manumit.web.desk.urls")),
    path("", include("manumit.api.urls")),
    path("", include("manumit.feeds.urls")),
    path("", include("manumit.web.urls")),
]

handler400 = "manumit.web.failures.not_understood"
handler500 = "manumit.web.failures.failed"
