"""Numbers as letters and digits that survive handwriting: Crockford's 32, without I, L, O and U."""

import re
import unicodedata

from manumit.desk.sealing.errors import Unreadable

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TAKEN_FOR = str.maketrans("ILO", "110")
_GROUP = 4


def write(number: int, length: int) -> str:
    """``length`` digits in groups of four: ``7H2K-9QXA-…``."""
    digits = "".join(_DIGITS[(number >> 5 * place) & 31] for place in reversed(range(length)))
    return "-".join(digits[start : start + _GROUP] for start in range(0, length, _GROUP))


def letters(typed: str) -> str:
    """What was typed as capital letters and digits: full-width forms folded, all else left out."""
    return re.sub(r"[^A-Z0-9]", "", unicodedata.normalize("NFKC", typed).upper())


def read(typed: str, length: int) -> int:
    """The number; :class:`Unreadable` where it has not ``length`` digits."""
    digits = letters(typed).translate(_TAKEN_FOR)
    if len(digits) != length or not set(digits) <= set(_DIGITS):
        raise Unreadable
    number = 0
    for digit in digits:
        number = number * 32 + _DIGITS.index(digit)
    return number
