"""Editing views of the four kinds of work."""

from typing import Any, ClassVar

from django.forms import Select
from wagtail.admin.panels import (
    FieldPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
)
from wagtail.documents.widgets import AdminDocumentChooser
from wagtail.images.widgets import AdminImageChooser
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from manumit.editorial.choosers import passage_widget, work_widget
from manumit.editorial.editing import WorkEditView
from manumit.editorial.facts import SaidPanel
from manumit.editorial.fields import CodesInput
from manumit.editorial.forms import LawForm, PublicationForm, RowsPanel, WorkForm, form_for
from manumit.editorial.notes import NotesPanel
from manumit.editorial.organisations import OrganisationViewSet
from manumit.editorial.sitepages import PageViewSet
from manumit.editorial.usage import RecordDeleteView, RecordUnpublishView, RecordUsageView
from manumit.editorial.wording import act_choices, party_choices, relation_choices
from manumit.library.models import Instrument, Judgment, Legislation, Publication
from manumit.records import RECORD_OF_KIND, PublishedFile

_KEY_HELP = "Only where the work is not on the shelves yet: its key, such as hk/law/cap-200."

_NAME_HELP = "The name under which readers save it. Empty: the file's own."

_NAMING = MultiFieldPanel(
    [
        FieldPanel("key"),
        FieldPanel("title"),
        FieldPanel("language"),
        FieldPanel("titles"),
        FieldPanel("short_titles"),
        FieldPanel("identifiers"),
        FieldPanel("official_url"),
    ],
    heading="Names",
)
_SUBJECT = MultiFieldPanel(
    [FieldPanel("topics"), FieldPanel("practice_areas"), FieldPanel("body")], heading="Subject"
)
_RELATIONS = InlinePanel(
    "relations",
    [
        FieldPanel("kind", widget=Select(choices=relation_choices())),
        FieldPanel("target", widget=work_widget(), heading="The other work"),
        FieldPanel("target_key", help_text=_KEY_HELP),
        FieldPanel("on"),
        FieldPanel("note"),
    ],
    heading="Relations to other works",
    label="relation",
)
_PROVISIONS = SaidPanel("provisions")
_SURENESS = MultiFieldPanel([FieldPanel("confidence"), FieldPanel("sources")], heading="Sources")
_WHY = FieldPanel("why")


class _WorkViewSet(SnippetViewSet):
    """What editing is like for every kind; each kind names its own fields in ``own``."""

    own: ClassVar[list[Any]] = []
    form: ClassVar[type[WorkForm]] = WorkForm
    list_display: ClassVar[list[str]] = ["title", "key", "dated", "state"]
    list_filter: ClassVar[list[str]] = ["confidence", "system"]
    search_fields: ClassVar[list[str]] = ["title", "key"]
    edit_view_class = WorkEditView
    usage_view_class = RecordUsageView
    unpublish_view_class = RecordUnpublishView
    delete_view_class = RecordDeleteView
    delete_template_name = RecordDeleteView.template_name

    def get_edit_handler(self) -> Any:
        """Names first, then what only this kind has, then subject, relations and sources."""
        panels = [
            NotesPanel(heading="Notes to colleagues"),
            _NAMING,
            *self.own,
            _SUBJECT,
            _RELATIONS,
            _SURENESS,
            _WHY,
            PublishingPanel(),
        ]
        return ObjectList(
            panels, base_form_class=form_for(RECORD_OF_KIND[self.model.KIND], self.form)
        ).bind_to_model(self.model)


def _facts(*names: str) -> MultiFieldPanel:
    return MultiFieldPanel([FieldPanel(name) for name in names], heading="Facts")


