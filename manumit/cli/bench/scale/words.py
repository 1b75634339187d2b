"""The words that peers are given: ours, so that they need no analysis of their own.

Stems, folded letters, Chinese as pairs, ICU's words elsewhere. What peers quote is quoted as we do.
"""

from collections.abc import Sequence
from itertools import chain

from manumit.cli.bench.scale.contender import in_force
from manumit.cli.bench.scale.questions import Question
from manumit.library.types import SearchDocument
from manumit.search import analysis
from manumit.search.days import EARLIEST, LATEST, span
from manumit.search.plan import AnyOf, Fuzzy, Leaf, Phrase, Prefix, Term
from manumit.search.snippets import snippet

_LONG = 9  # letters
# Facet -> the field of a document that has its values.
FACETS = {
    "kind": "kind", "jurisdiction": "system", "forum": "forum", "topic": "topics",
    "language": "languages", "practice_area": "practice_areas", "act": "acts", "means": "means",
    "purpose": "purposes", "outcome": "outcomes",
}  # fmt: skip


def terms(text: str) -> list[str]:
    """The terms of a text in order."""
    return analysis.spaced_terms(text) or [token.term for token in analysis.sought(text)]


def title_terms(work: SearchDocument) -> list[str]:
    """Those of all titles."""
    return list(chain.from_iterable(map(terms, work.titles)))


def body_terms(work: SearchDocument) -> list[str]:
    """Those of all else that a work is found by."""
    names = [*work.titles, *work.citations, *work.labels, *work.whose]
    texts = [text for each in work.passages for text in (each.heading, each.text)]
    return list(chain.from_iterable(map(terms, [*names, *texts])))


def facets_of(work: SearchDocument) -> list[tuple[str, str]]:
    """Each facet of a work with each of its values."""
    found = [("year", work.dated[:4])]
    for facet, field in FACETS.items():
        value = getattr(work, field)
        found += [(facet, each) for each in ((value,) if isinstance(value, str) else value)]
    return [pair for pair in dict.fromkeys(found) if pair[1]]


def days_of(dated: str) -> tuple[int, int]:
    """The first and the last day that a date may mean, as numbers."""
    days = span(dated)
    return (days.first, days.last) if days else (EARLIEST, LATEST)


def sought(question: Question) -> list[list[str]]:
    """What must be there: each a term, or the terms of a phrase."""
    if question.way == "phrase":
        return [list(chain.from_iterable(map(terms, question.words)))]
    if question.way in ("prefix", "fuzzy"):
        return [list(question.words)]
    return list(map(terms, question.words))


def misspelt(word: str) -> list[str]:
    """The terms near which a misspelt word is looked for: its stem, and the beginning of a long one."""
    return [*terms(word), *([word[:-3]] if len(word) >= _LONG else [])]


def quote(question: Question, text: str) -> int:
    """Make the quotation that a page shows; gives how many pieces it has."""
    found = [leaf for row in sought(question) for leaf in _leaves(question, row)]
    pairs = [row for word in question.words if len(row := syllables(word)) > 1]
    return len(snippet(text, AnyOf((*found, *(Phrase(row, "clusters") for row in pairs)))))


def syllables(word: str) -> tuple[tuple[int, str], ...]:
    """The pairs of syllables of a text without spaces, with their places."""
    return tuple((token.position, token.term) for token in analysis.clusters(word))


def _leaves(question: Question, row: Sequence[str]) -> Sequence[Leaf]:
    if question.way == "prefix":
        return [Prefix(row[0])]
    if question.way == "fuzzy":
        return [Fuzzy(term, 2) for term in misspelt(row[0])]
    return [Term(row[0]) if len(row) == 1 else Phrase(tuple(enumerate(row)))]


def text_of(work: SearchDocument) -> str:
    """What peers store to quote from."""
    return in_force(work.passages)
