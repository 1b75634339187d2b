"""What must hold of a work or passage apart from words: filters, days, whose it is."""

from collections.abc import Iterable
from datetime import date

import tantivy
from tantivy import FieldType, Occur, Query

from manumit.search import days
from manumit.search.engines.tantivy.schema import FACET_FIELDS
from manumit.search.plan import Days, Filter, Plan


def any_of(queries: Iterable[Query]) -> Query:
    """One of the queries at least; nothing when there are none."""
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def narrowed(query: Query, conditions: Iterable[Query]) -> Query:
    """The query's matches that also meet every condition; the score stays the query's."""
    unscored = [(Occur.Must, Query.const_score_query(each, 0.0)) for each in conditions]
    return Query.boolean_query([(Occur.Must, query), *unscored]) if unscored else query


def conditions(plan: Plan, schema: tantivy.Schema, without: str = "") -> list[Query]:
    """The plan's filters, but for the facet ``without``, and its days."""
    chosen = [condition(each, schema) for each in plan.filters if each.facet != without]
    if plan.days:
        chosen.append(condition(plan.days, schema))
    if plan.on:
        chosen.append(holding(schema, plan.on))
    return chosen


def condition(wanted: Filter | Days, schema: tantivy.Schema) -> Query:
    """Works with one of a facet's values, or of these days."""
    if isinstance(wanted, Filter):
        field = FACET_FIELDS[wanted.facet]
        return any_of(Query.term_query(schema, field, code) for code in wanted.values)
    return Query.boolean_query(
        [
            (Occur.Must, _between(schema, "first_day", days.EARLIEST + 1, wanted.last)),
            (Occur.Must, _between(schema, "last_day", wanted.first, days.LATEST)),
        ]
    )


def holding(schema: tantivy.Schema, on: date) -> Query:
    """What holds on the day; what has no dates always does."""
    day = days.number(on)
    return Query.boolean_query(
        [
            (Occur.Must, _between(schema, "holds_from", days.EARLIEST, day)),
            (Occur.Must, _between(schema, "holds_to", day, days.LATEST)),
        ]
    )


def owning(schema: tantivy.Schema, owners: list[int]) -> Query:
    """The works whose keys have these numbers."""
    return Query.term_set_query(schema, "owner", owners)


def _between(schema: tantivy.Schema, field: str, first: int, last: int) -> Query:
    return Query.range_query(schema, field, FieldType.Unsigned, first, last)
