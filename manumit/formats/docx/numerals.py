"""How Word writes a number: ``4`` as ``4``, ``d``, ``iv``, ``IV`` ..."""

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_CHINESE = "〇一二三四五六七八九"
_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_LARGEST_ROMAN = 4999


def numeral(number: int, style: str) -> str:
    """The number in a style of Word's; in figures where the style is unknown."""
    write = _STYLES.get(style, str)
    return write(number) if number >= 0 else str(number)


def _letters(number: int) -> str:
    """From a to z, then aa and bb as Word counts, not aa and ab."""
    if number == 0:
        return "0"
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * min(times + 1, 30)


def _roman(number: int) -> str:
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    written = ""
    for worth, letters in _ROMAN:
        times, number = divmod(number, worth)
        written += letters * times
    return written


def _ordinal(number: int) -> str:
    teens = number % 100 in (11, 12, 13)
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _chinese(number: int) -> str:
    """Counting as in 第十二條, up to 99; digit by digit above."""
    tens, units = divmod(number, 10)
    if number >= 100 or number == 0:
        return "".join(_CHINESE[int(one)] for one in str(number))
    last = _CHINESE[units] if units else ""
    if not tens:
        return last
    return f"{_CHINESE[tens] if tens > 1 else ''}十{last}"


def _thai_letters(number: int) -> str:
    if number == 0:
        return "0"
    times, place = divmod(number - 1, len(_THAI_LETTERS))
    return _THAI_LETTERS[place] * min(times + 1, 30)


def _in_digits(zero: str) -> Callable[[int], str]:
    return lambda number: "".join(chr(ord(zero) + int(one)) for one in str(number))


_STYLES: dict[str, Callable[[int], str]] = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "ideographDigital": lambda number: "".join(_CHINESE[int(one)] for one in str(number)),
    "japaneseCounting": _chinese,
    "lowerLetter": _letters,
    "lowerRoman": _roman,
    "none": lambda number: "",
    "ordinal": _ordinal,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "thaiLetters": _thai_letters,
    "thaiNumbers": _in_digits("๐"),
    "upperLetter": lambda number: _letters(number).upper(),
    "upperRoman": lambda number: _roman(number).upper(),
}
