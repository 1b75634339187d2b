"""How often works are cited, and whom they cite: what an index needs to keep such counts true."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import F

from manumit.library.models import AppliedProvision, Citation, Relation
from manumit.library.selectors.treatments import PASSIVE_TREATMENTS, TREATMENTS

_BATCH = 500


class _Links(NamedTuple):
    """Rows that join two works: the fields that hold the one cited and the one citing."""

    rows: Any
    cited: str
    citing: str


def times_cited(works: Sequence[int]) -> Counter[int]:
    """By number of a work, how many other published works cite, treat or apply it."""
    pairs: set[tuple[int, int]] = set()
    for rows, cited, citing in _links():
        of_these = rows.filter(**{f"{cited}__in": works, f"{citing}__live": True})
        others = of_these.exclude(**{cited: F(citing)})
        pairs.update(others.order_by().values_list(cited, citing).distinct())
    return Counter(cited for cited, _ in pairs)


def named_by(keys: Iterable[str]) -> set[str]:
    """The keys of the published works that these works cite, treat or apply, published or not."""
    remaining, found = iter(keys), set[str]()
    while some := list(islice(remaining, _BATCH)):
        for rows, cited, citing in _links():
            named = rows.filter(**{f"{citing}__key__in": some, f"{cited}__live": True})
            found.update(named.order_by().values_list(f"{cited}__key", flat=True).distinct())
    return found


def _links() -> list[_Links]:
    return [
        _Links(Citation.objects.standing(), "target", "work"),
        _Links(Relation.objects.filter(kind__in=TREATMENTS), "target", "work"),
        _Links(Relation.objects.filter(kind__in=PASSIVE_TREATMENTS), "work", "target"),
        _Links(AppliedProvision.objects.all(), "target", "judgment"),
    ]
