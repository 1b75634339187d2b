"""What the Centre knows by name and by number, ready to be found in a text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ahocorasick_rs import AhoCorasick, MatchKind
from opencc import OpenCC

from manumit.citations.known import KnownWork
from manumit.reference import Gives, fold, system_of

# Words that are the name of no single work: alone they are short forms, never names.
_TOO_COMMON = frozenset(
    {
        "act", "bill", "charter", "code", "constitution", "convention", "covenant", "declaration",
        "directive", "enactment", "guidelines", "law", "order", "ordinance", "principles",
        "protocol", "recommendation", "regulation", "regulations", "rules", "statute", "treaty",
        "條例", "公約", "議定書", "法", "憲法", "กฎหมาย", "อนุสัญญา", "พิธีสาร",
    }
)  # fmt: skip
_VERSUS = re.compile(r"\s(?:v\.?|vs\.?|c\.|contra|對|诉|訴)\s")
_SPACES = re.compile(r"\s+")
_SIMPLIFIED = OpenCC("t2s")
_THAI_ACT = "พระราชบัญญัติ"
_TELLING = 5  # words of a title before its subtitle that tell it from others
_SHORTEST = 2
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Named:
    """A name found in a text, and the keys of the works that bear it."""

    start: int
    end: int
    keys: tuple[str, ...]


class Register:
    """Works by key, by name, by number and by the stem of their key."""

    def __init__(self, works: Iterable[KnownWork] = ()) -> None:
        self._works: dict[str, KnownWork] = {}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._by_number: dict[str, list[str]] = defaultdict(list)
        self._by_letters: dict[str, list[str]] = {}
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        for work in works:
            self._enter(work)
        for keys in self._by_stem.values():
            keys.sort()
        self._names = list(self._by_name)
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest)

    def __contains__(self, key: str) -> bool:
        return key in self._works

    def __getitem__(self, key: str) -> KnownWork:
        return self._works[key]

    def with_number(self, cite: str) -> list[str]:
        """The keys of works that go by this number, however it is spaced and spelt."""
        return self._by_number.get(_normal(cite), [])

    def spaced_otherwise(self, name: str) -> list[str]:
        """The keys of works with this name, wherever a line may have broken inside it."""
        return self._by_letters.get(_letters(name), [])

    def below(self, stem: str) -> list[str]:
        """The keys that begin with a case's stem: its decisions, in order of their days."""
        return self._by_stem.get(stem, [])

    def kind(self, key: str) -> Gives:
        """The kind of a work held. Raises KeyError."""
        return self._works[key].kind

    def unit(self, key: str | None) -> str:
        """How a work is divided; empty where that is not known."""
        return self._works[key].unit if key in self._works else ""

    def names_in(self, folded: str) -> Iterator[Named]:
        """Every known name in a folded text, the longest where several begin at one place."""
        for number, start, end in self._automaton.find_matches_as_indexes(folded):
            if _stands_alone(folded, start, end):
                yield Named(start, end, tuple(self._by_name[self._names[number]]))

    def in_their_letters(self, folded: str) -> str:
        """A folded text with every known name in it in the letters it is known by.

        Where a name is also an everyday word nothing is lost: only its capitals change.
        """
        small = folded.lower()
        if len(small) != len(folded):  # a letter of which the small one is two
            return folded
        text, end = "", 0
        for number, start, stop in self._small.find_matches_as_indexes(small):
            if _stands_alone(small, start, stop):
                text += folded[end:start] + self._names[number]
                end = stop
        return text + folded[end:]

    @cached_property
    def _small(self) -> AhoCorasick:
        """The names in small letters; only the search box asks for it."""
        return AhoCorasick(
            [name.lower() for name in self._names], matchkind=MatchKind.LeftmostLongest
        )

    def calls_itself(self, key: str, noun: str) -> bool:
        """Whether one of the work's names ends or begins with this noun (Convention, Ordinance)."""
        work = self._works.get(key)
        return work is not None and any(noun in name for name in work.names)

    def _enter(self, work: KnownWork) -> None:
        self._works[work.key] = work
        for name in dict.fromkeys(_spellings(work)):
            if work.key not in self._by_name[name]:
                self._by_name[name].append(work.key)
            if _THAI.search(name):
                self._by_letters[_letters(name)] = self._by_name[name]
        for number in dict.fromkeys(map(_normal, work.numbers)):
            if work.key not in self._by_number[number]:
                self._by_number[number].append(work.key)
        stem, _, _ = work.key.rpartition("/")
        self._by_stem[stem].append(work.key)


