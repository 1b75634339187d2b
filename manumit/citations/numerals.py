"""Numbers as words and letters: Chinese and Roman numerals, ranges of either."""

import re
from itertools import pairwise

_LONGEST_RANGE = 50  # a longer one is given by its two ends

_HAN = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "兩": 2,
    "两": 2,
}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
HAN_NUMERAL = "[零〇一二三四五六七八九十百千兩两]"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_PARTS = re.compile(r"(\d*)([A-Za-z]*)", re.ASCII)


def from_han(text: str) -> int:
    """The value of a Chinese numeral: 二十三 is 23, 一百零二 is 102, 二〇一 is 201."""
    if not any(sign in _HAN_UNITS for sign in text):
        return int("".join(str(_HAN[sign]) for sign in text))
    total = digit = 0
    for sign in text:
        if sign in _HAN_UNITS:
            total += (digit or 1) * _HAN_UNITS[sign]
            digit = 0
        else:
            digit = _HAN[sign]
    return total + digit


def from_roman(text: str) -> int:
    """The value of a Roman numeral in letters of either case."""
    values = [_ROMAN[sign] for sign in text.lower()]
    less = sum(value for value, after in pairwise(values) if value < after)
    return sum(values) - 2 * less


def between(first: str, last: str) -> list[str]:
    """Every number from first to last: 10 to 12, 17I to 17K, a to c, i to iii.

    142-47 is 142 to 147. A range that is none, or too long to be written out, is given by its two
    ends.
    """
    digits, letters = _split(first)
    last_digits, last_letters = _split(last)
    if letters == last_letters == "" and len(last_digits) < len(digits):
        last_digits = digits[: -len(last_digits) or None] + last_digits  # 142-47 is 142 to 147
    if letters == last_letters == "" and digits and last_digits:
        run = [str(number) for number in range(int(digits), int(last_digits) + 1)]
    elif (
        digits == last_digits == ""
        and len(letters + last_letters) > len("ab")
        and _is_roman(letters)
        and _is_roman(last_letters)
    ):
        run = [
            to_roman(number) for number in range(from_roman(letters), from_roman(last_letters) + 1)
        ]
    elif letters and digits == last_digits and letters[:-1] == last_letters[:-1] and last_letters:
        codes = range(ord(letters[-1]), ord(last_letters[-1]) + 1)
        run = [digits + letters[:-1] + chr(code) for code in codes]
    else:
        run = []
    return run if 1 < len(run) <= _LONGEST_RANGE else [first, last_digits + last_letters or last]


def to_roman(number: int) -> str:
    """A small number as a Roman numeral in small letters."""
    signs = [(10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
    written = ""
    for value, sign in signs:
        written += sign * (number // value)
        number %= value
    return written


def _split(text: str) -> tuple[str, str]:
    match = _PARTS.fullmatch(text)
    return (match[1], match[2]) if match else ("", "")


def _is_roman(letters: str) -> bool:
    return bool(letters) and set(letters) <= set("ivx")
