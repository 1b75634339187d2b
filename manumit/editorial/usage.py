"""What rests on a record, seen before it is taken from readers, or a draft away."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from wagtail.snippets.views.snippets import DeleteView, UnpublishView, UsageView

from manumit.guide import selectors as guides
from manumit.library import selectors as library
from manumit.library.errors import WasPublished
from manumit.library.models import Work
from manumit.library.services import discard_record
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


class RecordDeleteView(DeleteView):
    """Shows what rests on a draft, and takes it away; what readers knew is withdrawn instead."""

    template_name = "editorial/delete.html"

    def get_usage(self) -> None:
        """Nothing: what Wagtail counts knows nothing of loaded works."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What is shown before anybody says yes."""
        self.usage_url = None
        context = {**super().get_context_data(**kwargs), **_uses(self.object)}
        withdraw = self.object.snippet_viewset.get_url_name("unpublish")
        return context | {
            "record": self.object,
            "withdraw_url": reverse(withdraw, args=[self.object.pk]),
        }

    def form_valid(self, form: Any) -> HttpResponse:
        """Take the draft away, or tell why it stays."""
        try:
            answer: HttpResponse = super().form_valid(form)
        except WasPublished as error:
            messages.error(self.request, str(error))
            return redirect(self.get_success_url())
        return answer

    def delete_action(self) -> None:
        """Take it away by the library's own hand: Wagtail's passes by the journal."""
        discard_record(record=self.object, by=self.request.user, at=timezone.now())


def _uses(record: Any) -> dict[str, Any]:
    """``uses`` by works, ``pages`` of the site, and ``guides`` by the words of their steps."""
    found: dict[str, Any] = {"uses": [], "guides": [], "pages": pages.leading_to(record.key)}
    if isinstance(record, Work):
        found |= {"uses": library.uses_of(record), "guides": guides.citing(record.key)}
    return found
