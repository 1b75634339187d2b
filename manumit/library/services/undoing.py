"""What a collection file may not do: undo what was edited in the Centre."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from manumit.library.errors import EditedHere
from manumit.library.types import State
from manumit.records import yaml_read


def digest_of_text(text: str) -> str:
    """The SHA-256 by which the text of a record is known again."""
    return sha256(text.encode()).hexdigest()


def refuse_to_undo(record: Any, text: str, text_of: Callable[[Any, State | None], str]) -> None:
    """Raise EditedHere, with the fields that differ, where loading the text would lose an edit.

    What stands here must be what was loaded or what now comes. ``text_of`` writes the record as it
    would be in a state.
    """
    if not record.loaded_digest:
        edited = record.latest_revision_id is not None
    else:
        known = {record.loaded_digest, digest_of_text(text)}
        edited = record.has_unpublished_changes or not _says(record, known, text_of)
    if edited:
        fields = _differing(text_of(record, None), text)
        raise EditedHere(record.key, fields, draft=record.has_unpublished_changes)


def _differing(held: str, given: str) -> list[str]:
    """The fields that two texts of a record have otherwise, and ``text`` for the prose below."""
    (front, prose), (other_front, other_prose) = (_parted(text) for text in (held, given))
    fields = [name for name in {**front, **other_front} if front.get(name) != other_front.get(name)]
    return [*fields, *(["text"] if prose != other_prose else [])]


def _parted(text: str) -> tuple[dict[str, Any], str]:
    front, _, prose = text.removeprefix("---\n").partition("\n---\n")
    return yaml_read(front + "\n")[0], prose


def _says(record: Any, digests: set[str], text_of: Callable[[Any, State | None], str]) -> bool:
    """Whether the row says one of these texts; where nobody reviews, a file in review is a draft."""
    states = {record.state, State.IN_REVIEW} if record.state == State.DRAFT else {record.state}
    return any(digest_of_text(text_of(record, state)) in digests for state in states)
