"""What facets of a work can say, some of it far more often than the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random

from manumit.reference import forums, scheme, systems, topics


@dataclass(frozen=True, slots=True)
class Codes:
    """Codes of one kind; the first is the most frequent, the n-th as frequent as one n-th of it."""

    codes: Sequence[str]
    weights: Sequence[float]

    def one(self, rng: Random) -> str:
        """One of them."""
        return rng.choices(self.codes, cum_weights=self.weights)[0]

    def some(self, rng: Random, most: int) -> tuple[str, ...]:
        """One of them or more, each once."""
        count = rng.randint(1, most)
        return tuple(dict.fromkeys(rng.choices(self.codes, cum_weights=self.weights, k=count)))


@dataclass(frozen=True, slots=True)
class Reference:
    """The reference data as the works of the benchmark use it."""

    forums: Codes
    jurisdictions: Codes
    bodies: Codes
    topics: Codes
    areas: Codes
    acts: Codes
    means: Codes
    purposes: Codes
    outcomes: Codes


@cache
def reference() -> Reference:
    """All of it, in an order that is the same each time and no alphabet's."""
    places = systems().values()
    return Reference(
        forums=_codes(forums()),
        jurisdictions=_codes(each.code for each in places if each.kind == "jurisdiction"),
        bodies=_codes(each.code for each in places if each.kind == "system"),
        topics=_codes(topics()),
        areas=_codes(_of("practice-area")),
        acts=_codes(_of("act")),
        means=_codes(_of("means")),
        purposes=_codes(_of("exploitation")),
        outcomes=_codes(_of("outcome")),
    )


@cache
def with_broader(topic: str) -> tuple[str, ...]:
    """The topic and all that is broader."""
    above = [code for broader in topics()[topic].broader for code in with_broader(broader)]
    return tuple(dict.fromkeys([topic, *above]))


@cache
def labels_of(topic: str) -> tuple[str, ...]:
    """The names of a topic in every language."""
    return tuple(dict.fromkeys(label.text for label in topics()[topic].labels))


def _of(name: str) -> Iterable[str]:
    return (concept.code for concept in scheme(name).concepts)


def _codes(codes: Iterable[str]) -> Codes:
    mixed = sorted(codes)
    Random(len(mixed)).shuffle(mixed)  # noqa: S311 - no secret
    return Codes(mixed, list(accumulate(1 / place for place in range(1, len(mixed) + 1))))
