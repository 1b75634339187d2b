"""The receipt of an asker without an account: ten words, 129 bits, or the same as letters and digits.

The first two words find the case, through a keyed hash; the eight others (103 bits) are the secret that is
stretched, with a salt of the case's own. So one guess never tries all receipts at once.
"""

import hmac
import secrets
from collections.abc import Callable
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
        key = pepper.derive(Label.LOCATOR)
        return hmac.digest(key.reveal(), " ".join(self.words[:_FINDING]).encode(), "sha256")


def new_receipt(below: Callable[[int], int] = secrets.randbelow) -> Receipt:
    """``below`` gives a number from nought, evenly, below the one it is given."""
    known = words.all_words()
    return Receipt(tuple(known[below(len(known))] for _ in range(WORDS)))


def read_receipt(typed: str) -> Receipt:
    """Words or code, in any case, width and spacing; :class:`Unreadable` where it is neither."""
    # Ten words have thirty letters at least: 26 are a code.
    if len(base32.letters(typed)) == _CODE_LENGTH:
        return _of_number(base32.read(typed, _CODE_LENGTH))
    places = words.places(typed)
    if len(places) != WORDS:
        raise Unreadable
    return _of_places(places)


def _of_number(number: int) -> Receipt:
    places = []
    for _ in range(WORDS):
        number, place = divmod(number, len(words.all_words()))
        places.append(place)
    if number:
        raise Unreadable
    return _of_places(places[::-1])


def _of_places(places: list[int]) -> Receipt:
    return Receipt(tuple(words.all_words()[place] for place in places))
