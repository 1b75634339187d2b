"""Provisions in Thai: มาตรา ๖, มาตรา 6 วรรคหนึ่งและวรรคสอง, มาตรา 6/1, ม.41, ข้อ 3 (a)."""

import re
from collections.abc import Iterator

from manumit.citations.numerals import between
from manumit.citations.provisions.types import Grammar, Pin

_WORDS = {
    "หนึ่ง": "1", "สอง": "2", "สาม": "3", "สี่": "4", "ห้า": "5", "หก": "6", "เจ็ด": "7", "แปด": "8",
    "เก้า": "9", "สิบ": "10",
}  # fmt: skip
_SPACE = r"\s{0,2}"
_NUMBER = r"\d{1,4}[A-Z]{0,3}(?:/\d{1,2})?"
_UNIT = r"มาตรา|ม\.|ข้อ"
_BRACKET = r"\((?:\d{1,2}|[a-z]|[ก-ฮ])\)"
_PARA = rf"วรรค{_SPACE}(?:{'|'.join(_WORDS)}|\d{{1,2}})"
_TO = rf"{_SPACE}(?:ถึง|-){_SPACE}"
_AND = rf"{_SPACE}(?:,|และ|หรือ){_SPACE}"
_ITEM = rf"{_NUMBER}(?:{_SPACE}(?:{_BRACKET}|{_PARA})){{0,3}}"
_NEXT = rf"(?:(?:{_UNIT}){_SPACE})?{_ITEM}|{_BRACKET}|{_PARA}"
_PHRASE = re.compile(
    rf"(?:{_UNIT}){_SPACE}{_ITEM}(?:(?:{_TO}|{_AND})(?:{_NEXT})){{0,20}}", re.ASCII
)
_TOKEN = re.compile(
    rf"(?P<item>{_ITEM})|(?P<bracket>{_BRACKET})|(?P<para>{_PARA})|(?P<range>ถึง|-)", re.ASCII
)
_PIECE = re.compile(
    rf"\((?P<bracket>\w+)\)|วรรค{_SPACE}(?P<para>{'|'.join(_WORDS)}|\d{{1,2}})|(?P<number>{_NUMBER})"
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
        steps = tuple(_steps(token[0]))
        if not token["item"] and last:
            steps = (*last[: max(1, len(last) - 1)], *steps)
        if in_range and last and last[:-1] == steps[:-1]:
            for number in between(last[-1], steps[-1])[1:]:
                yield Pin(unit, (*steps[:-1], number))
        else:
            yield Pin(unit, steps)
        last, in_range = steps, False


def _steps(item: str) -> Iterator[str]:
    """Number, then what is below it; a paragraph is marked, since in Thai it has no brackets."""
    for piece in _PIECE.finditer(item):
        if piece["number"]:
            yield piece["number"].replace("/", "-")
        elif piece["bracket"]:
            yield piece["bracket"]
        else:
            yield f"para:{_WORDS.get(piece['para'], piece['para'])}"


GRAMMAR = Grammar(
    openings=("มาตรา", "ม.", "ข้อ"),
    pattern=_PHRASE,
    read=read,
    before=re.compile(r"\s{0,2}(?:แห่ง|ของ|ใน|ตาม)?\s{0,2}\"?", re.ASCII),
    after=re.compile(r"[\"')]{0,2}\s{0,2}(?:,|ใน)?\s{0,2}", re.ASCII),
)
