"""Editing views of the pages of the site: what the Centre says for itself, and what it teaches."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

from django.forms import Textarea
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, PublishingPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from manumit.directory import selectors as directory
from manumit.editorial.editing import WorkEditView
from manumit.editorial.forms import RecordForm, form_for
from manumit.editorial.notes import NotesPanel
from manumit.editorial.usage import RecordDeleteView, RecordUnpublishView, RecordUsageView
from manumit.library import selectors as library
from manumit.pages import selectors as pages
from manumit.pages.types import Page
from manumit.records import PageRecord, RecordFile, check_file, leads_to_a_work, links_in

_HELP = {
    "key": "site/page/, a short name, the language in small letters: site/page/about/zh-hant. "
    "Pages of one name say the same in several languages. Title, line and text of the page home stand at "
    "the top of the front page, in the place of the program's own words.",
    "language": "The tag of the language in which the page is written: en, zh-Hant, th.",
    "gist": "One line, shown in lists and by search engines.",
    "section": "Learn: what teaches. Centre: what the Centre says of itself.",
    "position": "Lists of pages begin with the lowest number.",
    "body": "Markdown. A link to a work is its key, to a passage its key and #: "
    "[section 129](hk/law/cap-200#sec_129). A link to a page begins with a slash: /learn/compared.",
    "checked_on": "The day on which somebody last held the whole page to its sources.",
}


class PageForm(RecordForm):
    """A page is what its file may hold, and leads to nothing that is not there."""

    def is_valid(self) -> bool:
        """Whether it may be kept: what a file of it would be told is told beside its box."""
        if not super().is_valid():
            return False
        for field, says in [*_faults(self.cleaned_data), *_links_to_nothing(self.cleaned_data)]:
            self.add_error(
                field if field in self.fields else None, f"{says[:1].upper()}{says[1:]}."
            )
        return not self.errors


def _faults(said: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What ``manumit load`` would refuse in a file that says this, by field."""
    given = {name: said[name] for name in PageRecord.model_fields if said.get(name)}
    record = PageRecord.model_validate({**given, "kind": Page.KIND, "status": "draft"})
    file = RecordFile(said["key"], record, said["body"], Path(said["key"]), {})
    for problem in check_file(file, today=timezone.localdate()):
        yield problem.field.partition(".")[0], problem.reason


def _links_to_nothing(said: dict[str, Any]) -> Iterator[tuple[str, str]]:
    prose = [("body", said["body"]), *(("questions", one["why"]) for one in said["questions"])]
    for field, text in prose:
        for target in filter(leads_to_a_work, links_in(text)):
            key = target.partition("#")[0]
            if not any(room.is_held(key) for room in (library, directory, pages)):
                yield field, f"it links to {key}, and no record here is that"


class PageViewSet(SnippetViewSet):
    """Pages of the site, each in one language."""

    model = Page
    icon = "doc-empty"
    list_display: ClassVar[list[str]] = ["title", "key", "language", "section", "state"]
    list_filter: ClassVar[list[str]] = ["section", "language", "name", "confidence"]
    search_fields: ClassVar[list[str]] = ["title", "key", "body"]
    edit_view_class = WorkEditView
    usage_view_class = RecordUsageView
    unpublish_view_class = RecordUnpublishView
    delete_view_class = RecordDeleteView
    delete_template_name = RecordDeleteView.template_name

    def get_edit_handler(self) -> Any:
        """Names, where it stands, its words, what it was translated from, sources."""
        panels = [
            NotesPanel(heading="Notes to colleagues"),
            _group("Names", "key", "title", "language", "gist"),
            _group("Where it stands", "section", "position"),
            FieldPanel("body", help_text=_HELP["body"], widget=Textarea(attrs={"rows": 24})),
            FieldPanel("questions"),
            FieldPanel("translation"),
            _group("Sources", "checked_on", "confidence", "sources"),
            FieldPanel("why"),
            PublishingPanel(),
        ]
        form = form_for(PageRecord, PageForm)
        return ObjectList(panels, base_form_class=form).bind_to_model(self.model)


def _group(heading: str, *names: str) -> MultiFieldPanel:
    panels = [FieldPanel(name, help_text=_HELP.get(name, "")) for name in names]
    return MultiFieldPanel(panels, heading=heading)
