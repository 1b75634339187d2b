"""Whether a notice tells of something that is here already.

The same address or the same DOI is the same thing. A like title is, when the two come from
different sources, are dated within two weeks of each other, and differ only in spelling: a year, a
country or *second* for *first* makes another report of it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz, process

from manumit.harvest.notices import Notice, canonical, doi_in
from manumit.library.selectors import PublicationMarks
from manumit.reference import fold

_LIKE = 90.0  # of 100: what is below is not looked at more closely
_SAME_WORD = 90.0  # organisation and organization; Austria and Australia come to 87
_APART = 14  # days
_SHORTEST = 24  # letters: what is shorter is a heading that many have
_FILLERS = frozenset({"the", "a", "an", "of", "on", "in", "for", "and", "to", "new", "its"})
_WORDS = re.compile(r"\w+")
_SITE = re.compile(r"\s+(?:[|·»]|[-–—])\s+(?P<site>[^|·»]{2,60})$")


@dataclass(slots=True)
class Twins:
    """Everything that is known, and which of it came from the source that is being read."""

    own: set[str] = field(default_factory=set)
    _by_link: dict[str, str] = field(default_factory=dict)
    _by_doi: dict[str, str] = field(default_factory=dict)
    _by_title: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def among(cls, known: Iterable[PublicationMarks], own: Iterable[str]) -> "Twins":
        """Those among these publications; ``own`` are the keys that the same source gave."""
        twins = cls(set(own))
        for marks in known:
            twins.add(marks)
        return twins

    def add(self, marks: PublicationMarks) -> None:
        """One more publication is known from now on."""
        if marks.link:
            self._by_link.setdefault(canonical(marks.link), marks.key)
        doi = marks.doi or doi_in(marks.link)
        if doi:
            self._by_doi.setdefault(doi, marks.key)
        for title in marks.titles:
            bare = bare_title(title, marks.publisher)
            if len(bare) >= _SHORTEST:
                self._by_title[bare].append((marks.key, marks.dated))

    def of(self, notice: Notice, itself: str = "") -> str:
        """The key of the notice's twin other than ``itself``; empty where it has none."""
        found = (
            self._by_link.get(canonical(notice.link)) if notice.link else None,
            self._by_doi.get(notice.doi) if notice.doi else None,
        )
        same = next((key for key in found if key and key != itself), "")
        return same or self._like(notice, itself)

    def _like(self, notice: Notice, itself: str) -> str:
        wanted = bare_title(notice.title, notice.publisher)
        if len(wanted) < _SHORTEST:
            return ""
        near = process.extract(
            wanted, self._by_title.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=_LIKE, limit=5
        )
        for title, _, _ in near:
            if not differ_in_spelling_only(wanted, title):
                continue
            for key, dated in self._by_title[title]:
                if key not in self.own and key != itself and _near(dated, notice.published):
                    return key
        return ""


def bare_title(title: str, publisher: str) -> str:
    """The words of a title alone, without the name of the site that many put behind it."""
    site = _SITE.search(title)
    if site and publisher and fuzz.partial_ratio(site["site"].lower(), publisher.lower()) > _LIKE:
        title = title[: site.start()]
    return " ".join(_WORDS.findall(fold(title).casefold()))


def differ_in_spelling_only(one: str, other: str) -> bool:
    """Whether two bare titles have the same words, but for their spelling and for fillers."""
    first, second = Counter(one.split()), Counter(other.split())
    left = sorted(word for word in (first - second).elements() if word not in _FILLERS)
    right = sorted(word for word in (second - first).elements() if word not in _FILLERS)
    if len(left) != len(right):
        return False
    pairs = zip(left, right, strict=True)
    return all(a.isalpha() and b.isalpha() and fuzz.ratio(a, b) >= _SAME_WORD for a, b in pairs)


def _near(one: str, other: str) -> bool:
    """Whether two dates are close, as far as both are known."""
    if len(one) == len(other) == 10:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= _APART
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]
