"""From a plan to Tantivy's queries. The only module that knows how much what weighs."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import tantivy
from tantivy import FieldType, Occur, Query

from manumit.search import days
from manumit.search.engines.tantivy.schema import FACET_FIELDS
from manumit.search.plan import (
    AllOf,
    AnyOf,
    Everything,
    Leaf,
    Node,
    Not,
    Phrase,
    Plan,
    Term,
    leaves,
)

# What a match is worth in these fields, on top of what it is worth among all words.
_TITLE, _CITATION, _LABEL = 3.0, 4.0, 1.0
_WHOLE_TITLE, _WHOLE_CITATION, _WHOLE_WORDS = 6.0, 10.0, 3.0
# A word is worth more than a pair of syllables, which is there to miss nothing.
_WORD = 2.0
# Among passages about equal, the one that still holds; before all, the language filtered by.
_PREFERRED, _LANGUAGE = 1.0, 100.0

CompileLeaf = Callable[[Leaf], Query]


@dataclass(frozen=True, slots=True)
class Fields:
    """Where a term is looked for: the field of an index for each stream."""

    schema: tantivy.Schema
    words: str = "words"
    clusters: str = "clusters"

    def __call__(self, leaf: Leaf) -> Query:
        """The query for one term or phrase."""
        field = self.words if leaf.stream == "words" else self.clusters
        if isinstance(leaf, Term):
            return Query.term_query(self.schema, field, leaf.term)
        return Query.phrase_query(self.schema, field, list(leaf.terms))


def matching(node: Node, compile_leaf: CompileLeaf) -> Query:
    """What the node matches, scored by its words."""
    match node:
        case Everything():
            return Query.all_query()
        case Term() | Phrase():
            worth = _WORD if node.stream == "words" else 1.0
            return Query.boost_query(compile_leaf(node), worth)
        case AllOf(parts):
            return _all_of(parts, compile_leaf)
        case AnyOf(parts):
            return any_of(matching(part, compile_leaf) for part in parts)
        case Not():
            return _all_of((node,), compile_leaf)


def _all_of(parts: Iterable[Node], compile_leaf: CompileLeaf) -> Query:
    clauses = [_required(part, compile_leaf) for part in parts]
    if all(occur is Occur.MustNot for occur, _ in clauses):
        clauses.append((Occur.Must, Query.all_query()))  # to exclude from
    return Query.boolean_query(clauses)


def _required(part: Node, compile_leaf: CompileLeaf) -> tuple[Occur, Query]:
    if isinstance(part, Not):
        return Occur.MustNot, matching(part.part, compile_leaf)
    return Occur.Must, matching(part, compile_leaf)


def any_of(queries: Iterable[Query]) -> Query:
    """One of the queries at least; nothing when there are none."""
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def narrowed(query: Query, conditions: Iterable[Query]) -> Query:
    """The query's matches that also meet every condition; the score stays the query's."""
    unscored = [(Occur.Must, Query.const_score_query(each, 0.0)) for each in conditions]
    return Query.boolean_query([(Occur.Must, query), *unscored]) if unscored else query


def lifted(query: Query, plan: Plan, schema: tantivy.Schema) -> Query:
    """The same matches, higher up when a title, citation or topic has the words, or all in a row."""
    title = Fields(schema, "title_words", "title_clusters")
    citation, label = Fields(schema, "citations"), Fields(schema, "labels")
    lifts = [Query.boost_query(title(leaf), _TITLE) for leaf in leaves(plan.match)]
    for leaf in leaves(plan.match):
        if leaf.stream == "words":
            lifts.append(Query.boost_query(citation(leaf), _CITATION))
            lifts.append(Query.boost_query(label(leaf), _LABEL))
    if plan.whole:
        lifts.append(Query.boost_query(title(plan.whole), _WHOLE_TITLE))
        lifts.append(Query.boost_query(citation(plan.whole), _WHOLE_CITATION))
        if plan.whole not in leaves(plan.match):
            lifts.append(Query.boost_query(Fields(schema)(plan.whole), _WHOLE_WORDS))
    optional = [(Occur.Should, lift) for lift in lifts]
    return Query.boolean_query([(Occur.Must, query), *optional]) if optional else query


def conditions(plan: Plan, schema: tantivy.Schema, without: str = "") -> list[Query]:
    """The plan's filters, but for the facet ``without``, and its days."""
    chosen = [
        any_of(Query.term_query(schema, FACET_FIELDS[each.facet], code) for code in each.values)
        for each in plan.filters
        if each.facet != without
    ]
    if plan.days:
        chosen.append(_between(schema, "first_day", days.EARLIEST + 1, plan.days.last))
        chosen.append(_between(schema, "last_day", plan.days.first, days.LATEST))
    if plan.on:
        chosen.append(holding(schema, plan.on))
    return chosen


def holding(schema: tantivy.Schema, on: date) -> Query:
    """What holds on the day; what has no dates always does."""
    day = days.number(on)
    return Query.boolean_query(
        [
            (Occur.Must, _between(schema, "holds_from", days.EARLIEST, day)),
            (Occur.Must, _between(schema, "holds_to", day, days.LATEST)),
        ]
    )


def lasting_or_among(leaf: Leaf, schema: tantivy.Schema, keys: list[str]) -> Query:
    """Works that have the leaf on a day: in words without dates, or in a passage holding then.

    ``keys`` are the works with such a passage.
    """
    undated = Query.term_query(schema, "dated_texts", False)
    lasting = Fields(schema, "lasting_words", "lasting_clusters")
    among = Query.term_set_query(schema, "key", keys)
    return any_of(
        [
            narrowed(Fields(schema)(leaf), [undated]),
            lasting(leaf),
            Query.const_score_query(among, _PREFERRED),
        ]
    )


def dated_passages(leaf: Leaf, schema: tantivy.Schema, on: date) -> Query:
    """Passages with dates that hold on the day and have the leaf."""
    dated = Query.term_query(schema, "dated", True)
    return narrowed(Fields(schema)(leaf), [dated, holding(schema, on)])


def answering_passages(plan: Plan, schema: tantivy.Schema, keys: Iterable[str]) -> Query:
    """The passages of these works that have anything sought, best first."""
    words = any_of(matching(leaf, Fields(schema)) for leaf in leaves(plan.match))
    of_works = any_of(Query.term_query(schema, "key", key) for key in keys)
    held = [holding(schema, plan.on)] if plan.on else []
    query = narrowed(words, [of_works, *held])
    # One inside the other: side by side, Tantivy would score them for passages of other works.
    for better in _preferences(plan, schema):
        query = Query.boolean_query([(Occur.Must, query), (Occur.Should, better)])
    return query


def _preferences(plan: Plan, schema: tantivy.Schema) -> Iterator[Query]:
    if plan.whole and plan.whole not in leaves(plan.match):
        yield Fields(schema)(plan.whole)
    still = Query.term_query(schema, "holds_to", days.LATEST)
    yield Query.const_score_query(still, _PREFERRED)
    for code in (code for each in plan.filters if each.facet == "language" for code in each.values):
        yield Query.const_score_query(Query.term_query(schema, "language", code), _LANGUAGE)


def _between(schema: tantivy.Schema, field: str, first: int, last: int) -> Query:
    return Query.range_query(schema, field, FieldType.Unsigned, first, last)
