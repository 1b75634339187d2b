"""What a judgment's first pages say plainly: citation, day, court, case numbers, judges, parties."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from manumit.formats.dates import read_day
from manumit.formats.docx.types import Block, Line
from manumit.formats.neutral import Neutral, find_neutral
from manumit.reference import system_of

_LABEL = re.compile(r"neutral citation", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"on appeal from|\bfrom:", re.IGNORECASE)
# Where courts write the day before the month, in figures too.
_DAY_FIRST = frozenset({"au", "gb", "hk", "in", "my", "nz", "sg"})
_FIGURES = re.compile(r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>20\d{2}|19\d{2})\b")
_ALONE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: day of)? "
    r"[a-z]{3,9},? \d{4}\.?",
    re.IGNORECASE,
)
_HEARD = re.compile(r"hear|draft|circulat|before|appeal|^on ", re.IGNORECASE)
_PLACE = re.compile(r"royal courts|house\b|centre|building|remote|video", re.IGNORECASE)
_RELEASED = re.compile(r"release(?:d| date)", re.IGNORECASE)
_LAST_LINES = 15
_DAY = re.compile(
    r"(?:(?:judgment|decision|release)? ?dated?|date of (?:the )?(?:judgment|decision)"
    r"|judgment (?:given|delivered|handed down)|handed down|released|decision (?:given|released))"
    r"(?: on| at \d{1,2}[.:]\d{2} on)?(?: \(in private\))?\s?:?(?:$|\s)",
    re.IGNORECASE,
)
_DOCKET = re.compile(
    r"(?:case|claim|appeal|petition|application)s? (?:no|number|ref|reference)s?\b\.?\s?(?:\(s\))?\s?:?"
    r"\s{0,3}(?P<number>[A-Z0-9][A-Za-z0-9 /\-.]{3,40})?$",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"(?:in the )?[A-Za-z'’&,.() -]{0,80}\b(?:court of|tribunal|high court|supreme court|privy council"
    r"|crown court|county court|family court)\b[A-Za-z'’&,.() -]{0,80}",
    re.IGNORECASE,
)
_NO_COURT = re.compile(r"on appeal from|royal courts|judge|appeal no", re.IGNORECASE)
_DIVISION = re.compile(
    r"[A-Za-z'’() -]{0,60}\b(?:division|list|chamber|court)\b[A-Za-z'’() -]{0,40}", re.IGNORECASE
)
_BEFORE = re.compile(r"before\s?:?|(?:tribunal|coram)\s?:", re.IGNORECASE)
_BETWEEN = re.compile(r"b ?e ?t ?w ?e ?e ?n\s?:?", re.IGNORECASE)
_AFTER_JUDGES = re.compile(
    r"b ?e ?t ?w ?e ?e ?n\b|judgment|decision|heard|hearing|appellant|respondent|claimant|date"
    r"|regina\b|the (?:king|queen)\b|r\b|on \d|on$|\d",
    re.IGNORECASE,
)
_APPLICATION = re.compile(r"application of", re.IGNORECASE)
_UNFINISHED = re.compile(r"application of$", re.IGNORECASE)
# What is not the name: the number a party has, and its role.
_TAIL = re.compile(
    r"\s{1,3}(?:\(\d{1,2}\)|Appellants?|Applicants?|Claimants?|Defendants?|Petitioners?|Respondents?)$"
)
_CROWN = re.compile(r"the (?:queen|king)|regina|rex|r", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_ROLES = frozenset(
    {"appellant", "applicant", "claimant", "complainant", "defendant", "intervener", "intervenor"}
    | {"petitioner", "plaintiff", "prosecutor", "respondent"}
)
_WITH_ROLES = frozenset(
    {"1st", "2nd", "3rd", "4th", "and", "by", "cross", "first", "fourth", "in", "part", "proposed"}
    | {"second", "the", "third", "to", "1", "2", "3", "4", "5", "6", "7", "8", "9", "fifth"}
)
_ROLE = r"\((?:\w+ )?(?:appellant|respondent|claimant|defendant|applicant)s?[^()]{0,40}\)"
_VERSUS = re.compile(
    rf"(?P<first>[^()]{{2,120}}?) {_ROLE} (?:v|and) (?P<second>[^()]{{2,120}}?) {_ROLE}.{{0,60}}",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\s._\-–—*=]*")
_AND = re.compile(r"[\s\-–—]*(?:and|v\.?|versus)[\s\-–—:]*", re.IGNORECASE)
_LONGEST_NAME = 90
_LOOKED_AT = 120
_MOST_JUDGES = 12
_MOST_PARTIES = 60
_LONGEST_CROWN = 4


@dataclass(frozen=True, slots=True)
class Front:
    """What is plain; the rest is empty or None."""

    neutral: Neutral | None
    decided_on: date | None
    court: str
    docket_nos: tuple[str, ...]
    judges: tuple[str, ...]
    parties: tuple[str, ...]
    title: str


def read_front(blocks: Sequence[Block]) -> Front:
    """Read what stands before the first paragraph."""
    lines = [line for line in _texts(blocks) if line][:_LOOKED_AT]
    sides = _sides(lines)
    neutral = _neutral(lines)
    return Front(
        neutral=neutral,
        decided_on=_day(lines, day_first=_writes_day_first(neutral)),
        court=_court(lines),
        docket_nos=tuple(_docket_nos(lines)),
        judges=tuple(_judges(lines)),
        parties=tuple(name for side in sides for name in side),
        title=_title(lines, sides),
    )


def _writes_day_first(neutral: Neutral | None) -> bool:
    return neutral is not None and system_of(neutral.key) in _DAY_FIRST


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for one in blocks:
        if isinstance(one, Line):
            yield from one.text.split("\n")
            for box in one.boxes:
                yield from _texts(box)
        else:
            for row in one.rows:
                for cell in row:
                    yield from _texts(cell.blocks)


def _neutral(lines: list[str]) -> Neutral | None:
    """The citation that calls itself neutral; else the first there is."""
    labelled = [" ".join(lines[at : at + 2]) for at, one in enumerate(lines) if _LABEL.search(one)]
    own = [_OF_ANOTHER.split(one, maxsplit=1)[0] for one in lines]
    found = (find_neutral(one) for one in (*labelled, *own))
    return next((one for one in found if one), None)


def _day(lines: list[str], *, day_first: bool) -> date | None:
    """The day that is called the judgment's; else a line that is nothing but a day."""
    for at, line in enumerate(lines):
        if _DAY.match(line):
            day = _read(line, day_first) or _read(" ".join(lines[at + 1 : at + 2]), day_first)
            if day:
                return day
    alone = [
        line
        for before, line, after in zip(["", *lines], lines, [*lines[1:], ""], strict=False)
        if _ALONE.fullmatch(line) and not (_HEARD.search(before) or _PLACE.search(after))
    ]
    days = {_read(line, day_first) for line in alone}
    return days.pop() if len(days) == 1 else None


