"""Words of a query that tell nothing, as they stand everywhere."""

from typing import TypeGuard

from manumit.search import analysis
from manumit.search.query import tree


def is_functional(part: tree.Expression) -> TypeGuard[tree.Words]:
    """Whether it is a word that every text has, such as “of”."""
    if not isinstance(part, tree.Words):
        return False
    return all(token.term in analysis.FUNCTIONAL for token in analysis.sought(part.text))
