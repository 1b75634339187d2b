"""Counting facets, the dearest part of a search that finds a great many works."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

import tantivy

from manumit.search.engines.tantivy import sampling
from manumit.search.engines.tantivy.schema import FACET_FIELDS, SET_FIELDS, of_set
from manumit.search.types import FacetCount

Facets = dict[str, list[FacetCount]]

_MOST_VALUES = 500  # of a facet
_MOST_SETS = 20_000
# From how many works on it is quicker to count sets of values, and then the values in the sets.
# Works share their topics with few others, so of topics there are many sets.
_MANY, _MANY_OF = 20_000, {"topic": 120_000}


class Works(NamedTuple):
    """The index that is counted in."""

    searcher: tantivy.Searcher
    schema: tantivy.Schema


def counts(works: Works, query: tantivy.Query, facets: Iterable[str], about: int) -> Facets:
    """The values of each facet among what matches, which is ``about`` so many works.

    Of very many they are counted in a sample, and are estimates.
    """
    halvings = sampling.halvings_for(about)
    if not halvings:
        return _counts(works.searcher, query, facets, about)
    among = sampling.among(query, halvings, works.schema)
    counted = _counts(works.searcher, among, facets, about >> halvings)
    return {
        facet: [
            FacetCount(each.value, sampling.estimate(each.count, halvings), estimated=True)
            for each in found
        ]
        for facet, found in counted.items()
    }


def how_many(works: Works, query: tantivy.Query) -> int:
    """About how many works match: enough to tell whether to count them all.

    Of an index small enough to count all of it that is how many there are.
    """
    halvings = sampling.halvings_for(works.searcher.num_docs)
    if not halvings:
        return int(works.searcher.num_docs)
    found = works.searcher.search(sampling.among(query, halvings, works.schema), 1)
    count: int = found.count  # type: ignore[attr-defined]  # left out of its stubs
    return count << halvings


def _counts(
    searcher: tantivy.Searcher, query: tantivy.Query, facets: Iterable[str], about: int
) -> Facets:
    wanted = list(facets)
    large = {facet for facet in SET_FIELDS if about >= _MANY_OF.get(facet, _MANY)}
    counted = _counted(searcher, query, wanted, large)
    lacking = [facet for facet in wanted if facet not in counted]
    return counted | _counted(searcher, query, lacking, set()) if lacking else counted


def _counted(
    searcher: tantivy.Searcher, query: tantivy.Query, facets: Iterable[str], large: set[str]
) -> Facets:
    """The same, of sets for the ``large`` ones; without those that have more sets than are given."""
    fields = {
        facet: (SET_FIELDS[facet], _MOST_SETS)
        if facet in large
        else (FACET_FIELDS[facet], _MOST_VALUES)
        for facet in facets
    }
    return {
        facet: _in_order(_of_sets(found) if facet in large else _of(found))
        for facet, found in _aggregated(searcher, query, fields).items()
        if facet not in large or not found["sum_other_doc_count"]
    }


def numbers(searcher: tantivy.Searcher, query: tantivy.Query, field: str, most: int) -> list[int]:
    """The values of a field of numbers among what matches, the most frequent ones."""
    found = _aggregated(searcher, query, {"": (field, most)})
    return [int(each["key"]) for each in found[""]["buckets"]]


def _aggregated(
    searcher: tantivy.Searcher, query: tantivy.Query, fields: dict[str, tuple[str, int]]
) -> dict[str, Any]:
    wanted = {
        name: {"terms": {"field": field, "size": most}} for name, (field, most) in fields.items()
    }
    found: dict[str, Any] = searcher.aggregate(query, wanted)
    return found


def _of(found: dict[str, Any]) -> Counter[str]:
    return Counter({each["key"]: each["doc_count"] for each in found["buckets"]})


def _of_sets(found: dict[str, Any]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for each in found["buckets"]:
        for value in of_set(each["key"]):
            counted[value] += each["doc_count"]
    return counted


def _in_order(counted: Counter[str]) -> list[FacetCount]:
    """Most frequent first."""
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return [FacetCount(value, count) for value, count in ranked[:_MOST_VALUES]]
