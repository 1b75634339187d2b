"""Paragraphs and pages of a judgment: at [23]-[25], §§ 279-283, para 10, 第101段, at 680."""

import re
from collections.abc import Iterator

from manumit.citations.numerals import between

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b"
_N = rf"\d{{1,4}}[A-Z]?(?!\s{_MONTH})(?!\d)"
_RANGE = rf"{_N}(?:\s?(?:-|to)\s?{_N}(?!\d))?"
_AND = r"(?:\s?,\s?(?:and\s|et\s)?|\s?(?:and|&|et|及|และ)\s?)"
_LISTED = rf"{_RANGE}(?:{_AND}{_RANGE}){{0,30}}"
_SQUARE = rf"\[{_RANGE}\](?:(?:\s?(?:-|to)\s?|{_AND})\[{_RANGE}\]){{0,30}}"
_SQUARE_LIST = rf"\[{_LISTED}\]"
_SIGN = r"(?:§§?|[Pp]aras?\.?|[Pp]aragraphs?|pts?\.|ย่อหน้า(?:ที่)?|วรรค|[Đđ]oạn|perenggan|[Pp]aragraf)"
_PAGE = r"(?:pp?\.\s?|page\s)?\d{1,4}[A-H]?(?:\s?-\s?\d{1,4}[A-H]?)?(?![\w\]/])"
PARAGRAPHS = (
    rf"(?:(?:at|in)\s)?(?:{_SIGN}\s?(?:{_LISTED}|{_SQUARE}|{_SQUARE_LIST}))(?![\w/])"
    rf"|at\s(?:{_SQUARE}|{_SQUARE_LIST})"
    rf"|\[\d{{1,3}}[A-Z]?(?:\s?-\s?\d{{1,3}})?\](?:(?:\s?(?:-|to)\s?|{_AND})\[\d{{1,3}}[A-Z]?(?:\s?-\s?\d{{1,3}})?\]){{0,30}}"
    r"|(?:判案書|判詞|判決書)?第\s?\d{1,4}(?:\s?(?:至|到|-|、|及|和)\s?(?:第\s?)?\d{1,4}){0,20}\s?段"
)
PAGES = rf"at\s{_PAGE}"
_TOKEN = re.compile(rf"(?P<number>{_N})|(?P<range>-|to|至|到)", re.ASCII)


def eids_of(words: str) -> Iterator[str]:
    """The paragraphs that a pinpoint names, in its order; nothing for a page."""
    if re.fullmatch(PAGES, words, re.ASCII):
        return
    last, in_range = "", False
    for token in _TOKEN.finditer(words):
        if token["range"]:
            in_range = bool(last)
            continue
        number = token["number"]
        for each in between(last, number)[1:] if in_range else [number]:
            yield f"para_{each}"
        last, in_range = number, False
