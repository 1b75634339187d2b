"""From a plan to OpenSearch's queries. How much what weighs is said in ``weights``."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from manumit.search import days
from manumit.search.engines import weights
from manumit.search.engines.opensearch.schema import ONE_SENTENCE, PASSAGES
from manumit.search.engines.opensearch.terms import BAR, written
from manumit.search.engines.pairs import as_pairs
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

_MOST_CLAUSES = 1000  # a cluster takes 1024; filters take some too
_MOST_MISSPELT = 8
Query = dict[str, Any]
Spot = Leaf | Near
CompileSpot = Callable[[Spot], Query]
CompileTogether = Callable[[Together], Query]


@dataclass(frozen=True, slots=True)
class Fields:
    """Where a term is looked for: the field for each stream, and for pairs of words."""

    words: str = "words"
    clusters: str = "clusters"
    pairs: str = ""

    def __call__(self, spot: Spot) -> Query:
        """The query for one term, phrase, beginning or misspelling, or for two of them near."""
        match spot:
            case Near(left, right, words):
                return _near(self.words, [_row(self.words, left), _row(self.words, right)], words)
            case Term(term, stream):
                return {"term": {self._field(stream): {"value": term}}}
            case Phrase():
                return self._phrase(spot)
            case Prefix(term, stream):
                begins = {"value": term, "rewrite": "constant_score"}
                return {"prefix": {self._field(stream): begins}}
            case Fuzzy(term, edits, stream):
                likely = {"value": term, "fuzziness": edits, "rewrite": "constant_score"}
                return {"fuzzy": {self._field(stream): likely}}

    def _field(self, stream: str) -> str:
        return self.words if stream == "words" else self.clusters

    def _phrase(self, phrase: Phrase) -> Query:
        pairs = as_pairs(phrase.terms) if self.pairs and phrase.stream == "words" else None
        if pairs is None:
            return {"match_phrase": {self._field(phrase.stream): {"query": written(phrase.terms)}}}
        if len(pairs) == 1:
            return {"term": {self.pairs: {"value": pairs[0][1]}}}
        return {"match_phrase": {self.pairs: {"query": written(pairs)}}}


_ANYWHERE = Fields(pairs="pairs")
_LASTING = Fields("lasting_words", "lasting_clusters")
_TITLES = Fields("title_words", "title_clusters")
_CITATIONS = Fields("citations", "citations")
_LABELS = Fields("labels", "labels")
_PASSAGE = Fields(f"{PASSAGES}.words", f"{PASSAGES}.clusters")


def _row(field: str, leaf: Term | Phrase) -> Query:
    """A term, or terms each at its distance from the first, as what can be near something."""
    if isinstance(leaf, Term):
        return {"span_term": {field: leaf.term}}
    clauses: list[Query] = []
    end = 0
    for position, term in leaf.terms:
        if position > end:
            clauses.append({"span_gap": {field: position - end}})
        clauses.append({"span_term": {field: term}})
        end = position + 1
    return {"span_near": {"clauses": clauses, "slop": 0, "in_order": True}}


def _near(field: str, spans: list[Query], words: int) -> Query:
    """Neighbours are one word from each other, with none between."""
    return {"span_near": {"clauses": spans, "slop": words - 1, "in_order": False}}


@dataclass(frozen=True, slots=True)
class Matching:
    """From a node to what it matches, scored by its words.

    ``spot`` compiles what stands at one place of a text, ``together`` what must stand in one passage
    or sentence; they differ for a day, and between works and passages.
    """

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
                return self.together(node)
            case Most(parts, least, whole):
                most = any_of(map(self, parts), least)
                return any_of([most, _constant(self(whole), weights.AS_TYPED)])
            case Widened(part, others):
                return self._widened(self(part), any_of(map(self, others)))
            case Named(field, part):
                named = _CITATIONS if field == "citation" else _TITLES
                return replace(self, spot=named)(part)
            case _:
                return self._single(node)

    def _single(self, node: Everything | Filter | Days | Spot) -> Query:
        match node:
            case Everything():
                return {"match_all": {}}
            case Filter() | Days():
                return _constant(condition(node), 0.0)
            case Term(stream="clusters") | Phrase(stream="clusters"):
                return self.spot(node)
            case _:
                return _boosted(self.spot(node), weights.WORD)

    def _widened(self, typed: Query, others: Query) -> Query:
        """The better of both, never their sum."""
        as_typed = any_of([typed, _constant(typed, weights.AS_TYPED)])
        return {"dis_max": {"queries": [as_typed, _boosted(others, weights.OTHER_NAME)]}}

    def _all_of(self, parts: Iterable[Node]) -> Query:
        nodes = list(parts)
        wanted = [self(part) for part in nodes if not isinstance(part, Not)]
        excluded = [self(part.part) for part in nodes if isinstance(part, Not)]
        return {"bool": {"must": wanted or [{"match_all": {}}], "must_not": excluded}}


def affordable(plan: Plan) -> Plan:
    """The plan, or what was typed alone where the many other names of it are too many clauses."""
    if _clauses(matching(plan)) <= _MOST_CLAUSES:
        return plan
    return replace(plan, match=_as_typed(plan.match))


def matching(plan: Plan) -> Query:
    """The works that match, scored by their words.

    On a day, works with texts that hold for some days only are asked in their own way.
    """
    if not plan.on:
        return Matching(_ANYWHERE, _together([]))(plan.match)
    together = _together([holding(plan.on, PASSAGES)])
    undated = Matching(_ANYWHERE, together)(plan.match)
    dated = Matching(_on_day(plan.on), together)(plan.match)
    return any_of(
        [
            narrowed(undated, [{"term": {"dated_texts": False}}]),
            narrowed(dated, [{"term": {"dated_texts": True}}]),
        ]
    )


def _together(held: list[Query]) -> CompileTogether:
    def compiled(node: Together) -> Query:
        return _constant(_nested(narrowed(_in_one_passage(node), held)), 1.0)

    return compiled


def _on_day(on: date) -> CompileSpot:
    """Works that have a spot on a day: in words without dates, or in a passage holding then."""
    then = [{"term": {f"{PASSAGES}.dated": days.number(on)}}]

    def compiled(spot: Spot) -> Query:
        among = _nested(narrowed(_PASSAGE(spot), then))
        return any_of([_LASTING(spot), _constant(among, weights.PREFERRED)])

    return compiled


def _clauses(query: Any) -> int:
    """How many leaves a query has, no fewer than a cluster counts.

    It counts a range twice, each place of a phrase that has two terms at one, and with what is nested
    that it is a passage.
    """
    match query:
        case {"match_phrase": asked}:
            [phrase] = asked.values()
            return len(phrase["query"].split()) if BAR in phrase["query"] else 1
        case {"range": _}:
            return 2
        case {"nested": inner}:
            return _clauses(inner) + 2  # and the day on which the passage holds is a range
        case dict():
            return max(1, sum(map(_clauses, query.values())))
        case list():
            return sum(map(_clauses, query))
        case _:
            return 0


def _as_typed(node: Node) -> Node:
    """The node without what else a thing is called."""
    match node:
        case Widened(part):
            return _as_typed(part)
        case AllOf(parts):
            return AllOf(tuple(map(_as_typed, parts)))
        case AnyOf(parts):
            return AnyOf(tuple(map(_as_typed, parts)))
        case Most(parts, least, whole):
            return Most(tuple(map(_as_typed, parts)), least, _as_typed(whole))
        case _:
            return node


def _in_one_passage(node: Together) -> Query:
    """The passages that have all parts, or have them all in one sentence."""
    whole = Matching(_PASSAGE, _in_one_passage)(AllOf(node.parts))
    if node.unit == "passage":
        return whole
    rows = [leaf for leaf in leaves(node) if isinstance(leaf, Term | Phrase)]
    terms = dict.fromkeys(term for leaf in rows for _, term in _terms(leaf))
    if len(terms) == 1:
        return whole
    field = f"{PASSAGES}.sentences"
    spans: list[Query] = [{"span_term": {field: term}} for term in terms]
    return narrowed(whole, [_near(field, spans, ONE_SENTENCE)])


def _terms(leaf: Term | Phrase) -> tuple[tuple[int, str], ...]:
    return leaf.terms if isinstance(leaf, Phrase) else ((0, leaf.term),)


def lifted(query: Query, plan: Plan) -> Query:
    """The same matches, higher up when a title, citation or topic has the words, or all in a row."""
    lifts = list(_lifts(plan))
    if not lifts or _clauses(query) + _clauses(lifts) > _MOST_CLAUSES:
        return query
    return {"bool": {"must": [query], "should": lifts}}


def _lifts(plan: Plan) -> Iterator[Query]:
    own = list(_few_misspelt(leaves(plan.match, widened=False)))
    for leaf in own:
        yield _boosted(_TITLES(leaf), weights.TITLE)
        if leaf.stream == "words":
            yield _boosted(_CITATIONS(leaf), weights.CITATION)
            yield _boosted(_LABELS(leaf), weights.LABEL)
    if plan.whole:
        yield _boosted(_TITLES(plan.whole), weights.WHOLE_TITLE)
        yield _boosted(_CITATIONS(plan.whole), weights.WHOLE_CITATION)
        if plan.whole not in own:
            yield _boosted(_ANYWHERE(plan.whole), weights.WHOLE_WORDS)
    yield from _by_name(plan)
    if own:
        yield _leaned_on(own)


def _by_name(plan: Plan) -> Iterator[Query]:
    """What has the query for a name, and what is from where its language is spoken."""
    if plan.name:
        yield _constant({"term": {"whole_name": plan.name}}, weights.NAMED)
    if plan.homes:
        yield _constant(condition(Filter("jurisdiction", plan.homes)), weights.HOME)


def _leaned_on(own: Iterable[Leaf]) -> Query:
    """Of works with any of the words in their titles, those that others cite: more for more."""
    steps = [{"range": {"cited": {"gte": least}}} for least in weights.CITED_STEPS]
    more = [_constant(step, weights.CITED) for step in steps]
    return {"bool": {"filter": [any_of(map(_TITLES, own))], "should": more}}


def conditions(plan: Plan) -> list[Query]:
    """The days that the plan asks for; its facets are ``condition`` of each filter."""
    asked = [condition(plan.days)] if plan.days else []
    return [*asked, holding(plan.on)] if plan.on else asked


def condition(wanted: Filter | Days) -> Query:
    """Works with one of a facet's values, or of these days."""
    if isinstance(wanted, Filter):
        return {"terms": {wanted.facet: list(wanted.values)}}
    if wanted.first > wanted.last:
        return {"match_none": {}}
    return {"range": {"days": {"gte": wanted.first, "lte": wanted.last, "relation": "intersects"}}}


