"""A search to follow: an Atom feed of the works that match it, newest on the shelves first.

The address is the whole of a saved search: nobody needs an account, and nothing is kept of who asks.
"""

import re
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext

from manumit.base.addresses import absolute, of_work
from manumit.library import selectors as library
from manumit.search import selectors as search
from manumit.search.errors import SearchUnavailable
from manumit.search.types import Hit, SearchRequest

_MOST = 50
# What XML 1.0 has no way to write.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def search_feed(request: HttpRequest) -> HttpResponse:
    """The feed of the search that the address asks for, as the search page's address does."""
    asked = replace(search.request_in(request.GET), sort="added", limit=_MOST, offset=0)
    try:
        hits = search.search(asked).hits
    except SearchUnavailable as error:
        return HttpResponse(f"Search is not ready. {error}\n", "text/plain", status=503)
    written = _feed(request, asked, hits).writeString("utf-8")
    return HttpResponse(written, content_type=Atom1Feed.content_type)


def _feed(request: HttpRequest, asked: SearchRequest, hits: tuple[Hit, ...]) -> Atom1Feed:
    query = request.GET.urlencode()
    page = absolute(request, reverse("web:search")) + (f"?{query}" if query else "")
    feed = Atom1Feed(
        title=f"{_readable(asked.query) or gettext('Everything')} · Manumit",
        link=page,
        feed_url=absolute(request, request.get_full_path()),
        description=gettext("What is new on the shelves among the answers to this search"),
        subtitle=gettext("What is new on the shelves among the answers to this search"),
    )
    works = library.works_with_keys(hit.key for hit in hits)
    for hit in hits:
        if hit.key in works:
            _add(feed, request, hit, works[hit.key])
    return feed


def _add(feed: Atom1Feed, request: HttpRequest, hit: Hit, work: Any) -> None:
    address = absolute(request, of_work(hit.key))
    feed.add_item(
        title=_readable(work.title),
        link=address,
        description=_readable(_why(hit)),
        unique_id=address,
        pubdate=work.first_published_at,
        updateddate=work.last_published_at or work.first_published_at,
        categories=[hit.kind],
    )


def _why(hit: Hit) -> str:
    """The passage that answers, as it would be quoted on the page."""
    return "".join(piece.text for piece in hit.passage.snippet) if hit.passage else ""


def _readable(text: str) -> str:
    return _UNWRITABLE.sub("", text)
