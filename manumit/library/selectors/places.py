"""Where each passage of a work can be read: on a page of its own, or in the running text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from manumit.library.models import Text, Work
from manumit.library.selectors.holding import texts_on
from manumit.library.selectors.reading import pages_of


@dataclass(frozen=True, slots=True)
class Places:
    """Of one work on one day.

    ``pages`` is how many pages of reading each language has; ``read`` the language and the page of
    each passage that a text words, in the work's own language where it is held; ``apart`` are those
    that the record speaks of, or that no text of the day has.
    """

    pages: Mapping[str, int]
    read: Mapping[str, tuple[str, int]]
    apart: frozenset[str]


def places(work: Work, on: date) -> Places:
    """Where the passages of the work are read on the day."""
    pages: dict[str, int] = {}
    read: dict[str, tuple[str, int]] = {}
    for text in texts_on(work, on):
        found = _page_of_each(text)
        pages[text.language] = max(found.values(), default=1)
        read = {eid: (text.language, number) for eid, number in found.items()} | read
    rows = work.passages.values_list("eid", "noted")
    return Places(pages, read, frozenset(eid for eid, noted in rows if noted or eid not in read))


def _page_of_each(text: Text) -> dict[str, int]:
    named = dict(text.wordings.values_list("pk", "passage__eid"))
    numbered = enumerate(pages_of(text), start=1)
    return {named[pk]: number for number, page in numbered for pk in page}
