"""Numbers in a text: every format of ``manumit.reference``, tried only where it can match.

A hundred patterns are one linear pass: RE2 tells which of them a paragraph can hold, and only those
are matched. What RE2 does not know (lookarounds) is left out of that question, never of the match.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import re2

from manumit.reference import CitationFormat, Gives, citation_formats


@dataclass(frozen=True, slots=True)
class Number:
    """A number found: what it cites, in its normal form, with the key or stem it gives."""

    start: int
    end: int
    format: CitationFormat
    cite: str
    key: str

    @property
    def kind(self) -> Gives:
        """What it cites."""
        return self.format.gives


def numbers_in(folded: str) -> Iterator[Number]:
    """Every match of every format in a folded paragraph, in no order, overlapping or not."""
    for format_ in _possible(folded):
        for match in _matches(format_, folded):
            groups = match.groupdict()
            yield Number(
                match.start(),
                match.end(),
                format_,
                format_.cite_for(groups),
                format_.key_for(groups),
            )


def _matches(format_: CitationFormat, folded: str) -> Iterator[re.Match[str]]:
    """Every match; a pattern that looks behind first is tried only where the rest of it begins.

    Python would look behind at every place of the text, a dozen times for some patterns.
    """
    regex = format_.regex()
    if not format_.pattern.startswith(("(?<", "(?:(?<")):
        yield from regex.finditer(folded)
        return
    bare, place = _bare(format_.pattern), 0
    while begun := bare.search(folded, place):
        match = regex.match(folded, begun.start())
        if match:
            yield match
        place = match.end() if match and match.end() > begun.start() else begun.start() + 1


@cache
def _bare(pattern: str) -> re.Pattern[str]:
    return re.compile(without_lookarounds(pattern), re.ASCII)


def _possible(folded: str) -> Iterator[CitationFormat]:
    chosen, formats, always = _sieve()
    yield from always
    for number in chosen.Match(folded) or ():
        yield formats[number]


@cache
def _sieve() -> tuple["re2.Set", list[CitationFormat], list[CitationFormat]]:
    options = re2.Options()
    options.log_errors = False
    options.max_mem = 64 << 20
    chosen = re2.Set.SearchSet(options)
    formats, always = [], []
    for format_ in citation_formats():
        try:
            chosen.Add(without_lookarounds(format_.pattern))
        except re2.error:
            always.append(format_)
        else:
            formats.append(format_)
    chosen.Compile()
    return chosen, formats, always


_NOTHING = re.compile(r"\(\?:\|+\)")
_OPENS = re.compile(r"\(\?(?:[=!]|<[=!]|\(\w+\))")


def without_lookarounds(pattern: str) -> str:
    """The pattern without its lookarounds and conditions: it matches wherever the whole did."""
    while opened := _OPENS.search(pattern):
        end = _closing(pattern, opened.start())
        rest = pattern[end:]
        if pattern.startswith("(?(", opened.start()):
            rest = rest.removeprefix("?")
        pattern = pattern[: opened.start()] + rest
    return _NOTHING.sub("", pattern)


def _closing(pattern: str, start: int) -> int:
    """The place after the bracket that closes the one at ``start``."""
    depth, place, in_class = 0, start, False
    while place < len(pattern):
        sign = pattern[place]
        if sign == "\\":
            place += 1
        elif in_class:
            in_class = sign != "]"
        elif sign == "[":
            in_class = True
        elif sign in "()":
            depth += 1 if sign == "(" else -1
            if depth == 0:
                return place + 1
        place += 1
    return len(pattern)
