"""The addresses of the API."""

from django.urls import path
from drf_spectacular.views import SpectacularAPIView

from manumit.api import hsds, positions

app_name = "api"

urlpatterns = [
    path("api/schema", SpectacularAPIView.as_view(), name="schema"),
    path("api/positions/<slug:territory>", positions.of_territory, name="positions"),
    path("api/positions/<slug:territory>/<path:instrument>", positions.one, name="position"),
    path("api/hsds", hsds.about, name="hsds"),
    path("api/hsds/services", hsds.services, name="hsds-services"),
    path("api/hsds/services/<uuid:number>", hsds.service, name="hsds-service"),
    path("api/hsds/organizations", hsds.organisations, name="hsds-organizations"),
    path("api/hsds/organizations/<uuid:number>", hsds.organisation, name="hsds-organization"),
    path("api/states/<path:instrument>", positions.across, name="states"),
]
