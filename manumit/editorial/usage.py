"""What rests on a work, seen before it is taken from readers."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail.snippets.views.snippets import UnpublishView, UsageView

from manumit.guide import selectors as guides
from manumit.library import selectors as library
from manumit.library.models import Work
from manumit.pages import selectors as pages


class RecordUsageView(UsageView):
    """Every work, every page of the site and every step of a guide that leads to this one."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The list. Wagtail's own knows of no citation, and not of what was loaded."""
        record = self.object
        context = {"work": record, "edit_url": self.get_edit_url(record), **_uses(record)}
        return TemplateResponse(request, "editorial/usage.html", context)


class RecordUnpublishView(UnpublishView):
    """Asks why, shows what rests on it, and tells the journal."""

    template_name = "editorial/withdraw.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What is shown before anybody says yes."""
        context = {**super().get_context_data(**kwargs), **_uses(self.object)}
        return context | {"usage_url": None}  # what Wagtail counts knows nothing of loaded works

    def unpublish(self) -> None:
        """Take it from readers by the record's own hand: Wagtail's passes by the journal."""
        why = self.request.POST.get("why", "").strip()[:300]
        self.object.unpublish(user=self.request.user, why=why)


def _uses(record: Any) -> dict[str, Any]:
    """``uses`` by works, ``pages`` of the site, and ``guides`` by the words of their steps."""
    found: dict[str, Any] = {"uses": [], "guides": [], "pages": pages.leading_to(record.key)}
    if isinstance(record, Work):
        found |= {"uses": library.uses_of(record), "guides": guides.citing(record.key)}
    return found
