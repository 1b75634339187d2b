"""Searching, and the state of the index."""

from dataclasses import replace

from manumit.search import analysis
from manumit.search.analysis.apart import FIRST_SIGN, SIGNS, UNSPACED, alike, apart, han_in
from manumit.search.answering import answer
from manumit.search.asking import SORTS, query_in, request_in
from manumit.search.citing import cited_in
from manumit.search.discretion import excerpt, forgetting, telling, told
from manumit.search.likeness import Like, Likeness
from manumit.search.loading import engine
from manumit.search.plan import AnyOf, Plan, Term
from manumit.search.query import homes_of
from manumit.search.spotting import Spot, Spotter
from manumit.search.types import IndexState, SearchRequest, SearchResult

__all__ = [
    "FIRST_SIGN",
    "SIGNS",
    "SORTS",
    "UNSPACED",
    "Like",
    "Likeness",
    "Spot",
    "Spotter",
    "alike",
    "apart",
    "excerpt",
    "forgetting",
    "han_in",
    "homes_of",
    "index_state",
    "plainly_ranked",
    "query_in",
    "request_in",
    "search",
    "search_words",
    "telling",
    "told",
]


def search(request: SearchRequest) -> SearchResult:
    """Answer a request. No request is wrong: what cannot be understood is told in the hint.

    Raises SearchUnavailable when there is no index.
    """
    whole = _whole(request)
    return replace(answer(engine(), whole), cited=cited_in(whole.query))


def search_words(request: SearchRequest) -> SearchResult:
    """The same without the citations of the query: what the index alone can answer."""
    return answer(engine(), _whole(request))


def _whole(request: SearchRequest) -> SearchRequest:
    """The request without half characters, which a terminal may hand over: they mean nothing."""
    return replace(request, query=request.query.encode("utf-8", "replace").decode())


def plainly_ranked(query: str, limit: int) -> list[str]:
    """The keys that BM25 alone puts first for any of the query's words: what benchmarks beat.

    Raises SearchUnavailable as ``search`` does.
    """
    words = tuple(dict.fromkeys(Term(token.term) for token in analysis.analyse(query)))
    found = engine().execute(
        Plan(AnyOf(words), None, (), None, None, "relevance", limit, 0, lifted=False)
    )
    return [work.key for work in found.works]


def index_state() -> IndexState:
    """The index in use. Raises SearchUnavailable when there is none."""
    return engine().state()
