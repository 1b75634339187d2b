"""From the address of a search to what it asks for: the same for pages, lists and feeds."""

from datetime import date

from django.http import QueryDict

from manumit.search.types import FACETS, PAGE, SearchRequest, Sort

_LONGEST = 300  # characters of a query; what is longer is cut, as every link repeats it
SORTS: dict[str, Sort] = {
    "relevance": "relevance", "newest": "newest", "oldest": "oldest", "cited": "cited",
}  # fmt: skip


def request_in(given: QueryDict) -> SearchRequest:
    """What the address of a search page asks for: a page of hits, whatever is in it."""
    page = given.get("page", "1")
    number = int(page) if page.isdecimal() and len(page) < 5 else 1
    return SearchRequest(
        query=query_in(given),
        filters={name: tuple(given.getlist(name)) for name in FACETS if given.getlist(name)},
        date_from=given.get("from", ""),
        date_to=given.get("to", ""),
        on=_day(given.get("on", "")),
        exact="exact" in given,
        limit=PAGE,
        sort=SORTS.get(given.get("sort", ""), "relevance"),
        offset=(max(number, 1) - 1) * PAGE,
    )


def query_in(given: QueryDict) -> str:
    """What was typed, as far as it is read."""
    return given.get("q", "").strip()[:_LONGEST]


def _day(given: str) -> date | None:
    try:
        return date.fromisoformat(given)
    except ValueError:
        return None
