"""Provisions in Chinese: 第129(1)條, 第三條第一款(a)項, 第17I至17K條, 附表1."""

import re
from collections.abc import Iterator

from manumit.citations.numerals import HAN_NUMERAL, between, from_han
from manumit.citations.provisions.types import Grammar, Pin

_FIGURE = r"\d{1,4}[A-Z]{0,3}"
_NUMBER = rf"(?:{_FIGURE}|{HAN_NUMERAL}{{1,6}})"
_BRACKET = r"\([0-9A-Za-z]{1,4}\)|\([一二三四五六七八九十]{1,3}\)"
_ITEM = rf"{_NUMBER}(?:{_BRACKET}){{0,4}}"
_JOIN = r"\s?(?:、|及|和|或|與|与|至|到|-|,)\s?(?:第)?"
_LIST = rf"{_ITEM}(?:{_JOIN}(?:{_ITEM}|(?:{_BRACKET}){{1,3}})){{0,20}}"
_BELOW = rf"(?:第?\s?{_NUMBER}\s?(?:款|項|项|段|目)|第?\s?(?:{_BRACKET}){{1,3}}\s?(?:款|項|项|段|節|节|目)?)"
_PHRASE = re.compile(
    rf"第\s?{_LIST}\s?[條条](?:之\s?{_NUMBER})?(?:\s?{_BELOW}){{0,3}}|附表\s?{_NUMBER}(?:第\s?{_NUMBER}\s?[條条段])?",
    re.ASCII,
)
_MAIN = re.compile(rf"第\s?(?P<list>{_LIST})\s?[條条](?:之\s?(?P<extra>{_NUMBER}))?", re.ASCII)
_TOKEN = re.compile(
    rf"(?P<item>{_ITEM})|(?P<brackets>(?:{_BRACKET})+)|(?P<range>至|到|-)", re.ASCII
)
_PIECE = re.compile(rf"\(([^()]+)\)|({_NUMBER})", re.ASCII)
_SCHEDULE = re.compile(rf"附表\s?(?P<number>{_NUMBER})(?:第\s?(?P<para>{_NUMBER}))?", re.ASCII)


def read(phrase: str) -> Iterator[Pin]:
    """The provisions that a phrase names, in its order."""
    schedule = _SCHEDULE.match(phrase)
    if schedule:
        outer = Pin("schedule", (_plain(schedule["number"]),))
        yield (
            Pin("paragraph", (_plain(schedule["para"]),), under=outer)
            if schedule["para"]
            else outer
        )
        return
    main = _MAIN.match(phrase)
    if main is None:
        return
    below = tuple(_pieces(phrase[main.end() :]))
    for steps in _listed(main["list"]):
        number = f"{steps[0]}-{_plain(main['extra'])}" if main["extra"] else steps[0]
        yield Pin("tiao", (number, *steps[1:], *below))


def _listed(text: str) -> Iterator[tuple[str, ...]]:
    last: tuple[str, ...] = ()
    in_range = False
    for token in _TOKEN.finditer(text):
        if token["range"]:
            in_range = True
            continue
        steps = tuple(_pieces(token[0]))
        if token["brackets"] and last:
            steps = (*last[: max(1, len(last) - len(steps))], *steps)
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
