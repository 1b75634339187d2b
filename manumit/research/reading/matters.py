"""What is told of in everyday words, and what the law calls it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from manumit.reference import concepts, kept_with_concepts
from manumit.research.reading.ages import ages_of_children
from manumit.research.types import Spoken
from manumit.research.words import spelled_out, words
from manumit.search.selectors import Spotter

# Concepts that works and provisions are tagged with; names of the others are everyday words.
_SCHEMES = ("exploitation", "cross-cutting")
_CHILD = "child"
# Words with marks on their letters. Terms are without them: "bị bạn" (by a friend) would be "bị bán" (sold).
_MARKED = re.compile(r"\w*[À-ɏḀ-ỹ]\w*")
_AS_WRITTEN = re.compile(r"=(\w+)")  # a word whose stem is another word's too
_WORD = re.compile(r"\w+")
# Where a sentence ends: no phrase goes on behind it.
_ENDS = re.compile(r"(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)[.?!][\"”’)]*\s+[A-Z]")
_NO_LANGUAGES = frozenset({"code", "law", "topics"})


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter: ``law`` are the words of the shelves for it, ``topics`` concepts it speaks of."""

    code: str
    law: str
    topics: tuple[str, ...]
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What tells of a matter: its code, words that stand so wherever marks are written, and always."""

    code: str
    marked: frozenset[str]
    written: frozenset[str]


@cache
def matters() -> dict[str, Matter]:
    """Every matter of ``words/matters.toml`` by its code."""
    return {row["code"]: _matter(row) for row in words("matters")["matter"]}


def matters_in(text: str) -> list[Spoken]:
    """The matters that the text speaks of, in its order; after them what these amount to together."""
    told = _counted(_told_of(text))
    told += _of_age(told, text)
    return [*told, *_implied(told)]


def concepts_in(text: str) -> list[Spoken]:
    """The concepts whose names stand in the text, in any language, in its order."""
    return _spoken(_of_concepts(), text)


def kinds_in(text: str) -> frozenset[str]:
    """The kinds of work that the text asks for in so many words."""
    return frozenset(one.code for one in _spoken(_of_kinds(), text))


def _of_age(told: Sequence[Spoken], text: str) -> Iterator[Spoken]:
    """The matter of children where one is told of by an age alone."""
    ages = list(ages_of_children(text))
    if ages and all(one.code != _CHILD for one in told):
        yield Spoken(_CHILD, ages[0], len(ages))


def _implied(told: Sequence[Spoken]) -> Iterator[Spoken]:
    """Matters that nobody named, each with the words of the first means and purpose that were told."""
    said = {one.code: one.words for one in told}
    for row in words("implied")["implied"]:
        means, purposes = (
            [code for code in said if code in row[part]] for part in ("means", "purposes")
        )
        # One matter, such as marriage, can be either and is not both.
        if means and purposes and len({*means, *purposes}) > 1 and row["matter"] not in said:
            both = dict.fromkeys([said[means[0]], said[purposes[0]]])
            yield Spoken(row["matter"], ", ".join(both), 1)


def _spoken(spotter: Spotter[str], text: str) -> list[Spoken]:
    return _counted((spot.means, text[spot.start : spot.end]) for spot in spotter.spots(text))


def _told_of(text: str) -> Iterator[tuple[str, str]]:
    """Codes of matters with their words; a phrase with other marks than the text's is another phrase."""
    marked = _MARKED.search(unicodedata.normalize("NFC", text))
    seen: set[tuple[int, str]] = set()
    for spot in _of_matters().spots(text):
        said, where = text[spot.start : spot.end], (spot.start, spot.means.code)
        stands = (not marked or spot.means.marked <= _marked(said)) and _stands(spot.means, said)
        if where not in seen and stands:
            seen.add(where)
            yield spot.means.code, said


def _stands(phrase: _Phrase, said: str) -> bool:
    """Whether this is the phrase itself: its words as written, in one sentence."""
    return phrase.written <= set(_WORD.findall(said.casefold())) and not _ENDS.search(said)


def _marked(text: str) -> frozenset[str]:
    return frozenset(_MARKED.findall(unicodedata.normalize("NFC", text.casefold())))


def _counted(told: Iterable[tuple[str, str]]) -> list[Spoken]:
    first: dict[str, str] = {}
    times: Counter[str] = Counter()
    for code, said in told:
        first.setdefault(code, said)
        times[code] += 1
    return [Spoken(code, said, times[code]) for code, said in first.items()]


def _matter(row: dict[str, Any]) -> Matter:
    told = [each for name, listed in row.items() if name not in _NO_LANGUAGES for each in listed]
    phrases = tuple(phrase for each in told for phrase in spelled_out(each))
    return Matter(row["code"], row["law"], tuple(row.get("topics", ())), phrases)


@cache
def _of_matters() -> Spotter[_Phrase]:
    return Spotter(
        (phrase.replace("=", ""), _phrase(each.code, phrase))
        for each in matters().values()
        for phrase in each.phrases
    )


def _phrase(code: str, phrase: str) -> _Phrase:
    written = frozenset(_AS_WRITTEN.findall(phrase.casefold()))
    return _Phrase(code, _marked(phrase), written)


@kept_with_concepts
def _of_concepts() -> Spotter[str]:
    return Spotter(_names())


@cache
def _of_kinds() -> Spotter[str]:
    return Spotter(
        (phrase, kind)
        for kind, told in words("kinds").items()
        for each in told
        for phrase in spelled_out(each)
    )


def _names() -> Iterator[tuple[str, str]]:
    for concept in concepts():
        if concept.scheme in _SCHEMES:
            yield from ((label.text, concept.code) for label in concept.labels if label.confirmed)
