"""Case law, as a grid of topic by forum."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from manumit.library import selectors as library
from manumit.web.paging import paged


def case_law_page(request: HttpRequest) -> HttpResponse:
    """The grid; with ``topic`` or ``forum``, the judgments of that row, column or cell.

    ``system=gb`` alone shows the grid of that system, forum by forum; with a topic its judgments.
    """
    topic, forum = request.GET.get("topic", ""), request.GET.get("forum", "")
    system = request.GET.get("system", "")
    if topic or forum or system == library.ELSEWHERE:
        return _listed(request, topic=topic, forum=forum, system=system)
    grid = library.case_law_grid(settings.MANUMIT_HOME_JURISDICTIONS, only=system)
    context = {"grid": grid, "system": library.system(system) if system else None}
    return render(request, "web/case_law.html", context)


def _where(forum: str, system: str) -> Any:
    if system == library.ELSEWHERE and not forum:
        return gettext("Elsewhere")
    return library.forum(forum) if forum else library.system(system)


def _listed(request: HttpRequest, *, topic: str, forum: str, system: str) -> HttpResponse:
    judgments = library.judgments()
    concept = library.topic(topic)
    if topic:
        judgments = judgments.about(library.with_narrower(concept) if concept else [topic])
    if forum:
        judgments = judgments.filter(forum=forum)
    elif system == library.ELSEWHERE:
        home = settings.MANUMIT_HOME_JURISDICTIONS
        judgments = judgments.exclude(forum__system__in=[*home, *library.systems_of_grid(home)])
    elif system:
        judgments = judgments.filter(forum__system=system)
    context = {
        "topic": concept,
        "where": _where(forum, system),
        "judgments": paged(request, judgments),
    }
    return render(request, "web/case_law_list.html", context)
