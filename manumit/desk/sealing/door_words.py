"""Words that let somebody in while the desk is crowded: five of those of receipts, 64 bits.

As in a receipt the first two find the row through a keyed hash, and the others (38 bits) are stretched. They
are fewer because they open no case: who guesses them may ask a question on a day when many do.
"""

from dataclasses import dataclass, field

from manumit.desk.sealing import words
from manumit.desk.sealing.keys import SecretKey
from manumit.desk.sealing.labels import Label

WORDS = 5
_FINDING = 2


@dataclass(frozen=True, slots=True)
class DoorWord:
    """Shown once, to whoever carries it to an organisation."""

    words: tuple[str, ...] = field(repr=False)

    @property
    def secret(self) -> str:
        """What is stretched."""
        return " ".join(self.words[_FINDING:])

    def locator(self, pepper: SecretKey) -> bytes:
        """32 bytes by which it is found; no receipt has the same."""
        return words.locator(self.words[:_FINDING], pepper, Label.DOOR_WORD)


def new_door_word() -> DoorWord:
    """Another one, by lot."""
    return DoorWord(words.drawn(WORDS))


def read_door_word(typed: str) -> DoorWord:
    """In any case, width and spacing; :class:`Unreadable` where it is none."""
    return DoorWord(words.read(typed, WORDS))
