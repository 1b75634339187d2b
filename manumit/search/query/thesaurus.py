"""What else a thing is called, in every language: the labels of the vocabularies."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from manumit.reference import Concept, Label, concepts, kept_with_concepts
from manumit.search import analysis
from manumit.search.query import tree

MOST_OTHERS = 12
# Thai and Khmer for "the doing of": การค้ามนุษย์ is mostly typed ค้ามนุษย์.
_NOUN_MAKERS = ("การ", "ความ", "ការ", "អំពើ")
_Terms = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Labels of one thing, the preferred ones first, each with its language where that is known."""

    labels: tuple[str, ...]
    languages: tuple[str, ...] = ()


class Thesaurus:
    """Groups of labels, found by the terms of any of them."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._groups: dict[_Terms, list[Group]] = {}
        self._languages: dict[_Terms, set[str]] = defaultdict(set)
        for group in groups:
            for label, language in zip(group.labels, group.languages, strict=False):
                self._languages[_terms(label)].add(language)
            for label in group.labels:
                for terms in _forms(label):
                    self._groups.setdefault(terms, []).append(group)
        self._longest = max(map(len, self._groups), default=0)

    def widened(self, parts: Sequence[tree.Expression]) -> tuple[tree.Expression, ...]:
        """The parts of a query, each run of words that is a label widened by the other labels.

        What stood in quotation marks is wanted as it stands.
        """
        found: list[tree.Expression] = []
        at = 0
        while at < len(parts):
            end = self._label_from(parts, at)
            others = self._others(parts[at:end])
            run = tuple(parts[at:end])
            part = run[0] if len(run) == 1 else tree.Every(run)
            found += [tree.Widened(part, others)] if others else run
            at = end
        return tuple(found)

    def languages_in(self, parts: Sequence[tree.Expression]) -> set[str]:
        """The languages in which a run of these words is a label."""
        found: set[str] = set()
        at = 0
        while at < len(parts):
            end = self._label_from(parts, at)
            found |= self._languages.get(_terms(_typed(parts[at:end])), set())
            at = end
        return found

    def within(self, text: str) -> tuple[tree.Widened, ...]:
        """The labels that stand in text without spaces, the longest ones, with their other names."""
        tokens = analysis.sought(text)
        found: list[tree.Widened] = []
        at = 0
        while at < len(tokens):
            end = self._end_of_label(tokens, at)
            if end:
                typed = text[tokens[at].start : tokens[end - 1].end]
                found.append(tree.Widened(tree.Words(typed), self._others((tree.Words(typed),))))
            at = end or at + 1
        return tuple(found)

    def _end_of_label(self, tokens: Sequence[analysis.Token], at: int) -> int:
        """Where the longest label that begins at this token ends; 0 where none does."""
        for end in range(min(len(tokens), at + self._longest), at, -1):
            if tuple(token.term for token in tokens[at:end]) in self._groups:
                return end
        return 0

    def _label_from(self, parts: Sequence[tree.Expression], at: int) -> int:
        """Where the longest label that begins here ends; one part on where none does."""
        for end in range(min(len(parts), at + self._longest), at, -1):
            plain = all(isinstance(part, tree.Words) for part in parts[at:end])
            if plain and _terms(_typed(parts[at:end])) in self._groups:
                return end
        return at + 1

    def _others(self, parts: Sequence[tree.Expression]) -> tuple[str, ...]:
        if not all(isinstance(part, tree.Words) for part in parts):
            return ()
        typed = _terms(_typed(parts))
        labels = [label for group in self._groups.get(typed, ()) for label in group.labels]
        # What the typed words are only a shorter form of has them in it.
        labels = [label for label in labels if typed not in _forms(label)]
        others = {_terms(label): label for label in reversed(labels)}
        return tuple(label for label in dict.fromkeys(labels) if label in others.values())[
            :MOST_OTHERS
        ]


@kept_with_concepts
def vocabulary() -> Thesaurus:
    """Every concept of the vocabularies that confirmed labels name."""
    return Thesaurus(map(_group, concepts()))


def _group(concept: Concept) -> Group:
    labels = [label for label in sorted(concept.labels, key=_rank) if label.confirmed]
    return Group(tuple(label.text for label in labels), tuple(label.language for label in labels))


def _rank(label: Label) -> tuple[bool, bool]:
    """Preferred labels first; both Chinese scripts are one term, named in the Traditional."""
    return label.kind != "pref", label.language == "zh-Hans"


def _forms(label: str) -> list[_Terms]:
    """The terms of a label, and those without the syllable that makes a noun of a verb."""
    terms = _terms(label)
    plain = terms[1:] if terms[0] in _NOUN_MAKERS else ()
    return [terms, plain] if plain else [terms]


def _typed(parts: Sequence[tree.Expression]) -> str:
    return " ".join(part.text for part in parts if isinstance(part, tree.Words))


def _terms(text: str) -> _Terms:
    return tuple(token.term for token in analysis.sought(text))
