"""Provisions in Chinese: 第129(1)條, 第三條第一款(a)項, 第17I至17K條, 第三條(a)、(b)及(d)項, 附表1."""

import re
from collections.abc import Iterator

from manumit.citations.numerals import HAN_NUMERAL, between, from_han, from_roman
from manumit.citations.provisions.types import Grammar, Pin

_NUMBER = rf"(?:\d{{1,4}}[A-Z]{{0,3}}|{HAN_NUMERAL}{{1,6}})"
_BRACKET = r"\((?:[0-9A-Za-z]{1,4}|[一二三四五六七八九十]{1,3})\)"
_ITEM = rf"{_NUMBER}(?:{_BRACKET}){{0,4}}"
_TO = r"\s?(?:至|到|-)\s?"
_AND = r"\s?(?:、|,|;)?\s?(?:以及|及|和|或|與|与)?\s?"
_JOIN = rf"(?:{_TO}|\s?(?:、|,)\s?|\s?(?:以及|及|和|或|與|与)\s?)"
_LIST = rf"{_ITEM}(?:{_JOIN}(?:第\s?)?(?:{_ITEM}|(?:{_BRACKET}){{1,3}})){{0,20}}"
_ARTICLE = rf"第\s?{_LIST}\s?[條条](?:之\s?{_NUMBER})?"
# What stands below an article: 第一款, (a)項, (a)、(b)及(d)項, (a)至(d)項, 第1段.
_BRACKETS = rf"(?:{_BRACKET}){{1,3}}(?:{_JOIN}(?:{_BRACKET}){{1,3}}){{0,8}}"
_BELOW = rf"(?:第?\s?{_NUMBER}\s?(?:款|項|项|段|目)|第?\s?{_BRACKETS}\s?(?:款|項|项|段|節|节|目)?)"
_ONE = rf"{_ARTICLE}(?:\s?{_BELOW}){{0,3}}"
_SCHEDULE = rf"附表\s?{_NUMBER}(?:第\s?{_NUMBER}\s?[條条段])?"
_POINTED = rf"{_NUMBER}(?:\.\d{{1,2}})?"
_PARAGRAPHS = rf"第\s?{_POINTED}(?:{_JOIN}(?:第\s?)?{_POINTED}){{0,20}}\s?段"
_PART = r"第\s?(?:[IVXL]{1,7}[A-D]?|\d{1,3}[A-Z]?)\s?部"
_PHRASE = re.compile(
    rf"{_ONE}(?:(?:{_TO}|\s?[、,]\s?|\s?(?:以及|及|和|或|與|与)\s?){_ONE}){{0,12}}|{_SCHEDULE}|{_PARAGRAPHS}|{_PART}",
    re.ASCII,
)

_EACH = re.compile(
    rf"(?P<range>{_TO})?(?:第\s?(?P<list>{_LIST})\s?[條条](?:之\s?(?P<extra>{_NUMBER}))?)(?P<below>(?:\s?{_BELOW}){{0,3}})",
    re.ASCII,
)
_TOKEN = re.compile(
    rf"(?P<item>{_ITEM})|(?P<brackets>(?:{_BRACKET})+)|(?P<range>至|到|-)", re.ASCII
)
_PIECE = re.compile(rf"\(([^()]+)\)|({_NUMBER})", re.ASCII)
_IN_SCHEDULE = re.compile(rf"附表\s?(?P<number>{_NUMBER})(?:第\s?(?P<para>{_NUMBER}))?", re.ASCII)


def read(phrase: str) -> Iterator[Pin]:
    """The provisions that a phrase names, in its order."""
    schedule = _IN_SCHEDULE.match(phrase)
    if schedule:
        outer = Pin("schedule", (_plain(schedule["number"]),))
        para = schedule["para"]
        yield Pin("paragraph", (_plain(para),), under=outer) if para else outer
        return
    if phrase.endswith(("段", "部")) and not re.search("[條条]", phrase):
        yield from _without_article(phrase)
        return
    last: tuple[str, ...] = ()
    for each in _EACH.finditer(phrase):
        listed = list(_article(each))
        if each["range"] and last and listed:
            listed = [(number,) for number in between(last[0], listed[0][0])[1:]]
        for steps in listed:
            yield Pin("tiao", steps)
            last = steps


def _without_article(phrase: str) -> Iterator[Pin]:
    if phrase.endswith("部"):
        numeral = re.sub("[第部\\s]", "", phrase)
        roman = re.fullmatch("([IVXL]+)([A-D]?)", numeral)
        yield Pin("part", (f"{from_roman(roman[1])}{roman[2]}" if roman else numeral,))
        return
    if "." in phrase:
        yield from (Pin("paragraph", (number,)) for number in re.findall(r"[\d.]+", phrase))
        return
    for steps in _listed(re.sub("[第段]", "", phrase)):
        yield Pin("paragraph", steps)


def _article(each: re.Match[str]) -> Iterator[tuple[str, ...]]:
    for steps in _listed(each["list"]):
        number = f"{steps[0]}-{_plain(each['extra'])}" if each["extra"] else steps[0]
        for below in _below(each["below"]):
            yield (number, *steps[1:], *below)


def _below(words: str) -> list[tuple[str, ...]]:
    """What is named below an article: one line of steps, or several that differ in their last."""
    if not words.strip():
        return [()]
    levels = re.findall(_BELOW, words, re.ASCII)
    fixed = tuple(step for level in levels[:-1] for step in _pieces(level))
    listed = list(_listed(re.sub(r"[第款項项段目節节\s]", "", levels[-1])))
    return [(*fixed, *steps) for steps in listed]


def _listed(text: str) -> Iterator[tuple[str, ...]]:
    last: tuple[str, ...] = ()
    in_range = False
    for token in _TOKEN.finditer(text):
        if token["range"]:
            in_range = True
            continue
        steps = tuple(_pieces(token[0]))
        if token["brackets"] and last:
            steps = (*last[: max(0, len(last) - len(steps))], *steps)
        if in_range and len(last) == len(steps):
            for number in between(last[-1], steps[-1])[1:]:
                yield (*steps[:-1], number)
        else:
            yield steps
        last, in_range = steps, False


def _pieces(text: str) -> Iterator[str]:
    for match in _PIECE.finditer(text):
        yield _plain(match[1] or match[2])


def _plain(number: str) -> str:
    return str(from_han(number)) if re.fullmatch(rf"{HAN_NUMERAL}+", number) else number


GRAMMAR = Grammar(
    openings=("第", "附表"),
    pattern=_PHRASE,
    read=read,
    before=re.compile(r"\s?(?:的)?\s?", re.ASCII),
    after=re.compile(r"[》」)]{0,2}\s?(?:的|中|,|、)?\s?", re.ASCII),
)
