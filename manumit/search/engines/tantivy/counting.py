"""Counting facets, the dearest part of a search that finds a great many works."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import tantivy

from manumit.search.engines.tantivy import sampling
from manumit.search.engines.tantivy.schema import FACET_FIELDS
from manumit.search.types import FacetCount

Facets = dict[str, list[FacetCount]]

_MOST_VALUES = 500  # of a facet


class Asked(NamedTuple):
    """What is counted: ``matching`` gives what matches among the works of a sample, by its halvings."""

    searcher: tantivy.Searcher
    matching: Callable[[int], tantivy.Query]


def counts(asked: Asked, facets: Iterable[str]) -> Facets:
    """The values of each facet among what matches.

    Of very many works they are counted in a sample, and are estimates.
    """
    halvings = sampling.halvings_for(_how_many(asked))
    counted = _counts(asked.searcher, asked.matching(halvings), facets)
    if not halvings:
        return counted
    return {
        facet: [
            FacetCount(each.value, sampling.estimate(each.count, halvings), estimated=True)
            for each in found
        ]
        for facet, found in counted.items()
    }


def _how_many(asked: Asked) -> int:
    """About how many works match: enough to tell whether to count them all.

    Of an index small enough to count all of it that is how many there are.
    """
    halvings = sampling.halvings_to_tell(asked.searcher.num_docs)
    if not halvings:
        return int(asked.searcher.num_docs)
    found = asked.searcher.search(asked.matching(halvings), 1)
    count: int = found.count  # type: ignore[attr-defined]  # left out of its stubs
    return count << halvings


def _counts(searcher: tantivy.Searcher, query: tantivy.Query, facets: Iterable[str]) -> Facets:
    fields = {facet: (FACET_FIELDS[facet], _MOST_VALUES) for facet in facets}
    found = _aggregated(searcher, query, fields)
    return {facet: _in_order(counted) for facet, counted in found.items()}


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


def _in_order(found: dict[str, Any]) -> list[FacetCount]:
    """Most frequent first."""
    counted = [(each["key"], each["doc_count"]) for each in found["buckets"]]
    return [FacetCount(*each) for each in sorted(counted, key=lambda each: (-each[1], each[0]))]
