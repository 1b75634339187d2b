"""Provisions in Thai: มาตรา ๖, มาตรา 6 วรรคหนึ่ง, มาตรา 6/1, มาตรา 4 และมาตรา 6."""

import re
from collections.abc import Iterator

from manumit.citations.numerals import between
from manumit.citations.provisions.types import Grammar, Pin

_WORDS = {
    "หนึ่ง": "1", "สอง": "2", "สาม": "3", "สี่": "4", "ห้า": "5", "หก": "6", "เจ็ด": "7", "แปด": "8",
}  # fmt: skip
_SPACE = r"\s{0,2}"
_NUMBER = r"\d{1,4}(?:/\d{1,2})?"
_UNIT = "มาตรา|ข้อ"
_ITEM = rf"{_NUMBER}(?:{_SPACE}\(\d{{1,2}}\))?(?:{_SPACE}วรรค{_SPACE}(?:{'|'.join(_WORDS)}|\d))?"
_JOIN = rf"{_SPACE}(?:,|และ|หรือ|ถึง|-){_SPACE}(?:{_UNIT})?{_SPACE}"
_PHRASE = re.compile(rf"(?:{_UNIT}){_SPACE}{_ITEM}(?:{_JOIN}{_ITEM}){{0,20}}", re.ASCII)
_TOKEN = re.compile(rf"(?P<item>{_ITEM})|(?P<range>ถึง|-)", re.ASCII)
_PARTS = re.compile(
    rf"(?P<number>{_NUMBER})(?:{_SPACE}\((?P<item>\d{{1,2}})\))?(?:{_SPACE}วรรค{_SPACE}(?P<para>\S+))?",
    re.ASCII,
)


def read(phrase: str) -> Iterator[Pin]:
    """The provisions that a phrase names, in its order."""
    unit = "article" if phrase.startswith("ข้อ") else "section"
    last: tuple[str, ...] = ()
    in_range = False
    for token in _TOKEN.finditer(phrase):
        if token["range"]:
            in_range = True
            continue
        steps = _steps(token[0])
        numbers = between(last[0], steps[0])[1:] if in_range and last else [steps[0]]
        for number in numbers:
            yield Pin(unit, (number, *steps[1:]))
        last, in_range = steps, False


def _steps(item: str) -> tuple[str, ...]:
    match = _PARTS.match(item)
    assert match is not None  # the phrase's own pattern found it
    below = match["item"] or _WORDS.get(match["para"] or "", match["para"])
    number = match["number"].replace("/", "-")
    return (number, below) if below else (number,)


GRAMMAR = Grammar(
    openings=("มาตรา", "ข้อ"),
    pattern=_PHRASE,
    read=read,
    before=re.compile(r"\s{0,2}(?:แห่ง|ของ|ใน|ตาม)?\s{0,2}\"?", re.ASCII),
    after=re.compile(r"[\"')]{0,2}\s{0,2}(?:,|ใน)?\s{0,2}", re.ASCII),
)
