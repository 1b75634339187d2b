"""Few facts that together may fit one person only: age, nationality, place and day."""

import re
from functools import cache

from countryinfo import all_countries

from manumit.contributions.personal.types import Detail

_ENOUGH = 3  # of four
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_AGE = re.compile(
    r"\b(?:aged?\s+(?:of\s+)?[0-9]{1,2}\b|[0-9]{1,2}[ -]years?[ -]old|[0-9]{1,2} years of age)"
    r"|[0-9一二三四五六七八九十]{1,3}歲|[0-9]{1,2}岁|อายุ\s?[0-9๐-๙]{1,2}",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"\b[0-9]{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH}),?\s+[0-9]{{4}}\b"
    rf"|\b(?:{_MONTH})\s+[0-9]{{1,2}},?\s+[0-9]{{4}}\b|\b[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}\b"
    r"|[0-9]{4}\s?年\s?[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?日"
)
_PLACE = re.compile(
    r"\b(?:[Bb]orn in|[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Ll]ived in)\s+(?:the\s+)?"
    r"(?:(?:village|town|district|province|city)\s+of\s+)?"
    rf"(?!(?:{_MONTH})\b)[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*"
)


def rare_combinations(text: str) -> list[Detail]:
    """The text itself where at least three of the four stand in it, with which they are."""
    marks = [found for found in (_first(text)) if found]
    if len(marks) < _ENOUGH:
        return []
    start, end = min(one.start() for one in marks), max(one.end() for one in marks)
    return [Detail("combination", start, end, " · ".join(one[0] for one in marks))]


def _first(text: str) -> list[re.Match[str] | None]:
    return [pattern.search(text) for pattern in (_AGE, _nationalities(), _PLACE, _DAY)]


@cache
def _nationalities() -> re.Pattern[str]:
    """The words for the people of every state, as the package countryinfo has them."""
    names = {str(one.info().get("demonym") or "") for one in all_countries()}
    plain = sorted(
        (re.escape(one) for one in names if one.isascii() and len(one) > 3), reverse=True
    )
    return re.compile(rf"\b(?:{'|'.join(plain)})s?\b|national of [A-Z][a-z]+")
