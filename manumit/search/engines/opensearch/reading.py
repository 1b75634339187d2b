"""Answering plans: one request for works and counts, one for the passages to quote."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Protocol

from manumit.library.types import SearchPassage
from manumit.search.engines import cards
from manumit.search.engines.opensearch import compiling
from manumit.search.engines.opensearch.schema import PASSAGES
from manumit.search.plan import Plan, leaves
from manumit.search.port import Found, FoundWork
from manumit.search.types import FACETS, FacetCount

_MOST_VALUES = 500  # of a facet
_OTHERS = "others"  # the counts of all facets without a filter
_ORDER: dict[str, list[Any]] = {
    "relevance": ["_score", {"key": "asc"}],
    "newest": [{"first_day": "desc"}, {"key": "asc"}],
    "oldest": [{"last_day": "asc"}, {"key": "asc"}],
    "cited": [{"cited": "desc"}, {"first_day": "desc"}, {"key": "asc"}],
    "added": [{"added": "desc"}, {"key": "asc"}],
}


class Ask(Protocol):
    """Asks the index in use and gives its answer."""

    def __call__(self, body: dict[str, Any]) -> Mapping[str, Any]: ...


def execute(plan: Plan, ask: Ask) -> Found:
    """Answer the plan."""
    asked = compiling.affordable(plan)
    answer = ask(_works(asked))
    hits = answer["hits"]["hits"]
    best = _best_passages(asked, [hit["_id"] for hit in hits], ask)
    return Found(
        total=answer["hits"]["total"]["value"],
        works=tuple(_found(hit, best.get(hit["_id"])) for hit in hits),
        facets=partial(_counts, plan, answer["aggregations"]),
        as_typed=asked != plan,
    )


def _works(plan: Plan) -> dict[str, Any]:
    """Filters by facets come after the counts, which leave out each its own."""
    query = compiling.narrowed(compiling.matching(plan), compiling.conditions(plan))
    if plan.sort == "relevance" and plan.lifted:
        query = compiling.lifted(query, plan)
    return {
        "query": query,
        "post_filter": _all(_conditions(plan).values()),
        "aggs": _counting(plan),
        "sort": _ORDER[plan.sort],
        "from": plan.offset,
        "size": plan.limit,
        "track_total_hits": True,
        "stored_fields": ["card"],
    }


def _conditions(plan: Plan) -> dict[str, compiling.Query]:
    return {each.facet: compiling.condition(each) for each in plan.filters}


def _all(asked: Any) -> compiling.Query:
    return {"bool": {"filter": list(asked)}}


def _counting(plan: Plan) -> dict[str, Any]:
    asked = _conditions(plan)
    counting = {_OTHERS: _counted([facet for facet in FACETS if facet not in asked], asked)}
    for facet in asked:
        rest = {name: each for name, each in asked.items() if name != facet}
        counting[facet] = _counted([facet], rest)
    return counting


def _counted(facets: list[str], asked: Mapping[str, compiling.Query]) -> dict[str, Any]:
    values = {facet: {"terms": {"field": facet, "size": _MOST_VALUES}} for facet in facets}
    return {"filter": _all(asked.values()), "aggs": values}


def _counts(plan: Plan, aggregations: Mapping[str, Any]) -> dict[str, list[FacetCount]]:
    filtered = _conditions(plan)
    return {
        facet: [
            FacetCount(each["key"], each["doc_count"])
            for each in aggregations[facet if facet in filtered else _OTHERS][facet]["buckets"]
        ]
        for facet in FACETS
    }


def _found(hit: Mapping[str, Any], passage: SearchPassage | None) -> FoundWork:
    card = cards.work(hit["fields"]["card"][0])
    return FoundWork(*card, score=hit["_score"] or 0.0, passage=passage)


def _best_passages(plan: Plan, keys: list[str], ask: Ask) -> dict[str, SearchPassage]:
    """By key; works that only their title, a citation or a topic speaks for have none."""
    if not keys or not any(leaves(plan.match)):
        return {}
    inside = {
        "path": PASSAGES,
        "query": compiling.answering_passages(plan),
        "inner_hits": {"size": 1, "stored_fields": [f"{PASSAGES}.card"]},
    }
    query = _all([{"ids": {"values": keys}}, {"nested": inside}])
    answer = ask({"query": query, "size": len(keys), "stored_fields": []})
    return {hit["_id"]: _quoted(hit) for hit in answer["hits"]["hits"]}


def _quoted(hit: Mapping[str, Any]) -> SearchPassage:
    best = hit["inner_hits"][PASSAGES]["hits"]["hits"][0]
    return cards.passage(best["fields"][f"{PASSAGES}.card"][0])
