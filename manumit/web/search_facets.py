"""The filters beside what was found: each facet with its values, how many works have them, and links."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from manumit.search.types import FacetCount
from manumit.web.names import facet_value_html
from manumit.web.search_links import Asking

Filters = Mapping[str, tuple[str, ...]]

_SHOWN = (
    "kind", "jurisdiction", "forum", "topic", "practice_area", "outcome", "act", "means",
    "purpose", "language", "year",
)  # fmt: skip
_LISTED = 8  # values of a facet shown before "more"
_MOST_LISTED = 14
_ITEM = '<li{}><a href="?{}"><span>{}</span> <span class="n">{}</span></a></li>'
_ON = SafeString(' class="on"')


@dataclass(frozen=True, slots=True)
class FacetLink:
    """A value of a facet: choosing it, or taking it off again, is following ``query``.

    ``count`` is as it is shown, with a sign before it where it is an estimate.
    """

    name: SafeString
    count: str
    chosen: bool
    query: str


@dataclass(frozen=True, slots=True)
class FacetBox:
    """A facet and its values; ``rest`` are those folded away."""

    code: str
    first: Sequence[FacetLink]
    rest: Sequence[FacetLink]


def facet_boxes(
    asking: Asking, filters: Filters, facets: Mapping[str, Sequence[FacetCount]]
) -> Iterator[FacetBox]:
    """Those in which there is anything to choose, in the order of the page."""
    along = asking.query
    for code in _SHOWN:
        chosen = filters.get(code, ())
        counts = _listed(facets.get(code, ()), chosen)
        links = [
            _link(asking, along, code, count, is_chosen=count.value in chosen) for count in counts
        ]
        if len(links) > 1 or any(link.chosen for link in links):
            yield FacetBox(code, links[:_LISTED], links[_LISTED:])


def chosen_filters(asking: Asking, filters: Filters) -> list[tuple[SafeString, str]]:
    """The filters in use by name, each with the query of the search without it."""
    return [
        (facet_value_html(code, value), asking.less(code, value).query)
        for code, values in filters.items()
        for value in values
    ]


def facet_items(links: Iterable[FacetLink]) -> SafeString:
    """Values of a facet as items of a list. There are a hundred on a page: a template takes long."""
    return format_html_join(
        "",
        _ITEM,
        ((_ON if each.chosen else "", each.query, each.name, each.count) for each in links),
    )


def _listed(counts: Iterable[FacetCount], chosen: Sequence[str]) -> list[FacetCount]:
    """The values that are listed: the most frequent ones, and what is chosen."""
    return [
        count for place, count in enumerate(counts) if place < _MOST_LISTED or count.value in chosen
    ]


def _link(
    asking: Asking, along: str, code: str, count: FacetCount, *, is_chosen: bool
) -> FacetLink:
    taken_off = asking.less(code, count.value).query if is_chosen else ""
    query = taken_off or f"{along}&{urlencode({code: count.value})}"
    shown = f"≈{count.count}" if count.estimated else str(count.count)
    return FacetLink(facet_value_html(code, count.value), shown, is_chosen, query)
