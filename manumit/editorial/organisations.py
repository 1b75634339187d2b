"""Editing views of organisations and the services they give."""

from typing import Any, ClassVar

from pydantic import ValidationError as NotInShape
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, PublishingPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from manumit.directory.types import Organisation
from manumit.editorial.editing import WorkEditView
from manumit.editorial.forms import RecordForm, RowsPanel, form_for
from manumit.editorial.notes import NotesPanel
from manumit.editorial.usage import RecordDeleteView, RecordUnpublishView
from manumit.records import OrganisationRecord, Service

_FIELDS = tuple(Service.model_fields)
_HELP = {
    "code": "Small letters, one of its own among these services: hotline, shelter.",
    "gist": "What it does for people, in one or two sentences.",
    "serves": "Whom it serves, where not everybody.",
    "address": "Only where it may be known.",
    "confidential_address": "Nobody may learn where it is: then neither address nor visit is kept.",
    "always": "Day and night, every day: then no hours are given.",
    "passes_on": "Whether what is told there is handed on to police, immigration or others.",
    "verified_on": "The day on which somebody looked, such as 2026-11-23.",
    "verified_by": "The short name of the source that was looked at, from the sources below.",
    "expires_on": "Until when its numbers are shown: at most a year after somebody looked.",
}


class ServiceForm(WagtailAdminModelForm):
    """A service is what its record may hold, or says beside the box why not."""

    def clean(self) -> dict[str, Any]:
        """Hold the boxes together: hours and always, an address that is confidential, days."""
        cleaned: dict[str, Any] = super().clean()
        if self.errors:
            return cleaned
        said = {name: cleaned.get(name) for name in _FIELDS}
        given = {name: value for name, value in said.items() if value not in (None, "")}
        try:
            Service.model_validate(given)
        except NotInShape as error:
            for fault in error.errors():
                place = next((step for step in fault["loc"] if step in self.fields), None)
                says = fault["msg"].removeprefix("Value error, ")
                self.add_error(place, f"{says[:1].upper()}{says[1:]}.")
        return cleaned


class OrganisationForm(RecordForm):
    """Holds the services against the sources."""

    def is_valid(self) -> bool:
        """Whether it may be kept, with its services."""
        return bool(super().is_valid()) and self._sources_are_known()

    def _sources_are_known(self) -> bool:
        known = {source.get("id") for source in self.cleaned_data["sources"]}
        unknown = [
            form
            for form in self.formsets["services"].forms
            if form.cleaned_data.get("verified_by", "") not in {*known, ""}
            and not form.cleaned_data.get("DELETE")
        ]
        for form in unknown:
            form.add_error("verified_by", "No source of this record has this short name.")
        return not unknown


class OrganisationViewSet(SnippetViewSet):
    """Organisations, with their services."""

    model = Organisation
    icon = "group"
    list_display: ClassVar[list[str]] = ["title", "key", "organisation_type", "state"]
    list_filter: ClassVar[list[str]] = ["confidence", "organisation_type"]
    search_fields: ClassVar[list[str]] = ["title", "key"]
    edit_view_class = WorkEditView
    unpublish_view_class = RecordUnpublishView
    delete_view_class = RecordDeleteView
    delete_template_name = RecordDeleteView.template_name

    def get_edit_handler(self) -> Any:
        """Names, what it does, its services, sources."""
        names = ("key", "title", "language", "titles", "short_titles", "official_url")
        panels = [
            NotesPanel(heading="Notes to colleagues"),
            MultiFieldPanel([FieldPanel(name) for name in names], heading="Names"),
            MultiFieldPanel(
                [FieldPanel("organisation_type"), FieldPanel("body")], heading="What it is"
            ),
            RowsPanel(
                "services",
                [FieldPanel(name, help_text=_HELP.get(name, "")) for name in _FIELDS],
                heading="Services",
                label="service",
                record=Service,
                base=ServiceForm,
            ),
            MultiFieldPanel([FieldPanel("confidence"), FieldPanel("sources")], heading="Sources"),
            FieldPanel("why"),
            PublishingPanel(),
        ]
        form = form_for(OrganisationRecord, OrganisationForm)
        return ObjectList(panels, base_form_class=form).bind_to_model(self.model)
