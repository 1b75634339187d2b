"""Notes of colleagues on a record: on its form, on a page of their own, and all that are open."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.admin.panels import Panel

from manumit.directory import selectors as directory
from manumit.editorial.permitted import PermittedViewSet, require
from manumit.library import selectors as library
from manumit.library import services
from manumit.pages import selectors as pages

_MAY = "library.add_note"
_HOLD_RECORDS = (library, directory, pages)


class NoteForm(forms.Form):
    """One note."""

    text = forms.CharField(
        label="Note to colleagues",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Editors read it, nobody else; it is no part of the record. Name no client and no victim.",
    )


class NotesViewSet(PermittedViewSet):
    """The notes, in the editors' menu."""

    permission = _MAY
    name = "notes"
    url_prefix = "notes"
    icon = "comment"
    menu_label = "Notes"
    menu_order = 145
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        """Those that are open, one that is settled, those on a record."""
        return [
            path("", show_open, name="index"),
            path("settle/<int:pk>/", settle, name="settle"),
            path("<path:key>", show_of_record, name="of_record"),
        ]


class NotesPanel(Panel):
    """The open notes on the record whose form it stands in, with the way to write one."""

    class BoundPanel(Panel.BoundPanel):
        """The notes in one form."""

        template_name = "editorial/notes_panel.html"

        def is_shown(self) -> bool:
            """A record that was never kept has no notes."""
            return self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """The notes that nobody has settled."""
            notes = library.notes_on(self.instance.key)
            return {
                **super().get_context_data(parent_context),
                "key": self.instance.key,
                "notes": [note for note in notes if note.settled_at is None],
            }


@require_GET
def show_open(request: HttpRequest) -> HttpResponse:
    """Every note that nobody has settled."""
    require(request, _MAY)
    return TemplateResponse(request, "editorial/notes.html", {"notes": library.open_notes()})


@require_http_methods(["GET", "POST"])
def show_of_record(request: HttpRequest, key: str) -> HttpResponse:
    """The notes on one record, and one more."""
    require(request, _MAY)
    if not any(room.is_held(key) for room in _HOLD_RECORDS):
        raise Http404
    form = NoteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        text = form.cleaned_data["text"]
        services.write_note(key=key, text=text, by=request.user, at=timezone.now())
        messages.success(request, "Your colleagues read it here and in the form.")
        return redirect("notes:of_record", key)
    context = {"key": key, "notes": library.notes_on(key), "form": form}
    return TemplateResponse(request, "editorial/notes_of_record.html", context)


@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that what a note asks is done."""
    require(request, _MAY)
    try:
        key = services.settle_note(pk=pk, by=request.user, at=timezone.now())
    except ObjectDoesNotExist as error:
        raise Http404 from error
    return redirect("notes:of_record", key)
