"""Paragraphs and pages of a judgment: at [23]-[25], §§ 279-283, para 10, 第101段, at 680."""

import re
from collections.abc import Iterator

from manumit.citations.numerals import between

_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|"
    r"janv|f[ée]vr|mars|avr|mai|juin|juil|ao[ûu]t|sept|oct|nov|d[ée]c)[a-z]*\b"
)
_NOT_ONE = rf"(?!\s{_MONTH})(?!\d)(?!\s\(\d{{1,2}}\)\s[A-Z])(?!\s(?:[A-Z]{{2,}}|others)\b)"
_N = rf"\d{{1,4}}[A-Z]?(?:\.\d{{1,2}}(?!\d))?(?:\(\w{{1,4}}\))?{_NOT_ONE}"
_TO = r"(?:\s?-\s?|\s(?:to|through|à|a)\s)"
_RANGE = rf"{_N}(?:{_TO}{_N})?"
_AND = r"(?:\s?,\s?(?:and\s|et\s|y\s)?|\s?(?:\band\b|&|\bet\b|\by\b|及|และ)\s?)"
_LISTED = rf"{_RANGE}(?:{_AND}{_RANGE}){{0,30}}"
_BOXED = rf"\[\d{{1,3}}[A-Z]?(?:\(\w{{1,4}}\))?(?:(?:{_TO}|{_AND})\d{{1,3}}[A-Z]?){{0,10}}\]"
_BOX = rf"\[{_RANGE}(?:{_AND}{_RANGE}){{0,10}}\]"
_BOXES = rf"{_BOX}(?:(?:{_TO}|{_AND}){_BOX}){{0,30}}"
_SIGN = (
    r"(?:§§?|¶¶?|(?:au\s)?[Pp]aras?\.?|[Pp]aragraphs?|[Pp]ars?\.|párrs?\.|pts?\.|"
    r"ย่อหน้า(?:ที่)?|[Đđ]oạn|perenggan|[Pp]aragraf)"
)
_FOLLOWING = r"(?:\s?(?:ff\.?|et\sseqq?\.?))?"
_SIGNED = rf"{_SIGN}\s?(?:{_LISTED}|{_BOXES}){_FOLLOWING}(?![\w/])"
_HAN = r"(?:判案書|判詞|判決書|判决书)?第\s?\d{1,4}(?:\s?(?:至|到|-|、|及|和)\s?(?:第\s?)?\d{1,4}){0,20}\s?段"
_ONE_PAGE = r"\d{1,4}[A-H]?(?:\s?-\s?(?:\d{1,4}[A-H]?|[A-H]))?"
_PAGE_BOX = rf"{_ONE_PAGE}\s{_BOXES}(?:,\s{_ONE_PAGE}\s{_BOXES}){{0,8}}"
_MORE = rf"(?:{_AND}(?:{_SIGNED}|{_BOXED})){{0,8}}"
PARAGRAPHS = (
    rf"(?:(?:at|in)\s)?{_SIGNED}{_MORE}|at\s(?:{_BOXES}|{_PAGE_BOX}){_MORE}|{_BOXED}(?:(?:{_TO}|{_AND}){_BOXED}){{0,30}}"
    rf"|at\s{_ONE_PAGE},\s{_SIGNED}|{_HAN}"
)
PAGES = rf"at\s(?:pp?\.\s?|page\s)?{_ONE_PAGE}(?![\w\]/])"
# Pages of a report without *at*: never before what begins another citation.
BARE_PAGES = rf"{_ONE_PAGE}(?:,\s{_ONE_PAGE}){{0,4}}(?![\w\]/])(?!\.\d)(?!\s[A-Z][\w.]*\s\d)"
AFTER_PAGES = rf"{_ONE_PAGE}\s(?:at\s)?{_BOXES}"
_TOKEN = re.compile(
    r"\((?P<aside>\w+)\)|(?P<number>\d{1,4}[A-Z]?(?:\.\d{1,2})?)|(?P<range>-|\bto\b|\bthrough\b|至|到|\sà\s|\sa\s)",
    re.ASCII,
)
_SIGN_ANYWHERE = re.compile(rf"{_SIGN}|段")
_PAGE_FIRST = re.compile(rf"^at\s{_ONE_PAGE},\s(?={_SIGN})")
_IN_BOXES = re.compile(r"\[[^\]]*\]|(?<=\])\s?(?:-|to)\s?(?=\[)")


def eids_of(words: str) -> Iterator[str]:
    """The paragraphs that a pinpoint names, in its order; nothing for a page."""
    words = _PAGE_FIRST.sub("", words)
    if "[" in words and not _SIGN_ANYWHERE.search(words):
        words = " ".join(_IN_BOXES.findall(words))  # what stands outside the brackets is a page
    elif re.fullmatch(rf"{PAGES}|{BARE_PAGES}", words, re.ASCII):
        return
    last, in_range = "", False
    for token in _TOKEN.finditer(words):
        if token["range"]:
            in_range = bool(last)
        elif number := token["number"]:
            for each in between(last, number)[1:] if in_range else [number]:
                yield f"para_{each}"
            last, in_range = number, False
