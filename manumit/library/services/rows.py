"""Writing the rows below a work many at a time, and finding the concepts they name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from manumit.library import mapping
from manumit.records import AnyWorkRecord, JudgmentRecord
from manumit.vocab.types import Concept

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Concepts:
    """The concepts that a record names, read once; its codes were checked with the file."""

    known: Mapping[tuple[str, str], Concept]

    @classmethod
    def of(cls, record: AnyWorkRecord) -> "Concepts":
        codes = {*record.topics, *record.practice_areas}
        if isinstance(record, JudgmentRecord):
            codes.update(record.outcomes)
            for part in mapping.ELEMENT_SCHEMES:
                codes.update(element.concept for element in getattr(record.elements, part))
        return cls.coded(codes)

    @classmethod
    def coded(cls, codes: Iterable[str]) -> "Concepts":
        """The concepts that have one of these codes, in whatever scheme."""
        rows = Concept.objects.filter(code__in=set(codes))
        return cls({(row.scheme, row.code): row for row in rows})

    def named(self, codes: Iterable[str], schemes: tuple[str, ...]) -> list[Concept]:
        """The concepts with these codes in any of the schemes, in the order given."""
        pairs = ((scheme, code) for code in codes for scheme in schemes)
        return [self.known[pair] for pair in pairs if pair in self.known]


def replace_rows(model: type[Any], rows: Sequence[Any], *, made: bool, **owner: Any) -> None:
    """Let the owner have these rows and no others, each told its place; ``made`` has none yet.

    A database gives back rows without a place as it pleases.
    """
    if not made:
        model.objects.filter(**owner).delete()
    for place, row in enumerate(rows):
        row.sort_order = place
    model.objects.bulk_create(rows, batch_size=200)


def batches(rows: Iterable[_Row], size: int = 500) -> Iterator[list[_Row]]:
    """The rows, so many at a time: a database takes only so many values in one question."""
    remaining = iter(rows)
    while batch := list(islice(remaining, size)):
        yield batch
