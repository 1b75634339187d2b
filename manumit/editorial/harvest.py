"""What came by itself, for editors: the queue, the runs with their reasons, the sources."""

from typing import Any, ClassVar

from django.contrib import messages
from django.db.models import Field, JSONField, URLField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views.generic import InspectView
from wagtail.admin.viewsets.base import ViewSet, ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from manumit.editorial.permitted import require
from manumit.editorial.yamlfield import YamlField
from manumit.harvest import selectors, services
from manumit.harvest.errors import HarvestError
from manumit.harvest.types import Fetched, Run, Source
from manumit.library.errors import LibraryError
from manumit.library.models import Work

_MOST = 50  # of the newest that the queue shows at once


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Rows that the program writes and people read."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whoever may see them may see them; nobody adds, changes or deletes one by hand."""
        return action == "view" and bool(super().user_has_permission(user, "view"))


class SourceForm(WagtailAdminModelForm):
    """A source; its settings are written as in a file of sources."""

    class Meta:
        @staticmethod
        def formfield_callback(field: Field[Any, Any], **options: Any) -> Any:
            """Settings as YAML, for each kind has its own; all else as Django would."""
            if isinstance(field, JSONField):
                return YamlField(empty=field.get_default(), label=str(field.verbose_name).title())
            if isinstance(field, URLField):
                options["assume_scheme"] = "https"
            return field.formfield(**options)


class RunInspectView(InspectView):
    """One run: every reason on a line of its own, and who or what began it."""

    def get_reasons_display_value(self) -> str:
        """What failed and why."""
        return _lines(self.object.reasons)

    def get_to_look_at_display_value(self) -> str:
        """What an editor has to check."""
        return _lines(self.object.to_look_at)

    def get_by_display_value(self) -> str:
        """Who began it; nobody where it was due."""
        return str(self.object.by or "the program, when it was due")

    def get_broken_off_display_value(self) -> str:
        """Why it ended before the source did."""
        return str(self.object.broken_off or "no, it went through")


class RunViewSet(ModelViewSet):
    """The runs, the newest first: what each counted, what failed and why."""

    model = Run
    icon = "history"
    menu_label = "Runs"
    url_prefix = "harvest/runs"
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = RunInspectView
    ordering: ClassVar[list[str]] = ["-started_at"]
    list_display: ClassVar[list[str]] = [
        "__str__", "fetched", "new", "changed", "unchanged", "failed", "broken_off",
    ]  # fmt: skip
    list_filter: ClassVar[list[str]] = ["source"]
    inspect_view_fields: ClassVar[list[str]] = [
        "source", "started_at", "ended_at", "by", "fetched", "new", "changed", "unchanged", "failed",
        "reasons", "to_look_at", "broken_off",
    ]  # fmt: skip
    exclude_form_fields: ClassVar[list[str]] = []


class SourceViewSet(ModelViewSet):
    """The sources: where they are, how often and as what their things arrive."""

    model = Source
    icon = "download"
    menu_label = "Sources"
    url_prefix = "harvest/sources"
    add_to_reference_index = False
    list_display: ClassVar[list[str]] = ["title", "name", "kind", "trust", "enabled"]
    form_fields: ClassVar[list[str]] = [
        "name", "title", "kind", "address", "settings", "trust", "every_hours", "enabled",
        "permission",
    ]  # fmt: skip

    def get_form_class(self, for_update: bool = False) -> Any:  # noqa: FBT001, FBT002 -- Wagtail's
        """The form with settings as YAML."""

        class Form(SourceForm):
            class Meta(SourceForm.Meta):
                model = Source
                fields = self.form_fields

        return Form


class QueueViewSet(ViewSet):
    """What an editor has to decide: what would change what readers see, and the new drafts."""

    name = "harvest_queue"
    url_prefix = "harvest/queue"
    icon = "tasks"
    menu_label = "To decide"

    def get_urlpatterns(self) -> list[URLPattern]:
        """The list, and one address for each decision."""
        return [
            path("", show_queue, name="index"),
            path("take-in/<int:pk>/", take_in, name="take_in"),
            path("decline/<int:pk>/", decline, name="decline"),
            path("publish/<int:pk>/", publish, name="publish"),
            path("drop/<int:pk>/", drop, name="drop"),
        ]


class HarvestGroup(ViewSetGroup):
    """The harvest in the editors' menu."""

    items = (QueueViewSet, RunViewSet, SourceViewSet)
    menu_label = "Harvest"
    menu_icon = "download"
    menu_order = 150


@require_GET
def show_queue(request: HttpRequest) -> HttpResponse:
    """What waits, then the drafts that came by themselves, each with its one click."""
    require(request, "harvest.change_fetched")
    drafts = _drafts()
    context = {
        "waiting": selectors.waiting()[:_MOST],
        "drafts": [work.as_kind() for work in drafts[:_MOST]],
        "more": len(drafts[_MOST:]),
    }
    return TemplateResponse(request, "editorial/harvest_queue.html", context)


@require_POST
def take_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Let what waits change what readers see."""
    require(request, "harvest.change_fetched")
    row = get_object_or_404(Fetched, pk=pk)
    try:
        keys = services.take_in(fetched=row, by=_who(request), at=timezone.now())
        messages.success(request, f"Taken in: {', '.join(keys)}")
    except (HarvestError, LibraryError, ValueError) as error:
        messages.error(request, str(error))
    return redirect("harvest_queue:index")


@require_POST
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave the shelves as they are."""
    require(request, "harvest.change_fetched")
    try:
        services.decline(fetched=get_object_or_404(Fetched, pk=pk))
        messages.success(request, "Left as it is; asked again when the source changes.")
    except HarvestError as error:
        messages.error(request, str(error))
    return redirect("harvest_queue:index")


@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a draft before readers as it stands."""
    work = get_object_or_404(Work, pk=pk).as_kind()
    require(request, f"library.publish_{work.kind}")
    work.save_revision(user=_who(request)).publish(user=_who(request))
    messages.success(request, f"Published: {work.title}")
    return redirect("harvest_queue:index")


@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a draft away that nobody wants: it leaves no trace but in the journal."""
    work = get_object_or_404(Work, pk=pk)
    require(request, f"library.delete_{work.kind}")
    try:
        services.drop(key=work.key, by=_who(request), at=timezone.now())
        messages.success(request, f"Dropped: {work.title}")
    except (HarvestError, LibraryError) as error:
        messages.error(request, str(error))
    return redirect("harvest_queue:index")


def _drafts() -> list[Work]:
    """Every draft that came by itself, the newest first, however many were published since."""
    came = selectors.harvested_keys()
    drafts = Work.objects.filter(live=False, withdrawn_at=None).order_by("-pk")
    return [work for work in drafts.only("pk", "key", "kind") if work.key in came]


def _lines(lines: list[str]) -> str:
    """Lines as a list, in HTML."""
    if not lines:
        return "nothing"
    return format_html(
        "<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((one,) for one in lines))
    )


def _who(request: HttpRequest) -> Any:
    return request.user
