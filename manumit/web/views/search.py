"""The search page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from manumit.base.edition import edition_of
from manumit.library import selectors as library
from manumit.search import selectors as search
from manumit.search.errors import SearchUnavailable
from manumit.search.types import PAGE, FacetCount, SearchRequest, SearchResult
from manumit.web.names import facet_value_name
from manumit.web.views import edition

_SHOWN = (
    "kind", "jurisdiction", "forum", "topic", "practice_area", "outcome", "act", "means",
    "purpose", "language", "year",
)  # fmt: skip
_LISTED = 8  # values of a facet shown before "more"
_MOST_LISTED = 14


@dataclass(frozen=True, slots=True)
class FacetLink:
    """A value of a facet: choosing it, or taking it off again, is following ``query``.

    ``count`` is as it is shown, with a sign before it where it is an estimate.
    """

    name: str
    count: str
    chosen: bool
    query: str


@dataclass(frozen=True, slots=True)
class FacetBox:
    """A facet and its values; ``rest`` are those folded away."""

    code: str
    first: Sequence[FacetLink]
    rest: Sequence[FacetLink]


def search_page(request: HttpRequest) -> HttpResponse:
    """Results for what was typed, with filters as links and the reason for every hit."""
    if edition_of(request):
        return edition.search_page(request)
    asked = search.request_in(request.GET)
    context: dict[str, Any] = {
        "asked": asked,
        "suggestions": library.suggestions(),
        "carried": _carried(request.GET, "q"),
        "carried_with_query": _carried(request.GET, "from", "to", "on"),
        "misread_day": "" if asked.on else request.GET.get("on", "")[:40],
        "sorts": _sorts(request.GET),
        "followed": _followed(request.GET),
        "along": _fresh(request.GET).urlencode(),
        "only_typed": _with(request.GET, "exact", "1"),
        "widely": _without(request.GET, "exact", "1"),
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
        "facets": _boxes(request.GET, asked, result),
        "estimated": any(each.estimated for counts in result.facets.values() for each in counts),
        "chosen": _chosen(request.GET, asked.filters),
        **_pages(request.GET, asked, result),
    }
    return render(request, "web/search.html", context)


def _carried(given: QueryDict, *without: str) -> list[tuple[str, str]]:
    """What a form must carry along so that nothing chosen before is lost."""
    kept = _fresh(given)
    return [
        (name, value) for name, values in kept.lists() if name not in without for value in values
    ]


def _sorts(given: QueryDict) -> list[tuple[str, str]]:
    links = []
    for sort in search.SORTS:
        changed = _fresh(given)
        changed["sort"] = sort
        links.append((sort, changed.urlencode()))
    return links


def _followed(given: QueryDict) -> str:
    """The search without its order: its feed has one of its own."""
    changed = _fresh(given)
    changed.pop("sort", None)
    return changed.urlencode()


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


def _boxes(given: QueryDict, asked: SearchRequest, result: SearchResult) -> list[FacetBox]:
    boxes = []
    along = _fresh(given).urlencode()
    for code in _SHOWN:
        counts = _listed(asked, code, result.facets.get(code, ()))
        links = [_link(given, along, asked, code, count) for count in counts]
        if len(links) > 1 or any(link.chosen for link in links):
            boxes.append(FacetBox(code, links[:_LISTED], links[_LISTED:]))
    return boxes


def _listed(asked: SearchRequest, code: str, counts: Sequence[FacetCount]) -> list[FacetCount]:
    """The values that are listed: the most frequent ones, and what is chosen."""
    chosen = asked.filters.get(code, ())
    return [
        count for place, count in enumerate(counts) if place < _MOST_LISTED or count.value in chosen
    ]


def _link(
    given: QueryDict, along: str, asked: SearchRequest, code: str, count: FacetCount
) -> FacetLink:
    chosen = count.value in asked.filters.get(code, ())
    more = urlencode({code: count.value})
    query = _without(given, code, count.value) if chosen else f"{along}&{more}"
    shown = f"≈{count.count}" if count.estimated else str(count.count)
    return FacetLink(facet_value_name(code, count.value), shown, chosen, query)


def _chosen(given: QueryDict, filters: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [
        (facet_value_name(code, value), _without(given, code, value))
        for code, values in filters.items()
        for value in values
    ]


def _with(given: QueryDict, name: str, value: str) -> str:
    changed = _fresh(given)
    changed.appendlist(name, value)
    return changed.urlencode()


def _without(given: QueryDict, name: str, value: str) -> str:
    changed = _fresh(given)
    changed.setlist(name, [kept for kept in changed.getlist(name) if kept != value])
    return changed.urlencode()


def _fresh(given: QueryDict) -> QueryDict:
    """The query without its page: another filter begins at the first."""
    changed = given.copy()
    changed.pop("page", None)
    changed["q"] = search.query_in(given)
    return changed


def _pages(given: QueryDict, asked: SearchRequest, result: SearchResult) -> dict[str, Any]:
    number = asked.offset // PAGE + 1
    last = max(1, -(-result.total // PAGE))
    around: dict[str, Any] = {"number": number, "last": last}
    if number > 1:
        around["previous"] = _page(given, number - 1)
    if number < last:
        around["following"] = _page(given, number + 1)
    return {"pages": around}


def _page(given: QueryDict, number: int) -> str:
    changed = _fresh(given)
    changed["page"] = str(number)
    return changed.urlencode()
