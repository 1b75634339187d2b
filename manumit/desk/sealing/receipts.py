"""The receipt of an asker without an account: ten words, 129 bits, or the same as letters and digits.

The first two words find the case, through a keyed hash; the eight others (103 bits) are the secret that is
stretched, with a salt of the case's own. So one guess never tries all receipts at once.
"""

import secrets
from dataclasses import dataclass, field

from manumit.desk.sealing import base32, words
from manumit.desk.sealing.errors import Unreadable
from manumit.desk.sealing.keys import SecretKey
from manumit.desk.sealing.labels import Label

WORDS = 10
_FINDING = 2
_CODE_LENGTH = 26  # digits of five bits: 130


@dataclass(frozen=True, slots=True)
class Receipt:
    """Shown once. Never in an address, a mail or a file."""

    words: tuple[str, ...] = field(repr=False)

    @property
    def code(self) -> str:
        """The same in 26 letters and digits, for keyboards that learn words."""
        number = 0
        for place in words.places(" ".join(self.words)):
            number = number * len(words.all_words()) + place
        return base32.write(number, _CODE_LENGTH)

    @property
    def secret(self) -> str:
        """What is stretched."""
        return " ".join(self.words[_FINDING:])

    def locator(self, pepper: SecretKey) -> bytes:
        """32 bytes by which the case is found; 26 bits go in, so take another receipt where it is taken."""
        return words.locator(self.words[:_FINDING], pepper, Label.LOCATOR)


def new_receipt(below: words.Below = secrets.randbelow) -> Receipt:
    """Another one, by lot."""
    return Receipt(words.drawn(WORDS, below))


def read_receipt(typed: str) -> Receipt:
    """Words or code, in any case, width and spacing; :class:`Unreadable` where it is neither."""
    # Ten words have thirty letters at least: 26 are a code.
    if len(base32.letters(typed)) == _CODE_LENGTH:
        return _of_number(base32.read(typed, _CODE_LENGTH))
    return Receipt(words.read(typed, WORDS))


def _of_number(number: int) -> Receipt:
    places = []
    for _ in range(WORDS):
        number, place = divmod(number, len(words.all_words()))
        places.append(place)
    if number:
        raise Unreadable
    return Receipt(tuple(words.all_words()[place] for place in reversed(places)))
