"""Case law, as a grid of topic by forum."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from manumit.library import selectors as library
from manumit.web.paging import paged


def case_law_page(request: HttpRequest) -> HttpResponse:
    """The grid; with ``topic`` or ``forum`` in the query, the judgments of that row or column."""
    topic, forum = request.GET.get("topic", ""), request.GET.get("forum", "")
    concept = library.topic(topic) if topic else None
    judgments = library.judgments()
    if concept:
        judgments = judgments.about(library.with_narrower(concept))
    if forum:
        judgments = judgments.filter(forum=forum)
    context = {
        "grid": library.case_law_grid(),
        "topic": concept,
        "forum": library.forum(forum),
        "judgments": paged(request, judgments) if topic or forum else None,
    }
    return render(request, "web/case_law.html", context)
