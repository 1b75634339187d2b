"""Rankings, and rank fusion: what stands high in many of them stands high."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from manumit.library.types import SearchPassage
from manumit.research.types import Why

_DEEP = 40  # places of a ranking that count
_MOST_PASSAGES = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A work that one way of looking found: its worth there, the passage, and why."""

    key: str
    worth: float
    passage: SearchPassage | None
    why: Why


@dataclass(frozen=True, slots=True)
class Ranking:
    """What one way of looking found. ``weight`` is what its first place is worth, shared by ``k`` others.

    A small ``k`` makes the first few places count far more than the rest.
    """

    weight: float
    k: int
    candidates: Sequence[Candidate]


@dataclass(slots=True)
class Fused:
    """A work with the sum of its places, and of those by which each passage was found."""

    key: str
    score: float = 0.0
    passages: dict[str, SearchPassage] = field(default_factory=dict)
    pins: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    whys: dict[Why, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, candidate: Candidate, worth: float) -> None:
        """One more place."""
        self.score += worth
        self.whys[candidate.why] += worth
        passage = candidate.passage
        if passage is None:
            return
        self.pins[passage.eid] += worth
        if passage.text or passage.eid not in self.passages:
            self.passages[passage.eid] = passage

    def best_passages(self) -> list[SearchPassage]:
        """The few passages by which it was found best; the record's own prose where there is none."""
        ranked = sorted(self.pins, key=lambda eid: (not eid, -self.pins[eid]))
        return [self.passages[eid] for eid in islice(ranked, _MOST_PASSAGES)]

    def best_whys(self, most: int) -> list[Why]:
        """The reasons that count most."""
        return sorted(self.whys, key=lambda why: -self.whys[why])[:most]


def fuse(rankings: Iterable[Ranking], fitness: Callable[[str], float]) -> list[Fused]:
    """All works found, best first.

    Within a ranking a work stands by its worth there times its ``fitness`` (0 to about 1), which says
    how much such a work is to the purpose at all.
    """
    found: dict[str, Fused] = {}
    for ranking in rankings:
        for place, one in enumerate(_in_order(ranking.candidates, fitness)):
            fused = found.setdefault(one.key, Fused(one.key))
            fused.add(one, ranking.weight / (ranking.k + place))
    return sorted(found.values(), key=lambda one: (-one.score, one.key))


def _in_order(
    candidates: Iterable[Candidate], fitness: Callable[[str], float]
) -> Iterable[Candidate]:
    """The best candidate of each work, best first."""
    best: dict[str, Candidate] = {}
    for one in candidates:
        if one.key not in best or one.worth > best[one.key].worth:
            best[one.key] = one
    return sorted(best.values(), key=lambda one: -one.worth * fitness(one.key))[:_DEEP]
