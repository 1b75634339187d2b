"""What a collection file may not do: undo what was edited in the Centre."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from manumit.library.errors import EditedHere
from manumit.library.types import State


def digest_of_text(text: str) -> str:
    """The SHA-256 by which the text of a record is known again."""
    return sha256(text.encode()).hexdigest()


def refuse_to_undo(record: Any, digest: str, text_of: Callable[[Any, State | None], str]) -> None:
    """Raise EditedHere where loading the text of this digest would lose an editor's work.

    What stands here must be what was loaded or what now comes. ``text_of`` writes the record as it
    would be in a state.
    """
    if not record.loaded_digest:
        edited = record.latest_revision_id is not None
    else:
        known = {record.loaded_digest, digest}
        edited = record.has_unpublished_changes or not _says(record, known, text_of)
    if edited:
        raise EditedHere(record.key)


def _says(record: Any, digests: set[str], text_of: Callable[[Any, State | None], str]) -> bool:
    """Whether the row says one of these texts; where nobody reviews, a file in review is a draft."""
    states = {record.state, State.IN_REVIEW} if record.state == State.DRAFT else {record.state}
    return any(digest_of_text(text_of(record, state)) in digests for state in states)
