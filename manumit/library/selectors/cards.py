"""What says where a work belongs and whether it holds, and nothing else: for looking at many."""

from collections.abc import Iterable
from dataclasses import dataclass

from manumit.library.models import Work


@dataclass(frozen=True, slots=True)
class Card:
    """A published work in brief. ``forum`` is empty for all but judgments, the days for all but laws."""

    key: str
    kind: str
    system: str
    title: str
    language: str
    forum: str
    commenced_on: str
    repealed_on: str


def cards(keys: Iterable[str]) -> dict[str, Card]:
    """The published works among the keys, by key."""
    rows = Work.objects.published().filter(key__in=list(keys)).order_by()
    values = rows.values_list(
        "key", "kind", "system", "title", "language", "judgment__forum",
        "legislation__commenced_on", "legislation__repealed_on",
    )  # fmt: skip
    return {row[0]: Card(*(value or "" for value in row)) for row in values}
