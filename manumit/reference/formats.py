"""A format in which something is cited, and what a match of it means."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from manumit.reference.folding import fold
from manumit.reference.keys import parse_key, slugify_segment

Gives = Literal["judgment", "legislation", "instrument", "publication"]
# What a regular expression captured, by group; None where an optional group took no part.
Groups = Mapping[str, str | None]

# The full stop and space between two initials: ``A. C.``
_INITIAL = re.compile(r"(?<=\b[A-Z])\.\s?(?=[A-Z])", re.ASCII)
_MORE = re.compile(r"(-|to\b)?\s?(\d+[A-Z]{0,3})", re.ASCII)
_ALSO = re.compile(r"(\d+)/(\d+)", re.ASCII)
_LONGEST_RANGE = 50


@dataclass(frozen=True, slots=True)
class CitationFormat:
    """One way of citing, with the examples it must and must not match.

    ``pattern`` is a regular expression with named groups, written for folded text (``fold``);
    ``cite`` and ``key`` are templates over those groups. ``key`` is empty where the citation alone
    cannot give one (a law report's volume and page): the Work is then looked up by what its
    record says. Where ``is_stem`` is true the number names a case and not yet a decision in it:
    the Works are those whose keys lie below (``hk/case/hcal-15-2015`` / ``2016-12-23``).
    Where the pattern has a group ``series`` (of law reports), ``cite`` gets it without full stops.
    ``since`` is the day from which the court gives such citations; publishers have often numbered
    older decisions in the same way.
    """

    system: str
    forum: str | None
    gives: Gives
    kind: str
    pattern: str
    cite: str
    key: str
    is_stem: bool
    since: date | None
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]

    def regex(self) -> re.Pattern[str]:
        """The compiled pattern, for a text already folded. Raises re.error."""
        return _compiled(self.pattern)

    def search(self, text: str) -> re.Match[str] | None:
        """The first citation in a text of any script; its offsets are the text's own."""
        return self.regex().search(fold(text))

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The text read as this citation and nothing else."""
        return self.regex().fullmatch(fold(text))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every citation in a text of any script; their offsets are the text's own."""
        return self.regex().finditer(fold(text))

    def cite_for(self, groups: Groups) -> str:
        """The citation as the court writes it, whatever spaces and full stops the text had."""
        values = {name: text or "" for name, text in groups.items()}
        if "series" in values:
            values["series"] = _without_stops(values["series"])
        return " ".join(self.cite.format_map(values).split())

    def key_for(self, groups: Groups) -> str:
        """The key of the Work cited, or its stem; empty without a template. Raises BadKey."""
        if not self.key:
            return ""
        values = {name: slugify_segment(text or "") for name, text in groups.items()}
        return str(parse_key(self.key.format_map(values)))

    def keys_for(self, groups: Groups) -> tuple[str, ...]:
        """The keys of all Works cited, where one citation gives several numbers.

        Besides ``number`` the pattern may have the groups ``more``, numbers of the same year
        (``15 and 16/2015``), and ``also``, with years of their own (``15/2015 and 3/2016``).
        Raises BadKey.
        """
        keys = [self.key_for(each) for each in (groups, *_further(groups))]
        return tuple(dict.fromkeys(key for key in keys if key))


def _without_stops(series: str) -> str:
    """``H.K.L.R.D.`` as ``HKLRD``, ``Cr. App. R.`` as ``Cr App R``."""
    return _INITIAL.sub("", series).replace(".", "")


def _further(groups: Groups) -> Iterator[Groups]:
    last = groups.get("number") or ""
    for range_sign, number in _MORE.findall(groups.get("more") or ""):
        numbers = _up_to(last, number) if range_sign else [number]
        yield from ({**groups, "number": each} for each in numbers)
        last = number
    for number, year in _ALSO.findall(groups.get("also") or ""):
        yield {**groups, "number": number, "year": year}


def _up_to(first: str, last: str) -> list[str]:
    """The numbers after the first of a range; the last may be short (``147678-87``)."""
    if not (first.isdecimal() and last.isdecimal()):
        return [last]
    whole = first[: max(0, len(first) - len(last))] + last
    between = range(int(first) + 1, int(whole) + 1)
    return [str(each) for each in between] if len(between) <= _LONGEST_RANGE else [whole]


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """ASCII, so that a word of another script ends where Latin letters begin (``院FACV``)."""
    return re.compile(pattern, re.ASCII)
