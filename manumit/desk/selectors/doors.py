"""The words that organisations have, as staff see them."""

from dataclasses import dataclass
from datetime import date

from manumit.desk.errors import SealingError
from manumit.desk.keys import Ring, ring
from manumit.desk.models import DoorWord
from manumit.desk.sealing.labels import Label


@dataclass(frozen=True, slots=True)
class GivenWord:
    """A word that was given out. ``given_to`` is None where the note is not what was sealed there."""

    name: str
    given_to: str | None
    made_on: date


def door_words() -> list[GivenWord]:
    """All that open, the oldest first."""
    held = ring()
    return [
        GivenWord(row.name, _given_to(row, held), row.made_on) for row in DoorWord.objects.all()
    ]


def _given_to(row: DoorWord, held: Ring) -> str | None:
    try:
        return held.epochs.lift(bytes(row.sealed), Label.DOOR_WORD_NOTE, row.name).decode()
    except SealingError:
        return None
