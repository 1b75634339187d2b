"""Numbers that someone typed at the beginning of a paragraph."""

import re

# Before a tab a number may be bare; before a space only what is hardly ever anything else.
_BEFORE_TAB = re.compile(
    r"\s*(?P<number>\(?\d{1,4}(?:\.\d{1,3}){0,3}[.)]{0,2}|\[\d{1,3}\]\.?|\(?[A-Za-z]{1,2}[.)]"
    r"|\(?[ivxl]{1,6}[.)]|\([A-Z]{1,3}\)|[•–—-])[ \xa0]*\t\s*"
)
_BEFORE_SPACE = re.compile(
    r"\s*(?P<number>\d{1,4}(?:\.\d{1,3}){0,3}\.|\d{1,3}(?:\.\d{1,3}){1,3}|\[\d{1,3}\]\.?"
    r"|\(\d{1,3}\)|\([a-z]{1,2}\)|\([ivxl]{1,6}\)|\([A-Z]\))[ \xa0]+(?=[^\W\d_]|[“\"‘'\[(…])"
)
_LONGEST = 60


def typed_number(text: str) -> tuple[str, int]:
    """The number a paragraph begins with and how many characters it takes; empty and 0 for none."""
    found = _BEFORE_TAB.match(text[:_LONGEST]) or _BEFORE_SPACE.match(text[:_LONGEST])
    return (found["number"], found.end()) if found else ("", 0)
