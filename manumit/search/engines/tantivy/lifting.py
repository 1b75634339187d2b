"""What comes first among what matches: lifts of constant size, so that any engine can give them."""

from collections.abc import Iterable, Iterator
from functools import reduce

import tantivy
from tantivy import Occur, Query

from manumit.search.engines import weights
from manumit.search.engines.tantivy.compiling import Fields, of_works
from manumit.search.engines.tantivy.conditions import any_of, condition, narrowed
from manumit.search.plan import Filter, Leaf, Plan, leaves


def lifted(query: Query, plan: Plan, schema: tantivy.Schema) -> Query:
    """The same matches, higher up when a title, citation or topic has the words, or all in a row."""
    title = Fields(schema, "title_words", "title_clusters")
    own = list(leaves(plan.match, widened=False))
    citation, label = Fields(schema, "citations"), Fields(schema, "labels")
    lifts = [Query.boost_query(title(leaf), weights.TITLE) for leaf in own]
    for leaf in own:
        if leaf.stream == "words":
            lifts.append(Query.boost_query(citation(leaf), weights.CITATION))
            lifts.append(Query.boost_query(label(leaf), weights.LABEL))
    if plan.whole:
        lifts.append(Query.boost_query(title(plan.whole), weights.WHOLE_TITLE))
        lifts.append(Query.boost_query(citation(plan.whole), weights.WHOLE_CITATION))
        if plan.whole not in own:
            lifts.append(Query.boost_query(of_works(schema)(plan.whole), weights.WHOLE_WORDS))
    lifts += [*_by_name(plan, schema), *_leaned_on(own, title, schema)]
    optional = [(Occur.Should, lift) for lift in lifts]
    return Query.boolean_query([(Occur.Must, query), *optional]) if optional else query


def _by_name(plan: Plan, schema: tantivy.Schema) -> Iterator[Query]:
    """What has the query for a name, and what is from where its language is spoken."""
    if plan.name:
        yield Query.const_score_query(
            Query.term_query(schema, "whole_name", plan.name), weights.NAMED
        )
    if plan.homes:
        home = condition(Filter("jurisdiction", plan.homes), schema)
        yield Query.const_score_query(home, weights.HOME)


def _leaned_on(own: Iterable[Leaf], title: Fields, schema: tantivy.Schema) -> Iterator[Query]:
    """Of works with any of the words in their titles, those that others cite: more for more."""
    # One step inside the other: side by side, Tantivy reads all works that are cited, for a few titles.
    steps = [_cited(schema, step) for step in weights.CITED_STEPS]
    yield narrowed(reduce(_and_more, reversed(steps)), [any_of(map(title, own))])


def _and_more(further: Query, reached: Query) -> Query:
    return Query.boolean_query([(Occur.Must, reached), (Occur.Should, further)])


def _cited(schema: tantivy.Schema, step: int) -> Query:
    reached = Query.term_query(schema, "cited_step", str(step))
    return Query.const_score_query(reached, weights.CITED)
