"""Provisions in English, and the French of Strasbourg: section 129(1)(a), Arts. 10-12 and 26."""

import re
from collections.abc import Iterator

from manumit.citations.numerals import between, from_roman
from manumit.citations.provisions.types import Grammar, Pin

# What a unit is called, singular and plural, long and short.
_LONG = {
    "section": r"[Ss]ections?|[Ss]ecs?\.",
    "article": r"[Aa]rticles?|[Aa]rts?\.?|ARTICLES?",
    "regulation": r"[Rr]egulations?|[Rr]egs?\.?",
    "rule": r"[Rr]ules?",
    "schedule": r"[Ss]chedules?|[Ss]ched?\.?",
    "part": r"Parts?|Pt\.?",
    "chapter": r"Chapters?",
    "principle": r"[Pp]rinciples?",
    "guideline": r"[Gg]uidelines?",
    "annex": r"[Aa]nnex(?:es)?",
    "recital": r"[Rr]ecitals?",
    "paragraph": r"[Pp]aragraphs?|[Pp]aras?\.?",
    "subsection": r"[Ss]ub-?sections?|[Ss]ub-?s\.",
    "subparagraph": r"[Ss]ub-?paragraphs?",
    "point": r"[Pp]oints?",
}
# These are also letters of other words: only a figure after them makes them a unit.
_SHORT = {"section": r"[Ss]s?\.?|§§?", "rule": r"[Rr]r?\."}
_UNITS = {name: "|".join(filter(None, (words, _SHORT.get(name)))) for name, words in _LONG.items()}
_ANY_UNIT = rf"(?:(?:{'|'.join(_SHORT.values())})(?=\s?\d)|{'|'.join(_LONG.values())})"
_UNIT = "|".join(f"(?P<{name}>{words})" for name, words in _UNITS.items())
_BRACKET = r"\((?:\d{1,3}[A-Z]{0,2}|[a-z]{1,5}|[A-Z]{1,2})\)"
_ROMAN = r"[IVXL]{1,7}(?![A-Za-z])"
_CODE = r"\d{1,3}-\d{1,2}-\d{1,2}"  # article 225-4-1 of the French Criminal Code
_NUMBER = rf"(?:{_CODE}|\d{{1,4}}[A-Z]{{0,3}}(?:\.\d{{1,3}}[A-Z]?)?|{_ROMAN}|[A-Z]\b)"
_ITEM = rf"{_NUMBER}(?:\s?{_BRACKET}){{0,5}}(?:\s?§§?\s?\d{{1,3}}(?:\s?{_BRACKET}){{0,2}})?"
_JOIN = r"(?:\s?,\s?(?:and |or |& )?|\s?(?:-|to|and|or|&|et|à)\s?)"
_NEXT = rf"(?:{_ITEM}|{_BRACKET}(?:\s?{_BRACKET}){{0,3}})"
_LIST = rf"{_ITEM}(?:{_JOIN}{_NEXT}){{0,30}}"
_SUBUNIT = "|".join(_UNITS[name] for name in ("paragraph", "subsection", "subparagraph", "point"))
_INNER = rf"(?:\(?[0-9a-zA-Z]{{1,4}}\)?(?:{_JOIN}\(?[0-9a-zA-Z]{{1,4}}\)?){{0,8}})"
_UNDER = rf"(?:(?P<inner>(?:{_SUBUNIT})\s?{_INNER})\s?(?:of|to|in)\s(?:the\s)?)?"
_PHRASE = re.compile(rf"(?<![\w§']){_UNDER}{_ANY_UNIT}\s?{_LIST}(?![\w])", re.ASCII)

_HEAD = re.compile(rf"(?:{_UNIT})(?![A-Za-z])\s?", re.ASCII)
_TOKENS = re.compile(
    rf"(?P<item>{_ITEM})|(?P<brackets>{_BRACKET}(?:\s?{_BRACKET})*)|(?P<range>\s?(?:-|\bto\b|\bà)\s?)",
    re.ASCII,
)
_STEP = re.compile(r"\((\w+)\)|§§?\s?(\d+)|([\dA-Z][\w.-]*)", re.ASCII)
_OF = re.compile(
    rf"(?P<inner>.+?)\s(?:of|to|in)\s(?:the\s)?(?P<outer>{_ANY_UNIT}\s?\S.*)", re.ASCII | re.DOTALL
)


def read(phrase: str) -> Iterator[Pin]:
    """The provisions that a phrase names, in its order."""
    nested = _OF.fullmatch(phrase)
    if nested and _HEAD.match(nested["outer"]):
        outer = list(read(nested["outer"]))
        for pin in _read_list(nested["inner"]):
            yield Pin(pin.unit, pin.steps, under=outer[-1])
        return
    yield from _read_list(phrase)


def _read_list(phrase: str) -> Iterator[Pin]:
    head = _HEAD.match(phrase)
    if head is None:
        return
    unit = next(name for name, words in head.groupdict().items() if words)
    last: Pin | None = None
    in_range = False
    for token in _TOKENS.finditer(phrase, head.end()):
        if token["range"]:
            in_range = True
            continue
        steps = _steps(unit, token[0])
        if token["brackets"] and last is not None:
            steps = (*last.steps[: max(1, len(last.steps) - len(steps))], *steps)
        if in_range and last is not None:
            yield from _run(last, steps)
        else:
            yield Pin(unit, steps)
        last, in_range = Pin(unit, steps), False


def _run(first: Pin, steps: tuple[str, ...]) -> Iterator[Pin]:
    """What lies after the first pin up to the last: they differ in their last step."""
    if len(first.steps) != len(steps) or first.steps[:-1] != steps[:-1]:
        yield Pin(first.unit, steps)
        return
    for number in between(first.steps[-1], steps[-1])[1:]:
        yield Pin(first.unit, (*steps[:-1], number))


def _steps(unit: str, item: str) -> tuple[str, ...]:
    steps = tuple(next(filter(None, match.groups())) for match in _STEP.finditer(item))
    if unit in ("part", "chapter", "title") and steps and steps[0].isalpha() and len(steps[0]) >= 1:
        return (_figure(steps[0]), *steps[1:])
    return steps


def _figure(numeral: str) -> str:
    return str(from_roman(numeral)) if set(numeral) <= set("IVXLC") else numeral


def _openings() -> Iterator[str]:
    """The beginnings of the long words, and the short ones with the figure that must follow."""
    for word in ("section", "sec.", "article", "art", "reg", "rule", "sched", "principle", "guideline",
                 "annex", "recital", "para", "sub", "point"):  # fmt: skip
        yield from (word, word.capitalize())
    yield from ("ARTICLE", "Part", "Pt", "Chapter", "sch.", "Sch.", "sch ", "Sch ")
    for unit in ("s", "S", "ss", "Ss", "s.", "ss.", "S.", "r.", "R.", "rr.", "r", "rr", "§", "§§"):
        yield from (f"{unit}{space}{digit}" for space in ("", " ") for digit in range(10))


GRAMMAR = Grammar(
    openings=tuple(_openings()),
    pattern=_PHRASE,
    read=read,
    before=re.compile(
        r"\s?(?:,\s?)?(?:(?:of|to|in|under|from|de|du)\s)?(?:(?:the|that|la|said|revised)\s)?"
        r"(?:(?:19|20)\d\d\s)?[\"'(]?",
        re.ASCII,
    ),
    after=re.compile(r"[\"')]{0,2}\s?(?:,|:|;)?\s?(?:at\s|in\s|under\s)?\(?", re.ASCII),
)
