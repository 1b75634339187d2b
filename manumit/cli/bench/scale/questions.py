"""The mixed set: questions of thirteen classes, made of the words of the works themselves."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any, Literal

from manumit.cli.bench.scale.works import Corpus
from manumit.library.types import SearchDocument
from manumit.search import analysis
from manumit.search.types import SearchRequest

MIXED = (
    "rare", "common", "three words", "phrase", "filtered", "four facets", "snippets", "by date",
    "prefix", "fuzzy", "Chinese", "Thai",
)  # fmt: skip
CLASSES = (*MIXED, "on a day")  # the last is asked of us alone, and no part of the mixed set
Way = Literal["all", "phrase", "prefix", "fuzzy"]

_COUNTED = 8_000  # works by which words are told to be rare or common
_WORD = re.compile(r"[A-Za-z]{4,14}")
_HAN = re.compile(r"[\u4e00-\u9fff]{4,}")
_THAI = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e4e]{8,}")
_PAGE, _LONG_PAGE = 20, 50


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: of us by the request, of peers by its words and the way they are meant in.

    Filters, dates, order and the length of a page are the request's for all.
    """

    of: str
    request: SearchRequest
    words: tuple[str, ...]
    way: Way = "all"


def questions(corpus: Corpus, each: int) -> list[Question]:
    """As many distinct questions of each class, or as many as so few works can be asked."""
    asker = _Asker(corpus)
    found: list[Question] = []
    for name in CLASSES:
        distinct = {repr(made): made for made in asker.try_often(name, each * 8)}
        found += list(distinct.values())[:each]
    return found


class _Asker:
    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.rng = Random(corpus.seed)  # noqa: S311 - no secret
        self.counted, self.spelt = _counted(corpus)
        self.works = min(corpus.size, _COUNTED)
        self.rare = self._between(0, 3 / _COUNTED) or self._between(0, 1)
        self.common = self._between(0.10, 0.70)

    def try_often(self, name: str, times: int) -> Iterator[Question]:
        make = self._makers()[name]
        for _ in range(times):
            made = make()
            if made is not None:
                yield replace(made, of=name)

    def _makers(self) -> dict[str, Callable[[], Question | None]]:
        return {
            "rare": lambda: self._one_of(self.rare),
            "common": lambda: self._one_of(self.common),
            "three words": lambda: self._words(3),
            "phrase": self._phrase,
            "filtered": lambda: self._filtered("kind", "jurisdiction"),
            "four facets": lambda: self._filtered("kind", "jurisdiction", "topic", "language"),
            "snippets": lambda: self._words(2, limit=_LONG_PAGE),
            "by date": lambda: self._words(2, sort="newest", date_from="1990", date_to="2020-06"),
            "on a day": lambda: self._words(2, on=date(self.rng.randint(1980, 2025), 6, 1)),
            "prefix": self._prefix,
            "fuzzy": self._fuzzy,
            "Chinese": lambda: self._unspaced("zh", _HAN, 2, 6),
            "Thai": lambda: self._unspaced("th", _THAI, 6, 14),
        }

    def _between(self, least: float, most: float) -> list[str]:
        shares = {term: count / self.works for term, count in self.counted.items()}
        return sorted(self.spelt[term] for term, share in shares.items() if least < share <= most)

    def _share(self, word: str) -> float:
        return self.counted[_term(word)] / self.works

    def _work(self, language: str = "en") -> SearchDocument | None:
        """Any work in the language, or none in so many."""
        for _ in range(200):
            work = self.corpus.work(self.rng.randrange(self.corpus.size))
            if work.language.startswith(language):
                return work
        return None

    def _one_of(self, words: list[str]) -> Question | None:
        return _asked((self.rng.choice(words),)) if words else None

    def _telling(self, work: SearchDocument, count: int) -> tuple[str, ...]:
        """Words that stand in a passage of the work, neither everywhere nor nowhere else."""
        text = self.rng.choice(work.passages).text
        words = {word for word in _WORD.findall(text) if 0.002 < self._share(word) < 0.25}
        return tuple(self.rng.sample(sorted(words), count)) if len(words) >= count else ()

    def _words(self, count: int, **how: Any) -> Question | None:
        work = self._work()
        return _asked(self._telling(work, count), **how) if work else None

    def _filtered(self, *facets: str) -> Question | None:
        work = self._work()
        if work is None:
            return None
        values = {
            "kind": work.kind,
            "jurisdiction": work.system,
            "topic": work.topics[0],
            "language": work.language,
        }
        filters = {facet: (values[facet],) for facet in facets}
        return _asked(self._telling(work, 2), filters=filters)

    def _phrase(self) -> Question | None:
        work = self._work()
        words = re.findall(r"[a-z]+", self.rng.choice(work.passages).text) if work else []
        text = work.passages[0].text if work else ""
        at = self.rng.randrange(max(1, len(words) - 3))
        phrase = tuple(words[at : at + 3])
        if " ".join(phrase) not in text or not any(map(_is_telling, phrase)):
            return None
        return _asked(phrase, way="phrase", query=f'"{" ".join(phrase)}"')

    def _prefix(self) -> Question | None:
        words = self._words(1)
        if words is None:
            return None
        start = words.words[0][:5].lower()
        return _asked((start,), way="prefix", query=f"{start}*")

    def _fuzzy(self) -> Question | None:
        found = self._words(1)
        if found is None or len(found.words[0]) < 6:
            return None
        word = found.words[0].lower()
        at = self.rng.randrange(1, len(word) - 2)
        wrong = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        return _asked((wrong,), way="fuzzy", query=f"~{wrong}")

    def _unspaced(
        self, language: str, script: re.Pattern[str], least: int, most: int
    ) -> Question | None:
        work = self._work(language)
        runs = script.findall(work.passages[0].text) if work else []
        if not runs:
            return None
        run = self.rng.choice(runs)
        at = self.rng.randrange(max(1, len(run) - most))
        return _asked((run[at : at + self.rng.randint(least, most)],))


def _asked(
    words: tuple[str, ...], *, way: Way = "all", query: str = "", **how: Any
) -> Question | None:
    if not words:
        return None
    request = SearchRequest(query or " ".join(words), **{"limit": _PAGE, **how})
    return Question("", request, words, way)


def _counted(corpus: Corpus) -> tuple[Counter[str], dict[str, str]]:
    """In how many of the first works each term stands, and a word that gives it."""
    counted: Counter[str] = Counter()
    spelt: dict[str, str] = {}
    for number in range(min(corpus.size, _COUNTED)):
        words = {
            word.lower()
            for each in corpus.work(number).passages
            for word in _WORD.findall(each.text)
        }
        terms = {_term(word): word for word in sorted(words) if _is_telling(word)}
        counted.update(terms.keys())
        spelt.update(terms)
    return counted, spelt


def _term(word: str) -> str:
    return analysis.analyse(word)[0].term


def _is_telling(word: str) -> bool:
    return len(word) > 3 and _term(word) not in analysis.FUNCTIONAL
