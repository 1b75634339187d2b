"""Provisions in English, and the French of Strasbourg: section 129(1)(a), Arts. 10-12 and 26."""

import re
from collections.abc import Iterator

from manumit.citations.numerals import between, from_roman
from manumit.citations.provisions.types import Grammar, Pin

# What a unit is called, singular and plural, long and short.
_LONG = {
    "section": r"[Ss]ections?|[Ss]ecs?\.|[Ss]eksyon",
    "article": r"[Aa]rticles?|[Aa]rts?\.?|ARTICLES?",
    "regulation": r"[Rr]egulations?|[Rr]egs?\.?",
    "rule": r"[Rr]ules?",
    "schedule": r"[Ss]chedules?|[Ss]ch(?:ed)?\.?",
    "part": r"Parts?|Pt\.?",
    "division": r"Divisions?|Div\.?",
    "chapter": r"Chapters?",
    "title": r"Titles?",
    "principle": r"[Pp]rinciples?",
    "guideline": r"[Gg]uidelines?",
    "annex": r"[Aa]nnex(?:es)?",
    "recital": r"[Rr]ecitals?",
    "paragraph": r"[Pp]aragraphs?|[Pp]aras?\.?",
    "subsection": r"[Ss]ub-?sections?|[Ss]ub-?ss?\.?",
    "subparagraph": r"[Ss]ub-?paragraphs?|[Ss]ub-?paras?\.?",
    "point": r"[Pp]oints?",
}
# These are also letters of other words: only a figure after them makes them a unit.
_SHORT = {"section": r"[Ss]s?\.?", "rule": r"[Rr]r?\.", "sign": r"§§?"}
_UNITS = {
    name: "|".join(filter(None, (_LONG.get(name), _SHORT.get(name))))
    for name in {**_LONG, **_SHORT}
}
_ANY_UNIT = rf"(?:(?:{'|'.join(_SHORT.values())})(?=\s?\d)|{'|'.join(_LONG.values())})"
_UNIT = "|".join(f"(?P<{name}>{words})" for name, words in _UNITS.items())
_BELOW = "|".join(_LONG[name] for name in ("paragraph", "subsection", "subparagraph", "point"))
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth")

_BRACKET = r"\((?:\d{1,3}[A-Z]{0,2}|[a-z]{1,2}|[ivx]{1,5}|[A-Z]{1,2})\)"
_ROMAN = r"[IVXL]{1,7}[A-D]?(?![A-Za-z])"
_CODE = r"\d{1,3}-\d{1,2}-\d{1,2}"  # article 225-4-1 of the French Criminal Code
_NUMBER = rf"(?:{_CODE}|\d{{1,4}}(?:[A-Z]{{1,3}}|[a-h](?=[\s(,.;)]|$))?(?:\.\d{{1,3}}[A-Z]?)?|{_ROMAN}|[A-Z]\b(?![./]))"
_ITEM = rf"{_NUMBER}(?:\s?{_BRACKET}){{0,5}}"
_RANGE = r"\s?(?:-|\bto\b|\bthrough\b|(?<=\s)à)\s?"
_AND = r"\s?,\s?(?:and\s|or\s|&\s|et\s)?|\s?(?:\band\b|\bor\b|&|\bet\b)\s?"
_JOIN = rf"(?:{_RANGE}|{_AND})"
_BRACKETS = rf"{_BRACKET}(?:\s?{_BRACKET}){{0,3}}"
_LIST = rf"{_ITEM}(?:{_JOIN}(?:{_ITEM}|{_BRACKETS})){{0,30}}"
_INNER = rf"(?:\d{{1,3}}[A-Z]?(?:\s?{_BRACKET}){{0,3}}|{_BRACKETS})"
_INNERS = rf"{_INNER}(?:{_JOIN}{_INNER}){{0,8}}"
# What stands below the number: Article 8, paragraph 3(a); Article 6 §§ 1 and 3 (c).
_SUB = rf"(?:(?:,\s?|\s)(?:{_BELOW})\s?|\s?§§?\s?)(?P<inner>{_INNERS})"
# What stands before it: paragraph 2 of Schedule 1; point (b) of Article 3.
_PARTS = rf"(?:{_LONG['part']}|{_LONG['division']})\s?(?:{_ROMAN}|\d{{1,3}}[A-Z]?|[A-Z]\b)"
_INSIDE = rf"(?:(?:{_BELOW})\s?{_INNERS}|{_PARTS})"
_OF = rf"(?:{_INSIDE}\s?,?\s?(?:of|to|in)\s(?:the\s)?)?"
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)})\sSchedule"
_PHRASE = re.compile(
    rf"(?<![\w§])(?!(?<=')[Ss]\b)(?:{_OF}{_ORDINAL}"
    rf"|{_OF}{_ANY_UNIT}\s?{_LIST}(?:{_SUB.replace('(?P<inner>', '(?:')})?(?![\w]))",
    re.ASCII,
)

