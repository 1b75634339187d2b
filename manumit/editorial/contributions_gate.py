"""When something stands before publication, the editor is told what, wherever they pressed Publish."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from manumit.library.errors import NotToBePublished


class PublicationGateMiddleware:
    """A refused publication is a page that says why; nothing was published, nothing half done."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> Any:
        """The page for a refusal; None for all else."""
        if not isinstance(error, NotToBePublished):
            return None
        where = reverse("contributions:persons", kwargs={"key": error.key})
        context = {"said": str(error), "where": where}
        page = TemplateResponse(
            request, "editorial/contributions_refused.html", context, status=409
        )
        return page.render()
