"""Choosing works and passages in a form, instead of typing their keys."""

from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from manumit.library.models import Passage, Work


class WorkFilterForm(BaseFilterForm):
    """A word of the title, or of the key."""

    q = forms.CharField(label="Title or key", required=False)

    def filter(self, objects: Any) -> Any:
        """The works whose title or key has what was typed."""
        typed = self.cleaned_data.get("q") or ""
        return objects.filter(Q(title__icontains=typed) | Q(key__icontains=typed))


class _Works:
    title_column: Any
    filter_form_class = WorkFilterForm
    ordering: ClassVar[list[str]] = ["title"]

    @property
    def columns(self) -> list[Any]:
        """Title, then the key."""
        return [self.title_column, Column("key", label="Key"), Column("kind", label="Kind")]


class WorkChooseView(_Works, ChooseView):
    """The window in which a work is chosen."""


class WorkResultsView(_Works, ChooseResultsView):
    """What is found in it."""


class WorkChooserViewSet(ChooserViewSet):
    """Any work on the shelves."""

    model = Work
    name = "work_chooser"
    icon = "doc-full"
    choose_one_text = "Choose a work"
    choose_another_text = "Choose another work"
    choose_view_class = WorkChooseView
    choose_results_view_class = WorkResultsView
    register_widget = False


class PassageFilterForm(BaseFilterForm):
    """The number of a passage, or words in it."""

    q = forms.CharField(label="Number, or words in it", required=False)

    def filter(self, objects: Any) -> Any:
        """The passages of that number, or whose words have what was typed."""
        typed = (self.cleaned_data.get("q") or "").strip()
        if not typed:
            return objects
        number = Q(eid__iendswith=f"_{typed}") | Q(eid__iexact=typed)
        return objects.filter(
            number | Q(wordings__plain__icontains=typed) | Q(gist__icontains=typed)
        ).distinct()


class _Passages:
    title_column: Any
    filter_form_class = PassageFilterForm
    ordering: ClassVar[list[str]] = ["position", "eid"]

    def get_object_list(self) -> Any:
        """The passages that still stand, with their words."""
        return Passage.objects.standing().select_related("work").prefetch_related("wordings")

    @property
    def columns(self) -> list[Any]:
        """The number, then how it begins."""
        return [self.title_column, Column("words", label="Begins", accessor=_beginning)]


def _beginning(passage: Passage) -> str:
    said = next((wording.plain for wording in passage.wordings.all()), passage.gist)
    return said if len(said) < 160 else f"{said[:160]} …"


class PassageChooseView(_Passages, ChooseView):
    """The window in which a passage is chosen."""


class PassageResultsView(_Passages, ChooseResultsView):
    """What is found in it."""


class PassageChooserViewSet(ChooserViewSet):
    """The passages of the work whose form is open."""

    model = Passage
    name = "passage_chooser"
    icon = "pilcrow"
    choose_one_text = "Choose a passage"
    choose_another_text = "Choose another passage"
    choose_view_class = PassageChooseView
    choose_results_view_class = PassageResultsView
    url_filter_parameters: ClassVar[list[str]] = ["work"]
    preserve_url_parameters: ClassVar[list[str]] = ["multiple", "work"]
    register_widget = False


work_choosers = WorkChooserViewSet("work_chooser", url_prefix="choose/work")
passage_choosers = PassageChooserViewSet("passage_chooser", url_prefix="choose/passage")


def work_widget() -> Any:
    """The widget that opens the window of works."""
    return work_choosers.widget_class()


def passage_widget() -> Any:
    """The widget that opens the window of this work's passages."""
    return passage_choosers.widget_class(linked_fields={"work": "#work-being-edited"})
