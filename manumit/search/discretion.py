"""Prose that must not be kept: what it tells is looked for, and then forgotten.

A search box may keep what is typed there to be quicker the next time. What is told in confidence is
asked here: no citations, no spelling, no counts, and nothing that outlives the question.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from manumit.search import analysis, snippets
from manumit.search.loading import engine
from manumit.search.plan import AnyOf, Filter, Plan, Term
from manumit.search.types import FACETS, Fragment, Told

_MOST_TERMS = 120  # of a text: the first ones


@contextmanager
def forgetting() -> Iterator[None]:
    """Whatever is asked inside leaves no word behind in the memory of this process."""
    try:
        yield
    finally:
        analysis.forget()
        snippets.forget()


def told(
    text: str,
    *,
    filters: Mapping[str, tuple[str, ...]],
    limit: int,
) -> list[Told]:
    """The works that have most of what the text tells, each with the passage that has most of it.

    Ranked by its telling words; those in names of works and topics count for more. ``filters`` are
    those of a SearchRequest. To be asked within ``forgetting``. Raises
    SearchUnavailable without an index, and SearchElsewhere where it would be asked elsewhere.
    """
    words = telling(text)
    if not words:
        return []
    chosen = tuple(Filter(facet, filters[facet]) for facet in FACETS if filters.get(facet))
    match = AnyOf(tuple(map(Term, words)))
    found = engine().execute(
        Plan(match, None, chosen, None, None, "relevance", limit, 0, discreet=True)
    )
    return [
        Told(work.key, work.kind, work.title, work.language, work.score, work.passage)
        for work in found.works
    ]


def telling(text: str) -> list[str]:
    """The terms of a text that some texts have and others have not, each once, in order."""
    tokens = analysis.sought(analysis.without_questions(text))
    terms = dict.fromkeys(token.term for token in tokens)
    return [term for term in terms if term not in analysis.FUNCTIONAL][:_MOST_TERMS]


def excerpt(passage: str, text: str) -> tuple[Fragment, ...]:
    """The stretch of a passage that has most of what the text tells, its words marked."""
    return snippets.snippet(passage, AnyOf(tuple(map(Term, telling(text)))))
