"""Every address of the site."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("editorial/", include("manumit.editorial.urls")),
    path("", include("manumit.web.urls")),
]
