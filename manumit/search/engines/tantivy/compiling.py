"""From a plan to Tantivy's queries. How much what weighs is said in ``weights``."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import tantivy
from tantivy import Occur, Query

from manumit.search import days
from manumit.search.engines import weights
from manumit.search.engines.pairs import as_pairs
from manumit.search.engines.tantivy import sampling
from manumit.search.engines.tantivy.conditions import any_of, condition, holding, narrowed, owning
from manumit.search.plan import (
    AllOf,
    AnyOf,
    Days,
    Everything,
    Filter,
    Fuzzy,
    Leaf,
    Most,
    Named,
    Near,
    Node,
    Not,
    Phrase,
    Plan,
    Prefix,
    Term,
    Together,
    Widened,
    leaves,
    places,
)

Spot = Leaf | Near
CompileSpot = Callable[[Spot], Query]
CompileTogether = Callable[[tuple[Together, ...]], Query]


@dataclass(frozen=True, slots=True)
class Fields:
    """Where a term is looked for: the field of an index for each stream, and for pairs of words."""

    schema: tantivy.Schema
    words: str = "words"
    clusters: str = "clusters"
    pairs: str = ""

    def __call__(self, spot: Spot) -> Query:
        """The query for one term, phrase, beginning or misspelling, or for two of them near."""
        match spot:
            case Near():
                return self._near(spot)
            case Term(term, stream):
                return Query.term_query(self.schema, self._field(stream), term)
            case Phrase():
                return self._phrase(spot)
            case Prefix(term, stream):
                # No edits, and anything may follow: Tantivy's query for the beginning of a word.
                return Query.fuzzy_term_query(
                    self.schema, self._field(stream), term, 0, prefix=True
                )
            case Fuzzy(term, edits, stream, spellings):
                field = self._field(stream)
                if not spellings:
                    return Query.fuzzy_term_query(self.schema, field, term, edits)
                found = any_of(Query.term_query(self.schema, field, each) for each in spellings)
                return Query.const_score_query(found, 1.0)  # what the other query gives

    def _field(self, stream: str) -> str:
        return self.words if stream == "words" else self.clusters

    def _phrase(self, phrase: Phrase) -> Query:
        pairs = as_pairs(phrase.terms) if self.pairs and phrase.stream == "words" else None
        if pairs is None:
            return Query.phrase_query(self.schema, self._field(phrase.stream), list(phrase.terms))
        if len(pairs) == 1:
            return Query.term_query(self.schema, self.pairs, pairs[0][1])
        return Query.phrase_query(self.schema, self.pairs, list(pairs))

    def _near(self, near: Near) -> Query:
        """Both as they were at one place, each word allowed to be so far from there."""
        left, right = _terms(near.left), _terms(near.right)
        longest = max(left[-1][0], right[-1][0])
        loosely = Query.phrase_query(
            self.schema, self.words, [*left, *right], slop=near.words + longest
        )
        # A phrase stays one: what is allowed between the two is not allowed inside it.
        phrases = [each for each in (near.left, near.right) if isinstance(each, Phrase)]
        return narrowed(loosely, map(self, phrases))


def of_works(schema: tantivy.Schema) -> Fields:
    """All that a work says."""
    return Fields(schema, pairs="pairs")


def sampled(spot: CompileSpot, halvings: int, schema: tantivy.Schema) -> CompileSpot:
    """The same, with each phrase looked for in the sample alone.

    Asked for one of many phrases in a sample, Tantivy reads the places of all works that have their
    words, and only then looks which are in the sample.
    """

    def compiled(given: Spot) -> Query:
        query = spot(given)
        return sampling.among(query, halvings, schema) if isinstance(given, Phrase) else query

    return compiled


@dataclass(frozen=True, slots=True)
class Matching:
    """From a node to what it matches, scored by its words.

    ``spot`` compiles what stands at one place of a text, ``together`` all of several that must each
    stand in one passage or sentence; they differ for a day, and between the two indexes.
    """

    schema: tantivy.Schema
    spot: CompileSpot
    together: CompileTogether

    def __call__(self, node: Node) -> Query:
        """The query for the node."""
        match node:
            case AllOf(parts):
                return self._all_of(parts)
            case AnyOf(parts):
                return any_of(map(self, parts))
            case Not():
                return self._all_of((node,))
            case Together():
                return self.together((node,))
            case Most(parts, least, whole):
                most = Query.boolean_query(
                    [(Occur.Should, self(part)) for part in parts],
                    minimum_number_should_match=least,
                )
                return any_of([most, Query.const_score_query(self(whole), weights.AS_TYPED)])
            case Widened(part, others):
                typed = self(part)
                rest = Query.boost_query(any_of(map(self, others)), weights.OTHER_NAME)
                typed = any_of([typed, Query.const_score_query(typed, weights.AS_TYPED)])
                return Query.disjunction_max_query([typed, rest])  # the better, never the sum
            case Named(field, part):
                return replace(self, spot=_named(self.schema, field))(part)
            case _:
                return self._single(node)

    def _single(self, node: Everything | Filter | Days | Spot) -> Query:
        match node:
            case Everything():
                return Query.all_query()
            case Filter() | Days():
                return Query.const_score_query(condition(node, self.schema), 0.0)
            case Term(stream="clusters") | Phrase(stream="clusters"):
                return self.spot(node)
            case _:
                return Query.boost_query(self.spot(node), weights.WORD)

    def _all_of(self, parts: Iterable[Node]) -> Query:
        single = list(_in_a_row(parts))
        together = tuple(part for part in single if isinstance(part, Together))
        clauses = [self._required(part) for part in single if not isinstance(part, Together)]
        if together:
            clauses.append((Occur.Must, self.together(together)))
        if all(occur is Occur.MustNot for occur, _ in clauses):
            clauses.append((Occur.Must, Query.all_query()))  # to exclude from
        return Query.boolean_query(clauses)

    def _required(self, part: Node) -> tuple[Occur, Query]:
        if isinstance(part, Not):
            return Occur.MustNot, self(part.part)
        return Occur.Must, self(part)


def _in_a_row(parts: Iterable[Node]) -> Iterator[Node]:
    """What must all be met, without brackets around some of it."""
    for part in parts:
        if isinstance(part, AllOf):
            yield from _in_a_row(part.parts)
        else:
            yield part


def _named(schema: tantivy.Schema, field: str) -> Fields:
    if field == "citation":
        return Fields(schema, "citations", "citations")
    return Fields(schema, "title_words", "title_clusters")


def _terms(leaf: Term | Phrase) -> tuple[tuple[int, str], ...]:
    return leaf.terms if isinstance(leaf, Phrase) else ((0, leaf.term),)


def in_one_passage(node: Together, schema: tantivy.Schema) -> Query:
    """The passages that have all parts, or have them all in one sentence."""
    here = _among_passages(schema)
    whole = here(AllOf(node.parts))
    if node.unit == "passage":
        return whole
    # All words at one place of the field in which each sentence is one place.
    rows = [leaf for leaf in leaves(node) if isinstance(leaf, Term | Phrase)]
    terms = dict.fromkeys((0, term) for leaf in rows for _, term in _terms(leaf))
    if len(terms) == 1:
        return whole
    return narrowed(whole, [Query.phrase_query(schema, "sentences", list(terms))])


def _among_passages(schema: tantivy.Schema) -> Matching:
    """The same among passages, each of which is looked at alone."""

    def together(nodes: tuple[Together, ...]) -> Query:
        return Query.boolean_query([(Occur.Must, in_one_passage(node, schema)) for node in nodes])

    return Matching(schema, Fields(schema), together)


def lasting_or_among(leaf: Spot, schema: tantivy.Schema, owners: list[int]) -> Query:
    """Works that have the leaf on a day: in words without dates, or in a passage holding then.

    ``owners`` are the works with such a passage.
    """
    undated = Query.term_query(schema, "dated_texts", False)
    lasting = Fields(schema, "lasting_words", "lasting_clusters")
    among = owning(schema, owners)
    return any_of(
        [
            narrowed(of_works(schema)(leaf), [undated]),
            lasting(leaf),
            Query.const_score_query(among, weights.PREFERRED),
        ]
    )


def dated_passages(leaf: Spot, schema: tantivy.Schema, on: date) -> Query:
    """Passages with dates that hold on the day and have the leaf."""
    dated = Query.term_query(schema, "dated", True)
    return narrowed(Fields(schema)(leaf), [dated, holding(schema, on)])


def answering_passages(plan: Plan, schema: tantivy.Schema, keys: Iterable[str]) -> Query:
    """The passages of these works that have anything sought, best first."""
    found = _among_passages(schema)
    words = any_of(map(found, [*leaves(plan.match), *places(plan.match)]))
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
    yield Query.const_score_query(still, weights.PREFERRED)
    for code in (code for each in plan.filters if each.facet == "language" for code in each.values):
        yield Query.const_score_query(Query.term_query(schema, "language", code), weights.LANGUAGE)
