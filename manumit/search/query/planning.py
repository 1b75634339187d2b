"""From a request to a plan."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from manumit.search import analysis
from manumit.search.days import EARLIEST, LATEST, span
from manumit.search.plan import (
    NOTHING,
    AllOf,
    AnyOf,
    Days,
    Everything,
    Filter,
    Leaf,
    Node,
    Not,
    Phrase,
    Plan,
    Stream,
    Term,
    leaves,
)
from manumit.search.query.reading import Clause, read
from manumit.search.types import DEEPEST, FACETS, MOST_HITS, SearchRequest

MOST_CLAUSES = 32
LONGEST_PHRASE = 64  # terms
LOOSENED = "No work has all of these words; these have some of them."


@dataclass(frozen=True, slots=True)
class Intent:
    """The plan; a looser one for when it finds nothing, if there is one; remarks for the reader."""

    plan: Plan
    looser: Plan | None
    remarks: tuple[str, ...]


def plan(request: SearchRequest) -> Intent:
    """What the request means. Whatever cannot be understood is left out with a remark."""
    reading = read(request.query)
    remarks = [*reading.remarks, *_oddities(request)]
    if len(reading.clauses) > MOST_CLAUSES:
        remarks.append(f"Only the first {MOST_CLAUSES} words were used.")
    clauses = reading.clauses[:MOST_CLAUSES]
    blank = not request.query.strip()
    strict = _plan(request, Everything() if blank else _all_of(clauses), clauses)
    looser = _any_of(clauses)
    return Intent(
        plan=strict,
        looser=replace(strict, match=looser) if looser else None,
        remarks=tuple(remarks),
    )


def _plan(request: SearchRequest, match: Node, clauses: Iterable[Clause]) -> Plan:
    by_date = request.sort == "relevance" and not any(leaves(match))
    return Plan(
        match=match,
        whole=_whole(clauses),
        filters=_filters(request),
        days=_days(request),
        on=request.on,
        sort="newest" if by_date else request.sort,
        limit=max(0, min(request.limit, MOST_HITS)),
        offset=max(0, min(request.offset, DEEPEST)),
    )


def _all_of(clauses: tuple[Clause, ...]) -> Node:
    parts = _distinct(_excludable(clause) for clause in clauses)
    if not parts:
        return NOTHING
    return parts[0] if len(parts) == 1 and not isinstance(parts[0], Not) else AllOf(parts)


def _any_of(clauses: tuple[Clause, ...]) -> Node | None:
    """Any word of those asked for, still without those excluded; None if that is no looser."""
    wanted = _distinct(part for clause in clauses for part in _loose(clause))
    if len(wanted) < 2:
        return None
    excluded = tuple(Not(_node(clause)) for clause in clauses if clause.role == "excluded")
    return AllOf((AnyOf(wanted), *excluded))


def _distinct(nodes: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(dict.fromkeys(nodes))


def _loose(clause: Clause) -> list[Node]:
    match clause.role:
        case "excluded":
            return []
        case "quoted":
            return [_node(clause)]
        case "word":
            return [Term(token.term) for token in analysis.sought(clause.text)]


def _excludable(clause: Clause) -> Node:
    return Not(_node(clause)) if clause.role == "excluded" else _node(clause)


def _node(clause: Clause) -> Node:
    """The clause as a phrase; in scripts without spaces, by its words or by its syllables."""
    words = _phrase(analysis.sought(clause.text), "words")
    if not analysis.is_southeast(clause.text):
        return words
    pairs = analysis.clusters(clause.text)
    return AnyOf((words, _phrase(pairs, "clusters"))) if pairs else words


def _phrase(tokens: list[analysis.Token], stream: Stream) -> Leaf:
    first = tokens[0].position
    terms = tuple((token.position - first, token.term) for token in tokens[:LONGEST_PHRASE])
    return Phrase(terms, stream) if len(terms) > 1 else Term(terms[0][1], stream)


def _whole(clauses: Iterable[Clause]) -> Phrase | None:
    text = " ".join(clause.text for clause in clauses if clause.role != "excluded")
    tokens = analysis.sought(text)
    phrase = _phrase(tokens, "words") if tokens else None
    return phrase if isinstance(phrase, Phrase) else None


def _filters(request: SearchRequest) -> tuple[Filter, ...]:
    return tuple(
        Filter(facet, tuple(_clean(value) for value in request.filters[facet]))
        for facet in FACETS
        if request.filters.get(facet)
    )


def _clean(value: str) -> str:
    """Without what no engine can encode."""
    return value.encode("utf-8", "replace").decode()


def _days(request: SearchRequest) -> Days | None:
    first, last = span(request.date_from), span(request.date_to)
    if first is None and last is None:
        return None
    return Days(first.first if first else EARLIEST, last.last if last else LATEST)


def _oddities(request: SearchRequest) -> list[str]:
    """What in the request, apart from the query, is ignored."""
    remarks = [
        f"“{facet}” cannot be filtered by." for facet in request.filters if facet not in FACETS
    ]
    remarks += [
        f"“{dated}” is not a date such as 2019, 2019-05 or 2019-05-31."
        for dated in (request.date_from, request.date_to)
        if dated.strip() and span(dated) is None
    ]
    if request.offset > DEEPEST:
        remarks.append(f"Only the first {DEEPEST:,} hits can be paged through.")
    return remarks