def holding(on: date, within: str = "") -> Query:
    """What holds on the day; what has no dates always does."""
    return {"term": {f"{within}.holds" if within else "holds": days.number(on)}}


def answering_passages(plan: Plan) -> Query:
    """The passages that have anything sought, best first."""
    found = Matching(_PASSAGE, _in_one_passage)
    words = any_of(map(found, [*_few_misspelt(leaves(plan.match)), *places(plan.match)]))
    held = [holding(plan.on, PASSAGES)] if plan.on else []
    return {"bool": {"must": [words], "filter": held, "should": list(_preferences(plan))}}


def _few_misspelt(found: Iterable[Leaf]) -> Iterator[Leaf]:
    """The leaves, of misspellings only the first few.

    A cluster works out the words that each may stand for anew for every field it is sought in, and
    for every work on a page.
    """
    misspelt = 0
    for leaf in found:
        misspelt += isinstance(leaf, Fuzzy)
        if misspelt <= _MOST_MISSPELT or not isinstance(leaf, Fuzzy):
            yield leaf


def _preferences(plan: Plan) -> Iterator[Query]:
    if plan.whole and plan.whole not in leaves(plan.match):
        yield _PASSAGE(plan.whole)
    yield _constant({"term": {f"{PASSAGES}.still": True}}, weights.PREFERRED)
    for code in (code for each in plan.filters if each.facet == "language" for code in each.values):
        yield _constant({"term": {f"{PASSAGES}.language": code}}, weights.LANGUAGE)


def any_of(queries: Iterable[Query], least: int = 1) -> Query:
    """So many of the queries at least; nothing when there are none."""
    found = list(queries)
    if not found:
        return {"match_none": {}}
    return {"bool": {"should": found, "minimum_should_match": least}}


def narrowed(query: Query, asked: Iterable[Query]) -> Query:
    """The query's matches that also meet every condition; the score stays the query's."""
    unscored = list(asked)
    return {"bool": {"must": [query], "filter": unscored}} if unscored else query


def _constant(query: Query, score: float) -> Query:
    return {"constant_score": {"filter": query, "boost": score}}


def _boosted(query: Query, boost: float) -> Query:
    return {"bool": {"must": [query], "boost": boost}}


def _nested(query: Query) -> Query:
    return {"nested": {"path": PASSAGES, "query": query, "score_mode": "none"}}
