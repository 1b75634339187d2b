"""What else a thing is called, in every language: the labels of the vocabularies."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from manumit.reference import Label, concepts
from manumit.search import analysis
from manumit.search.query import tree

MOST_OTHERS = 12
_Terms = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Labels of one thing, the preferred ones first."""

    labels: tuple[str, ...]


class Thesaurus:
    """Groups of labels, found by the terms of any of them."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._groups: dict[_Terms, list[Group]] = {}
        for group in groups:
            for label in group.labels:
                self._groups.setdefault(_terms(label), []).append(group)
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
            found.append(tree.Widened(part, others) if others else part)
            at = end
        return tuple(found)

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
        others = {_terms(label): label for label in reversed(labels)}
        others.pop(typed, None)
        return tuple(label for label in dict.fromkeys(labels) if label in others.values())[
            :MOST_OTHERS
        ]


@cache
def vocabulary() -> Thesaurus:
    """Every concept of the vocabularies that confirmed labels name."""
    return Thesaurus(
        Group(tuple(label.text for label in sorted(concept.labels, key=_rank) if label.confirmed))
        for concept in concepts()
    )


def _rank(label: Label) -> tuple[bool, bool]:
    """Preferred labels first; both Chinese scripts are one term, named in the Traditional."""
    return label.kind != "pref", label.language == "zh-Hans"


def _typed(parts: Sequence[tree.Expression]) -> str:
    return " ".join(part.text for part in parts if isinstance(part, tree.Words))


def _terms(text: str) -> _Terms:
    return tuple(token.term for token in analysis.sought(text))
