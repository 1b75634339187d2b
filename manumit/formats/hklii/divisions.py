"""The headings above the sections, which are the file maker's and not the law's own."""

import re

from manumit.formats.hklii.pages import words_of
from manumit.formats.hklii.source import Source

_NAMED = re.compile(
    r"\bPart (?P<number>[IVX]{1,6}[A-Z]{0,3})\b"
    r"(?! of (?:the|that|those) (?:[A-Z(]|[a-z]{1,12} Ordinance))"
)


def unknown_parts(source: Source) -> list[str]:
    """Parts that the law's own words name and the file has no heading for, in order.

    None where the file numbers no headings: then it claims nothing about parts.
    """
    numbers = {part.number.removeprefix("Part").strip() for part in source.divisions}
    if numbers <= {""}:
        return []
    words = " ".join(words_of(one.html.en) for one in source.provisions())
    return sorted({found["number"] for found in _NAMED.finditer(words)} - numbers)
