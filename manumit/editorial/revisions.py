"""What a revision says, apart from what is only noted about it."""

from typing import Any

# Whoever decides on a review from the form saves it once more, so that only these differ.
_NOTED = frozenset(
    {"latest_revision", "live_revision", "has_unpublished_changes", "last_published_at"}
)


def says_the_same(one: Any, other: Any) -> bool:
    """Whether two revisions of a work have the same content."""
    return one.pk == other.pk or _said(one) == _said(other)


def _said(revision: Any) -> dict[str, Any]:
    return {name: value for name, value in revision.content.items() if name not in _NOTED}
