"""Searching, and the state of the index."""

from manumit.search.answering import answer
from manumit.search.loading import engine
from manumit.search.types import IndexState, SearchRequest, SearchResult


def search(request: SearchRequest) -> SearchResult:
    """Answer a request. No request is wrong: what cannot be understood is told in the hint.

    Raises SearchUnavailable when there is no index.
    """
    return answer(engine(), request)


def index_state() -> IndexState:
    """The index in use. Raises SearchUnavailable when there is none."""
    return engine().state()
