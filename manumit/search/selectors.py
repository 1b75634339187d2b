"""Searching, and the state of the index."""

from dataclasses import replace

from manumit.search.answering import answer
from manumit.search.citing import cited_in
from manumit.search.loading import engine
from manumit.search.types import IndexState, SearchRequest, SearchResult


def search(request: SearchRequest) -> SearchResult:
    """Answer a request. No request is wrong: what cannot be understood is told in the hint.

    Raises SearchUnavailable when there is no index.
    """
    found = answer(engine(), request)
    return replace(found, cited=cited_in(request.query))


def index_state() -> IndexState:
    """The index in use. Raises SearchUnavailable when there is none."""
    return engine().state()
