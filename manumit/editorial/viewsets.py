"""Editing views of the four kinds of work."""

from typing import Any, ClassVar

from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from manumit.editorial.forms import WorkForm
from manumit.library.models import Instrument, Judgment, Legislation, Publication

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
    [FieldPanel("kind"), FieldPanel("target_key"), FieldPanel("on"), FieldPanel("note")],
    heading="Relations to other works",
)
_SURENESS = MultiFieldPanel([FieldPanel("confidence"), FieldPanel("sources")], heading="Sources")


class _WorkViewSet(SnippetViewSet):
    """What editing is like for every kind; each kind names its own fields in ``own``."""

    own: ClassVar[list[Any]] = []
    list_display: ClassVar[list[str]] = ["title", "key", "dated", "state"]
    list_filter: ClassVar[list[str]] = ["confidence", "system"]
    search_fields: ClassVar[list[str]] = ["title", "key"]

    def get_edit_handler(self) -> Any:
        """Names first, then what only this kind has, then subject, relations and sources."""
        panels = [_NAMING, *self.own, _SUBJECT, _RELATIONS, _SURENESS]
        return ObjectList(panels, base_form_class=WorkForm).bind_to_model(self.model)


def _facts(*names: str) -> MultiFieldPanel:
    return MultiFieldPanel([FieldPanel(name) for name in names], heading="Facts")


class JudgmentViewSet(_WorkViewSet):
    """Judgments, with their findings."""

    model = Judgment
    icon = "doc-full"
    own: ClassVar[list[Any]] = [
        _facts(
            "forum", "proceeding", "neutral_citation", "reports", "docket_nos", "decided_on",
            "final_on", "panel", "outcome", "procedural_history", "remedies", "anonymity",
        ),
        InlinePanel(
            "findings",
            [FieldPanel(name) for name in ("says", "weight", "fate", "checked_on", "checked_against")],
            heading="Key findings",
        ),
        InlinePanel(
            "elements",
            [FieldPanel("part"), FieldPanel("concept"), FieldPanel("basis")],
            heading="Elements of trafficking",
        ),
        InlinePanel(
            "applied",
            [FieldPanel("target_key"), FieldPanel("eid"), FieldPanel("how")],
            heading="Law applied",
        ),
    ]  # fmt: skip


class InstrumentViewSet(_WorkViewSet):
    """Treaties and other instruments."""

    model = Instrument
    icon = "globe"
    own: ClassVar[list[Any]] = [
        _facts(
            "instrument_type", "binding", "adopted_on", "adopted_by", "adopted_at", "opened_on",
            "in_force_on", "in_force_rule", "joining", "registration", "depositary",
            "authentic_languages",
        ),
        InlinePanel(
            "events",
            [
                FieldPanel(name)
                for name in (
                    "party", "territory", "act", "after", "against", "undoes", "in_part", "on",
                    "effective_on", "gist", "source", "confirmed_by",
                )
            ],
            heading="Acts of states",
        ),
    ]  # fmt: skip


class LegislationViewSet(_WorkViewSet):
    """Legislation."""

    model = Legislation
    icon = "list-ul"
    own: ClassVar[list[Any]] = [
        _facts("legislation_type", "number", "enacted_on", "commenced_on", "repealed_on")
    ]


class PublicationViewSet(_WorkViewSet):
    """Publications."""

    model = Publication
    icon = "openquote"
    own: ClassVar[list[Any]] = [
        _facts(
            "publication_type", "publisher", "authors", "published_on", "release", "coverage",
            "law_as_of", "series", "licence",
        )
    ]  # fmt: skip


class ShelvesGroup(SnippetViewSetGroup):
    """The shelves in the editors' menu."""

    items = (JudgmentViewSet, InstrumentViewSet, LegislationViewSet, PublicationViewSet)
    menu_label = "Shelves"
    menu_icon = "folder-open-inverse"
    menu_order = 100
