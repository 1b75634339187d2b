"""The search page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from manumit.base.edition import edition_of
from manumit.library import selectors as library
from manumit.search import selectors as search
from manumit.search.errors import SearchUnavailable
from manumit.search.types import PAGE, SearchRequest, SearchResult
from manumit.web.search_facets import chosen_filters, facet_boxes
from manumit.web.search_links import Asking
from manumit.web.views import edition


def search_page(request: HttpRequest) -> HttpResponse:
    """Results for what was typed, with filters as links and the reason for every hit."""
    if edition_of(request):
        return edition.search_page(request)
    asked = search.request_in(request.GET)
    asking = Asking.of(request.GET)
    context: dict[str, Any] = {
        "asked": asked,
        "suggestions": library.suggestions(),
        "carried": asking.but("q").given,
        "carried_with_query": asking.but("from", "to", "on").given,
        "misread_day": "" if asked.on else request.GET.get("on", "")[:40],
        "sorts": [(sort, asking.put("sort", sort).query) for sort in search.SORTS],
        "followed": asking.but("sort").query,  # its feed has an order of its own
        "along": asking.query,
        "only_typed": asking.more("exact", "1").query,
        "widely": asking.less("exact", "1").query,
    }
    try:
        result = search.search(asked)
    except SearchUnavailable as error:
        context["unavailable"] = str(error)
        return render(request, "web/search.html", context, status=503)
    context |= {
        "result": result,
        "hits": _rows(result),
        "cited": _cited(result),
        "facets": list(facet_boxes(asking, asked.filters, result.facets)),
        "estimated": any(each.estimated for counts in result.facets.values() for each in counts),
        "chosen": chosen_filters(asking, asked.filters),
        "pages": _pages(asking, asked, result),
    }
    return render(request, "web/search.html", context)


def _rows(result: SearchResult) -> list[dict[str, Any]]:
    """Each hit with the work it is of: a list says why each row is there."""
    works = library.rows_with_keys(hit.key for hit in result.hits)
    return [{"hit": hit, "work": works[hit.key]} for hit in result.hits if hit.key in works]


def _cited(result: SearchResult) -> list[dict[str, Any]]:
    """The works that the query names, above all that was found by words."""
    keys = [named.key for cited in result.cited for named in cited.works]
    works = library.rows_with_keys(keys) if keys else {}
    return [
        {
            "cited": cited,
            "works": [(named, works[named.key]) for named in cited.works if named.key in works],
        }
        for cited in result.cited
    ]


def _pages(asking: Asking, asked: SearchRequest, result: SearchResult) -> dict[str, Any]:
    number = asked.offset // PAGE + 1
    last = max(1, -(-result.total // PAGE))
    around: dict[str, Any] = {"number": number, "last": last}
    if number > 1:
        around["previous"] = asking.put("page", str(number - 1)).query
    if number < last:
        around["following"] = asking.put("page", str(number + 1)).query
    return around