class JudgmentViewSet(_WorkViewSet):
    """Judgments, with their findings."""

    model = Judgment
    icon = "doc-full"
    own: ClassVar[list[Any]] = [
        _facts(
            "forum", "proceeding", "neutral_citation", "reports", "docket_nos", "decided_on",
            "final_on", "panel", "outcome", "outcomes", "procedural_history", "remedies", "anonymity",
        ),
        HelpPanel(template="editorial/this_work.html", heading="Passages"),
        InlinePanel(
            "findings",
            [
                *(FieldPanel(name) for name in ("says", "weight", "fate")),
                InlinePanel(
                    "pinpoints",
                    [FieldPanel("passage", widget=passage_widget())],
                    heading="Where it stands",
                    label="passage",
                ),
                InlinePanel(
                    "about",
                    [FieldPanel("target_key"), FieldPanel("eid")],
                    heading="Provisions it is about",
                    label="provision",
                ),
                *(FieldPanel(name) for name in ("checked_on", "checked_against")),
            ],
            heading="Key findings",
            label="finding",
        ),
        InlinePanel(
            "elements",
            [FieldPanel("part"), FieldPanel("concept"), FieldPanel("basis")],
            heading="Elements of trafficking",
            label="element",
        ),
        InlinePanel(
            "applied",
            [
                FieldPanel("target", widget=work_widget(), heading="The law"),
                FieldPanel("target_key", help_text=_KEY_HELP),
                FieldPanel("eid"),
                FieldPanel("how"),
            ],
            heading="Law applied",
            label="provision",
        ),
    ]  # fmt: skip


class InstrumentViewSet(_WorkViewSet):
    """Treaties and other instruments, with what states did and what the Centre says of their articles."""

    model = Instrument
    icon = "globe"
    form = LawForm
    own: ClassVar[list[Any]] = [
        _facts(
            "instrument_type", "binding", "adopted_on", "adopted_by", "adopted_at", "opened_on",
            "in_force_on", "in_force_rule", "joining", "registration", "depositary",
            "authentic_languages",
        ),
        InlinePanel(
            "events",
            [
                FieldPanel("party", widget=Select(choices=party_choices())),
                FieldPanel("territory", widget=Select(choices=party_choices())),
                FieldPanel("act", widget=Select(choices=act_choices())),
                FieldPanel("after", widget=Select(choices=party_choices())),
                FieldPanel("against", widget=Select(choices=party_choices())),
                *(FieldPanel(name) for name in (
                    "undoes", "in_part", "on", "effective_on", "gist", "source"
                )),
                FieldPanel("confirmed_by", widget=CodesInput()),
            ],
            heading="Acts of states",
            label="act",
        ),
        _PROVISIONS,
    ]  # fmt: skip


class LegislationViewSet(_WorkViewSet):
    """Legislation, with its versions in time and what the Centre says of its provisions."""

    model = Legislation
    icon = "list-ul"
    form = LawForm
    own: ClassVar[list[Any]] = [
        _facts("legislation_type", "number", "enacted_on", "commenced_on", "repealed_on"),
        FieldPanel("versions"),
        _PROVISIONS,
    ]


class PublicationViewSet(_WorkViewSet):
    """Publications, with their cover and files."""

    model = Publication
    icon = "openquote"
    form = PublicationForm
    own: ClassVar[list[Any]] = [
        _facts(
            "publication_type", "publisher", "authors", "published_on", "edition", "release",
            "coverage", "law_as_of", "series", "licence", "press_contact",
        ),
        MultiFieldPanel(
            [FieldPanel("cover", widget=AdminImageChooser()), FieldPanel("cover_alt")],
            heading="Cover",
        ),
        RowsPanel(
            "files",
            [
                FieldPanel("document", widget=AdminDocumentChooser(), heading="File"),
                FieldPanel("language"),
                FieldPanel("title", help_text="Where it is not the whole of it: Summary, Annex 1."),
                FieldPanel("name", help_text=_NAME_HELP),
            ],
            heading="Files",
            label="file",
            record=PublishedFile,
        ),
    ]  # fmt: skip


class ShelvesGroup(SnippetViewSetGroup):
    """The shelves in the editors' menu."""

    items = (
        JudgmentViewSet,
        InstrumentViewSet,
        LegislationViewSet,
        PublicationViewSet,
        OrganisationViewSet,
        PageViewSet,
    )
    menu_label = "Shelves"
    menu_icon = "folder-open-inverse"
    menu_order = 100
