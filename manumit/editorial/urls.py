"""The editors' addresses, below /editorial/."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail.admin import urls as wagtail_admin

urlpatterns: list[URLPattern | URLResolver] = [path("", include(wagtail_admin))]
