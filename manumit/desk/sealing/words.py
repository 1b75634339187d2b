"""The words of receipts: EFF's long list, chosen for being known, spelt one way and not alike."""

import hashlib
import hmac
import secrets
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

from manumit.desk.sealing.base32 import letters
from manumit.desk.sealing.errors import Unreadable
from manumit.desk.sealing.keys import SecretKey
from manumit.desk.sealing.labels import Label

# A number from nought, evenly, below the one that is given.
Below = Callable[[int], int]

# A changed list would make other words of the same receipt: then nothing is issued and nothing read.
_FINGERPRINT = "49a73d37364090380caa449739bcecd2c5915be7b9dd16409a6555bdf5b47675"


@cache
def all_words() -> tuple[str, ...]:
    """7,775 words in small letters; none begins another, so they can be told apart without spaces."""
    text = (files("xkcdpass") / "static" / "eff-long").read_text(encoding="ascii")
    # The list has both "yoyo" and "yo-yo"; hyphens are nothing that people should have to remember.
    words = tuple(sorted({letters(word).lower() for word in text.split()}))
    if hashlib.sha256(" ".join(words).encode()).hexdigest() != _FINGERPRINT:
        raise RuntimeError("the list of words has changed: receipts could not be read")
    return words


def drawn(many: int, below: Below = secrets.randbelow) -> tuple[str, ...]:
    """So many of them, by lot."""
    known = all_words()
    return tuple(known[below(len(known))] for _ in range(many))


def read(typed: str, many: int) -> tuple[str, ...]:
    """So many words as they stand on the list, however they were typed; :class:`Unreadable` where they are others."""
    found = places(typed)
    if len(found) != many:
        raise Unreadable
    return tuple(all_words()[place] for place in found)


def locator(finding: Sequence[str], pepper: SecretKey, label: Label) -> bytes:
    """32 bytes by which what begins with these words is found, for one use only."""
    return hmac.digest(pepper.derive(label).reveal(), " ".join(finding).encode(), "sha256")


def places(typed: str) -> list[int]:
    """The places on the list of the words in ``typed``, whatever stands between them, if anything.

    :class:`Unreadable` says which word is not on the list.
    """
    text = "".join(letter for letter in letters(typed).lower() if letter.isalpha())
    found: list[int] = []
    while text:
        length = _length_of_first(text)
        if length is None:
            raise Unreadable(len(found) + 1)
        found.append(_places()[text[:length]])
        text = text[length:]
    return found


def _length_of_first(text: str) -> int | None:
    lengths = range(1, max(map(len, all_words())) + 1)
    return next((length for length in lengths if text[:length] in _places()), None)


@cache
def _places() -> dict[str, int]:
    return {word: place for place, word in enumerate(all_words())}