def _spellings(work: KnownWork) -> Iterator[str]:
    for name in work.names:
        plain = _SPACES.sub(" ", fold(name)).strip().strip("\"'")
        if work.kind in ("legislation", "instrument"):  # The Queen v Tang keeps her article
            plain = plain.removeprefix("The ").removeprefix("the ")
        if not _tells_apart(plain):
            continue
        yield plain
        yield from _other_spellings(plain)
        main, colon, _ = plain.partition(": ")
        if colon and work.kind == "publication" and len(main.split()) >= _TELLING:
            yield main
        if work.kind == "judgment" and _VERSUS.search(plain):
            yield _VERSUS.sub(" v. ", plain, count=1)
            yield _VERSUS.sub(" v ", plain, count=1)
            if work.key.startswith("coe/"):  # the Court writes in French as well
                yield _VERSUS.sub(" c. ", plain, count=1).replace(" and ", " et ")


def _other_spellings(name: str) -> Iterator[str]:
    """A Chinese name in simplified characters; a Thai Act by its usual abbreviation."""
    if _HAN.search(name):
        simple = _SIMPLIFIED.convert(name)
        if simple != name:
            yield simple
    if name.endswith(" Ordinance"):
        yield name.removesuffix("inance")
        yield name.removesuffix("inance") + "."
    if name.startswith(_THAI_ACT):
        bare = name.removeprefix(_THAI_ACT).strip()
        for short in ("พ.ร.บ.", "พ.ร.บ. ", "พรบ.", "พรบ. ", "พรบ", _THAI_ACT + " "):
            yield short + bare
            yield short + bare.replace("พ.ศ. ", "พ.ศ.")


def _tells_apart(name: str) -> bool:
    """Whether a name is one that readers would know a work by."""
    long_enough = len(name) > _SHORTEST or _HAN.search(name)
    return bool(long_enough) and name.lower() not in _TOO_COMMON and not name.islower()


def _normal(number: str) -> str:
    plain = re.sub(r"[\s.,]+", "", fold(number)).casefold()
    plain = re.sub(r"(?<!\d)0+(?=\d)", "", plain)
    plain = re.sub(r"(?<=\d)\([a-z]{1,5}\)$", "", plain)  # the court after a report: (CC)
    return plain.removeprefix("c") if plain.startswith("cets") else plain  # one series, two names


def _letters(name: str) -> str:
    return "".join(name.split())


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter or figure of the same script goes on before or after."""
    return not (
        _joined(text[start - 1 : start], text[start]) or _joined(text[end - 1], text[end : end + 1])
    )


def _joined(left: str, right: str) -> bool:
    both = left + right
    return (
        len(both) == len("ab")
        and both.isalnum()
        and not _HAN.search(both)
        and not _is_unspaced(both)
    )


def _is_unspaced(text: str) -> bool:
    """Thai, Lao, Burmese and Khmer write words without spaces between them."""
    return any(
        "\u0e00" <= sign <= "\u0eff" or "\u1000" <= sign <= "\u109f" or "\u1780" <= sign <= "\u17ff"
        for sign in text
    )


def systems_of(keys: Sequence[str]) -> list[str]:
    """The systems of keys, in their order."""
    return [system_of(key) for key in keys]