_HEAD = re.compile(rf"(?:{_UNIT})(?![A-Za-z])\s?", re.ASCII)
_TOKENS = re.compile(rf"(?P<item>{_ITEM})|(?P<brackets>{_BRACKETS})|(?P<range>{_RANGE})", re.ASCII)
_STEP = re.compile(r"\((\w+)\)|([\dA-Z][\w.-]*)", re.ASCII)
_NESTED = re.compile(
    rf"(?P<inner>{_INSIDE})\s?,?\s?(?:of|to|in)\s(?:the\s)?(?P<outer>{_ORDINAL}|{_ANY_UNIT}\s?\S.*)",
    re.ASCII | re.DOTALL,
)
_SUBBED = re.compile(rf"(?P<main>.+?){_SUB}", re.ASCII | re.DOTALL)
_PART_NUMBER = re.compile(r"([IVXLC]+)([A-D]?)")


def read(phrase: str) -> Iterator[Pin]:
    """The provisions that a phrase names, in its order."""
    first, _, rest = phrase.partition(" ")
    if rest == "Schedule" and first in _ORDINALS:
        yield Pin("schedule", (str(_ORDINALS.index(first) + 1),))
    elif nested := _NESTED.fullmatch(phrase):
        outer = list(read(nested["outer"]))
        for pin in _read_list(nested["inner"]) if outer else ():
            yield _inside(outer[-1], pin)
    elif (subbed := _SUBBED.fullmatch(phrase)) and _takes_sub(subbed["main"]):
        *whole, last = list(_read_list(subbed["main"]))
        yield from whole
        for below in _read_list(f"paragraph {subbed['inner']}"):
            yield Pin(last.unit, (*last.steps, *below.steps))
    else:
        yield from _read_list(phrase)


def _inside(outer: Pin, inner: Pin) -> Pin:
    """Paragraph 2 of Schedule 1 keeps its name; paragraph 2 of Article 5 is Article 5(2)."""
    if outer.unit == "schedule":
        return Pin(inner.unit, inner.steps, under=outer)
    return Pin(outer.unit, (*outer.steps, *inner.steps))


def _takes_sub(main: str) -> bool:
    """Whether what follows can lie below: a section sign opens no list of its own here."""
    return bool(list(_read_list(main))) and not main.startswith("§")


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
    numeral = _PART_NUMBER.fullmatch(steps[0]) if unit in ("part", "chapter", "title") else None
    return (f"{from_roman(numeral[1])}{numeral[2]}", *steps[1:]) if numeral else steps


def _openings() -> Iterator[str]:
    """The beginnings of the long words, and the short ones with the figure that must follow."""
    for word in ("section", "sec.", "secs.", "seksyon", "article", "art", "reg", "rule", "sch", "principle",
                 "guideline", "annex", "recital", "para", "sub", "point"):  # fmt: skip
        yield from (word, word.capitalize())
    yield from ("ARTICLE", "Part", "Pt", "Div", "Chapter", "Title", *_ORDINALS)
    for unit in ("s", "S", "ss", "Ss", "s.", "ss.", "S.", "r.", "R.", "rr.", "§", "§§"):
        yield from (f"{unit}{space}{digit}" for space in ("", " ") for digit in range(10))


GRAMMAR = Grammar(
    openings=tuple(_openings()),
    pattern=_PHRASE,
    read=read,
    before=re.compile(
        r"\s?,?\s?(?:(?:of|to|in|under|from|de|du|ng|sa),?\s)?"
        r"(?:(?:the|that|la|cette|said|revised|same)\s){0,2}(?:(?:19|20)\d\d\s)?[\"'(]?",
        re.ASCII,
    ),
    after=re.compile(r"[\"')]{0,2}\s?(?:,|:|;)?\s?(?:at\s|in\s|under\s)?\(?", re.ASCII),
)
