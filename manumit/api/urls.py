"""The addresses of the API."""

from django.urls import path
from drf_spectacular.views import SpectacularAPIView

from manumit.api import positions

app_name = "api"

urlpatterns = [
    path("api/schema", SpectacularAPIView.as_view(), name="schema"),
    path("api/positions/<slug:territory>", positions.of_territory, name="positions"),
    path("api/positions/<slug:territory>/<path:instrument>", positions.one, name="position"),
    path("api/states/<path:instrument>", positions.across, name="states"),
]
