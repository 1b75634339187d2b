"""Practice notes among the records of a case."""

from collections.abc import Sequence

from manumit.desk.types import Entry, Kind

PARTS = ("title", "text", "place", "language")
_ASKED = (Kind.QUESTION, Kind.MORE)


def proposed_in(found: Sequence[Entry]) -> Entry | None:
    """The newest note that was written for everybody."""
    notes = [one for one in found if one.kind is Kind.NOTE and set(PARTS) <= one.parts.keys()]
    return notes[-1] if notes else None


def approved_in(found: Sequence[Entry], note: Entry) -> bool:
    """Whether a second person let it out."""
    return any(
        one.parts.get("approves") == note.name and not one.is_by(note)
        for one in found
        if one.kind is Kind.NOTE
    )


def asked_in(found: Sequence[Entry]) -> str:
    """All that the asker wrote, but for who is on the other side."""
    return _texts(found, _ASKED)


def parties_in(found: Sequence[Entry]) -> str:
    """Who is on the other side, as the asker says."""
    return _texts(found, (Kind.PARTIES,))


def _texts(found: Sequence[Entry], kinds: Sequence[Kind]) -> str:
    return "\n".join(text for one in found if one.kind in kinds for text in one.parts.values())
