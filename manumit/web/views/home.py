"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from manumit.library import selectors as library


def home(request: HttpRequest) -> HttpResponse:
    """Search, topics, latest releases, and a way in for each visitor."""
    tree = [row for row in library.topic_tree("exploitation") if row.works]
    context = {
        "counts": library.counts_by_kind(),
        "topics": [row for row in tree if row.depth == 0],
        "most": max((row.works for row in tree), default=1),
        "releases": library.releases(4),
        "publications": library.publications()[:4],
        "judgments": library.judgments()[:4],
    }
    return render(request, "web/home.html", context)
