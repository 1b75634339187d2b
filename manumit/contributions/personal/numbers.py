"""Numbers and addresses that belong to one person."""

import re
from collections.abc import Iterator

from phonenumbers import Leniency, PhoneNumberMatcher

from manumit.contributions.personal.types import Detail

_HKID = re.compile(
    r"(?<![A-Z0-9])([A-Z]{1,2})\s?([0-9]{6})\s?[(（]?([0-9A])[)）]?(?![0-9A-Z])", re.IGNORECASE
)
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_THAI_ID = re.compile(r"(?<![0-9])[1-8](?:[ -]?[0-9]){12}(?![0-9])")
# A passport number looks like many other numbers: only a word beside it tells.
_PASSPORT = re.compile(
    r"(?:passport|護照|护照|旅行證件|หนังสือเดินทาง|hộ chiếu|paspor)[^A-Z0-9\n]{0,12}"
    r"(?:(?:no|number|num|เลขที่|號碼|号码|số|nomor)\b[^A-Z0-9\n]{0,4})?"
    r"([A-Z]{1,3}[0-9]{6,9}|[0-9]{8,9})(?![A-Z0-9])",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[A-Z0-9._%+-]{1,64}@(?:[A-Z0-9-]{1,63}\.){1,6}[A-Z]{2,24}", re.IGNORECASE)
_LOCAL = ("HK", "TH")  # where numbers without a country's code are looked for
_SHORTEST_PHONE = 8  # digits: what is shorter is a section or a year


def numbers_in(text: str) -> Iterator[Detail]:
    """Identity cards with a right check digit, passports, telephones, e-mail; any order."""
    for found in _HKID.finditer(text):
        if hkid_is_right(found[1], found[2], found[3]):
            yield Detail("hkid", found.start(), found.end(), found[0])
    for found in _THAI_ID.finditer(text.translate(_THAI_DIGITS)):
        if thai_id_is_right(re.sub(r"\D", "", found[0])):
            start, end = found.span()
            yield Detail("thai-id", start, end, text[start:end])
    for found in _PASSPORT.finditer(text):
        yield Detail("passport", found.start(1), found.end(1), found[1])
    for found in _EMAIL.finditer(text):
        yield Detail("e-mail", found.start(), found.end(), found[0])
    yield from _phones(text)


def hkid_is_right(letters: str, digits: str, check: str) -> bool:
    """Whether the check digit of a Hong Kong identity card is that of its letters and digits."""
    values = [_letter(one) for one in letters.upper().rjust(2)] + [int(one) for one in digits]
    total = sum(weight * value for weight, value in zip(range(9, 1, -1), values, strict=True))
    return "0123456789A"[-total % 11] == check.upper()


def _letter(one: str) -> int:
    """A is 10 and Z is 35; the blank before a single letter is 36."""
    return 36 if one == " " else ord(one) - 55


def thai_id_is_right(digits: str) -> bool:
    """Whether the last of 13 digits checks the twelve before it."""
    total = sum(int(one) * weight for one, weight in zip(digits, range(13, 1, -1), strict=False))
    return (11 - total % 11) % 10 == int(digits[12])


def _phones(text: str) -> Iterator[Detail]:
    seen: set[tuple[int, int]] = set()
    for region in _LOCAL:
        for match in PhoneNumberMatcher(text, region, leniency=Leniency.VALID):
            place = (match.start, match.end)
            if place not in seen and sum(map(str.isdigit, match.raw_string)) >= _SHORTEST_PHONE:
                seen.add(place)
                yield Detail("phone", match.start, match.end, match.raw_string)
