"""Works that a query names by citation: found by name or number, not by their words."""

from collections.abc import Sequence

from manumit.library import selectors as library
from manumit.reference import label_of
from manumit.search.types import Cited, NamedWork

_MOST = 3
_MOST_MEANT = 10


def cited_in(query: str) -> tuple[Cited, ...]:
    """The citations of a query, the first few, with the works they lead to."""
    return tuple(
        Cited(
            text=checked.citation.text,
            cite=checked.citation.cite,
            works=tuple(
                _named(work.key, checked.citation.pinpoints) for work in checked.works[:_MOST_MEANT]
            ),
        )
        for checked in library.check_query(query)[:_MOST]
        if checked.state != "open"
    )


def _named(key: str, pinpoints: Sequence[str]) -> NamedWork:
    eid = pinpoints[0] if pinpoints else ""
    return NamedWork(key, eid, label_of(eid) if eid else "")
