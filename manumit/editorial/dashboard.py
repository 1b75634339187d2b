"""The first page of the editors' house: what waits, each with its number and its way there."""

from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import TaskState

from manumit.contributions import selectors as contributions
from manumit.directory import selectors as directory
from manumit.editorial.stale import stale_count
from manumit.harvest import selectors as harvest
from manumit.library import selectors as library
from manumit.vocab import selectors as vocab

_SOON = 30  # days before a helpline's number is no longer shown


@dataclass(frozen=True, slots=True)
class Waiting:
    """So many of something wait; ``url`` leads there, and is empty where there is no list."""

    name: str
    count: int
    url: str
    hint: str


class DashboardPanel(Component):
    """What waits, as a list of counts."""

    name = "manumit_waiting"
    order = 50
    template_name = "editorial/dashboard.html"

    def render_html(self, parent_context: Any = None) -> str:
        """The counts as of now, for whoever asks."""
        user = parent_context["request"].user
        return render_to_string(self.template_name, {"rows": waiting_for(user)})


def waiting_for(user: Any) -> list[Waiting]:
    """What this person may see and somebody has to do, the most pressing first."""
    rows = [*_helplines(), *_shelves()]
    if user.has_perm("contributions.change_contribution"):
        forwarded = len(contributions.waiting())
        hint = "what practitioners forwarded, and what they ask to be taken down"
        rows.insert(0, Waiting("contributions", forwarded, reverse("contributions:index"), hint))
    if user.has_perm("library.add_note"):
        noted = library.open_notes().count()
        hint = "to colleagues, on records"
        rows.append(Waiting("open notes", noted, reverse("notes:index"), hint))
    if user.has_perm("vocab.change_change"):
        proposed = vocab.waiting().count() + vocab.waiting_concepts().count()
        hint = "new concepts, names and definitions, for a second person"
        rows.append(Waiting("changes to vocabularies", proposed, reverse("concepts:index"), hint))
    if user.has_perm("harvest.view_fetched"):
        queue = harvest.waiting().count()
        hint = "what came by itself and would change what readers see"
        rows.append(Waiting("harvest queue", queue, reverse("harvest_queue:index"), hint))
    if user.has_perm("library.change_instrument"):
        rows.append(_tables())
    return rows


def _helplines() -> list[Waiting]:
    today = timezone.localdate()
    counts = directory.count_services(today)
    soon = directory.count_expiring(today, days=_SOON)
    return [
        Waiting("helplines past their day", counts["expired"], reverse("web:help"), "not shown"),
        Waiting("helplines to check soon", soon, reverse("web:help"), f"within {_SOON} days"),
    ]


def _shelves() -> list[Waiting]:
    counts = library.counts_to_do()
    in_review = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).count()
    return [
        Waiting("in review", in_review, "", "those that wait for you are listed here"),
        Waiting("stale", stale_count(), reverse("stale:index"), "rest on text that changed since"),
        Waiting("not yet verified", counts["unverified"], "", "published, nobody has checked it"),
        Waiting("drafts", counts["drafts"], "", "readers do not see them"),
        Waiting("open citations", counts["open_citations"], "", "of works not on the shelves"),
    ]


def _tables() -> Waiting:
    found = sum(1 for _ in library.differences(library.reconciliation(None), kind="", seen=False))
    hint = "between depositaries' tables and the records"
    return Waiting("differences", found, reverse("status_tables:index"), hint)