def released_on(blocks: Sequence[Block]) -> date | None:
    """The day a tribunal's decision was released, as its last lines say it."""
    lines = [line for line in _texts(blocks[-_LAST_LINES:]) if _RELEASED.match(line)]
    days = (read_day(line.lower()) for line in lines)
    return next((day for day in days if day), None)


def _read(text: str, day_first: bool) -> date | None:  # noqa: FBT001  # passed on from one place
    written = read_day(text.lower())
    found = _FIGURES.search(text) if written is None and day_first else None
    if found is None:
        return written
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _court(lines: list[str]) -> str:
    """The line that names the court, and those right after it that name its division."""
    for at, line in enumerate(lines):
        if _COURT.fullmatch(line) and not _NO_COURT.search(line):
            named = [line]
            for more in lines[at + 1 : at + 4]:
                if not _DIVISION.fullmatch(more) or _NO_COURT.search(more):
                    break
                named.append(more)
            return ", ".join(named)
    return ""


def _docket_nos(lines: list[str]) -> Iterator[str]:
    for at, line in enumerate(lines):
        found = _DOCKET.match(line)
        if found:
            number = found["number"] or " ".join(lines[at + 1 : at + 2])
            if any(one.isdigit() for one in number) and len(number) <= _LONGEST_NAME:
                yield number.strip()


def _judges(lines: list[str]) -> Iterator[str]:
    """The names after ``Before``, up to a rule, the parties or the day."""
    start = next((at for at, line in enumerate(lines) if _BEFORE.fullmatch(line)), len(lines))
    for line in lines[start + 1 : start + _MOST_JUDGES]:
        if _AFTER_JUDGES.match(line) or _RULE.fullmatch(line) or len(line) > _LONGEST_NAME:
            return
        if not _AND.fullmatch(line) and not line.startswith("("):
            yield line.rstrip(" :")


def _title(lines: list[str], sides: list[list[str]]) -> str:
    """``A v B`` from the parties' names, or from a line that has their roles in brackets."""
    if len(sides) > 1:
        return f"{_whole_name(sides[0])} v {_whole_name(sides[1])}"
    found = (_VERSUS.fullmatch(line) for line in lines)
    named = next((match for match in found if match), None)
    return f"{named['first']} v {named['second']}" if named else ""


def _whole_name(side: list[str]) -> str:
    """The first party; the Crown with the one on whose application it acts."""
    for length in range(1, min(len(side), _LONGEST_CROWN) + 1):
        name = " ".join(side[:length])
        if not _UNFINISHED.search(name) and not (
            _CROWN.fullmatch(name) and _APPLICATION.search(" ".join(side[length : length + 1]))
        ):
            return name
    return side[0]


def _sides(lines: list[str]) -> list[list[str]]:
    """The parties of each side, between ``Between`` and their last role; empty if not plain."""
    start = next((at for at, line in enumerate(lines) if _BETWEEN.fullmatch(line)), len(lines))
    sides: list[list[str]] = [[]]
    for line in lines[start + 1 : start + _MOST_PARTIES]:
        ends = _is_role(line) or _RULE.fullmatch(line)
        if _AND.fullmatch(line):
            sides += [[]] if sides[-1] else []
        elif ends and len(sides) > 1 and sides[-1]:
            return sides
        elif not ends and len(line) > _LONGEST_NAME:
            return []
        elif not ends:
            sides[-1].append(_TAIL.sub("", line))
    return []


def _is_role(line: str) -> bool:
    """Whether a line says nothing but what a party is in the case."""
    words = _WORD.findall(line.lower())
    return any(word.rstrip("s") in _ROLES for word in words) and all(
        word.rstrip("s") in _ROLES or word in _WITH_ROLES for word in words
    )
