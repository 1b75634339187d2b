"""What is asked of the index: the whole text, its sentences, and the law's words for its matters."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from manumit.reference import systems
from manumit.research.finding.rankings import Candidate, Ranking
from manumit.research.reading.matters import matters
from manumit.research.types import Reading, Spoken, Why
from manumit.search import selectors as search
from manumit.search.types import Told

_WHOLE, _SENTENCE, _MATTER, _ALL_MATTERS = 1.0, 0.25, 0.5, 1.0
_K = 5
_DEEP = 15  # works of each slice
_MOST_SENTENCES = 30
_SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+|(?<=[。？！])|\n\s*\n")
_NUMBERS = re.compile(r"\d[\d.,]*")  # sums and ages of a case are no words of the law
_SHORTEST = 20  # characters of a sentence that is asked on its own
_ORDINARY = 2.0  # how rare a middling concept is: works in e², about one of seven
Slice = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Question:
    text: str
    weight: float
    why: str = ""  # the words of the text that speak of the matter asked for


def asked(text: str, reading: Reading, rarity: "Rarity") -> list[Ranking]:
    """A ranking for each question. Raises SearchUnavailable as the search does."""
    slices = _slices(reading)
    return [_ranking(question, slices) for question in _questions(text, reading, rarity)]


def without_sums(text: str) -> str:
    """The text without its numbers."""
    return _NUMBERS.sub(" ", text).strip()


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare concepts are on the shelves: in how many of so many works and passages each is."""

    counts: Counter[str]
    total: int

    def of(self, code: str) -> float:
        """0 for what is everywhere, and more the rarer it is; nothing has what is on no shelf."""
        count = self.counts[code]
        return math.log(self.total / count) if count else 0.0


def weight_of(spoken: Spoken, rarity: Rarity) -> float:
    """What a matter counts: more the rarer its concepts are and the more often it is spoken of."""
    rarest = max(map(rarity.of, matters()[spoken.code].topics), default=_ORDINARY)
    return math.sqrt(rarest / _ORDINARY) * (1 + math.log(spoken.times))


def _questions(text: str, reading: Reading, rarity: Rarity) -> Iterator[_Question]:
    wordy = without_sums(text)
    yield _Question(wordy, _WHOLE)
    sentences = [each for each in _SENTENCE_ENDS.split(wordy) if len(each) > _SHORTEST]
    for sentence in sentences[:_MOST_SENTENCES]:
        yield _Question(sentence, _SENTENCE)
    told = [(matters()[spoken.code], spoken) for spoken in reading.matters]
    for matter, spoken in told:
        yield _Question(matter.law, _MATTER * weight_of(spoken, rarity), spoken.words)
    if told:
        yield _Question(" ".join(matter.law for matter, _ in told), _ALL_MATTERS)


def _slices(reading: Reading) -> list[Slice]:
    """Parts of the shelves asked apart, so that none is crowded out by another."""
    home, bodies = reading.place.code, tuple(_codes("system"))
    others = tuple(code for code in systems() if code != home)
    slices: list[Slice] = [
        {"jurisdiction": (home,), "kind": (kind,)}
        for kind in ("legislation", "judgment", "publication")
    ]
    slices += [
        {"jurisdiction": bodies, "kind": ("publication",)},
        {"kind": ("instrument",)},
        {"jurisdiction": others, "kind": ("judgment",)},
    ]
    if reading.elsewhere:
        slices.append(
            {"jurisdiction": tuple(reading.elsewhere), "kind": ("legislation", "judgment")}
        )
    return slices


def _codes(kind: str) -> Iterator[str]:
    return (code for code, system in systems().items() if system.kind == kind)


def _ranking(question: _Question, slices: Sequence[Slice]) -> Ranking:
    found = [
        _candidate(told, question)
        for each in slices
        for told in search.told(question.text, filters=each, limit=_DEEP)
    ]
    return Ranking(question.weight, _K, found)


def _candidate(told: Told, question: _Question) -> Candidate:
    why = Why("matter", question.why) if question.why else Why("words", "")
    return Candidate(told.key, told.score, told.passage, why)
