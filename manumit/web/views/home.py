"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from manumit.library import selectors as library
from manumit.pages import selectors as pages
from manumit.pages.errors import PageNotFound
from manumit.pages.types import Shown


def home(request: HttpRequest) -> HttpResponse:
    """Search, topics, latest releases, and a way in for each visitor."""
    tree = [row for row in library.topic_tree("exploitation") if row.works]
    context = {
        "own": _own_words(),
        "counts": library.counts_by_kind(),
        "topics": [row for row in tree if row.depth == 0],
        "most": max((row.works for row in tree), default=1),
        "releases": library.releases(4),
        "publications": library.publications()[:4],
        "judgments": library.judgments()[:4],
    }
    return render(request, "web/home.html", context)


def _own_words() -> Shown | None:
    """The page ``home`` where the Centre has written one in the reader's language.

    In another language the words of the program are nearer to the reader than English ones.
    """
    try:
        shown = pages.page("home", get_language() or "en")
    except PageNotFound:
        return None
    return shown if shown.is_wanted else None
