"""Works as a list shows them, asked for with two questions whatever their kinds are."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import F

from manumit import reference
from manumit.library.models import Work
from manumit.library.types import WorkRow

_OF_ALL = ("pk", "key", "kind", "title", "language", "titles", "dated", "confidence")
_OF_KINDS = {
    "system_code": F("system_id"),
    "forum_code": F("judgment__forum_id"),
    "decided_on": F("judgment__decided_on"),
    "neutral_citation": F("judgment__neutral_citation"),
    "number": F("legislation__number"),
    "instrument_type": F("instrument__instrument_type"),
    "publication_type": F("publication__publication_type"),
    "publisher": F("publication__publisher"),
    "published_on": F("publication__published_on"),
}


def rows_with_keys(keys: Iterable[str]) -> dict[str, WorkRow]:
    """The published works with these keys, by key, with no more of them than a list shows."""
    works = Work.objects.published().filter(key__in=list(keys)).order_by()
    found = list(works.values(*_OF_ALL, **_OF_KINDS))
    topics = _topics_of(row["pk"] for row in found)
    return {
        row["key"]: WorkRow(topics=tuple(topics.get(row.pop("pk"), ())), **row) for row in found
    }


def _topics_of(works: Iterable[int]) -> dict[int, list[str]]:
    """The codes of each work's topics: forms of exploitation first, then what cuts across them."""
    told = defaultdict(list)
    pairs = Work.topics.through.objects.filter(work__in=list(works)).order_by()
    for work, code in pairs.values_list("work_id", "concept__code"):
        told[work].append(code)
    order = {code: place for place, code in enumerate(reference.topics())}
    return {
        work: sorted(codes, key=lambda code: order.get(code, len(order)))
        for work, codes in told.items()
    }
