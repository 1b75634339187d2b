"""Reporters of the United States, through eyecite, the field's own recogniser for them.

eyecite knows a thousand reporters and their editions. It is asked about the words around a volume
and a page only, since it reads a whole judgment slowly, and its short forms are left to ours.
"""

import re
from collections.abc import Iterator

from eyecite import get_citations
from eyecite.models import FullCaseCitation

from manumit.citations.drafts import Draft
from manumit.citations.finding import Taken
from manumit.citations.register import Register

# A volume, a reporter with its points, a page: 35 F.4th 1159, 2 Cal. 4th 15.
_LOOKS_SO = re.compile(
    r"\b\d{1,4}\s(?:[A-Z][A-Za-z]{0,6}\.\s?){1,3}(?:\d[dht]{1,2}\s)?\d{1,5}\b", re.ASCII
)
_PIN = re.compile(
    r",\s(?:at\s)?\d{1,5}(?:-\d{1,5})?(?:,\s\d{1,5}(?:-\d{1,5})?){0,5}(?![\d/])", re.ASCII
)
_AROUND = 12  # characters beside the match that eyecite is shown
_COURTS = frozenset({"federal", "state", "state_regional", "specialty", "specialty_west"})


def reported(folded: str, taken: list[Draft], register: Register) -> Iterator[Draft]:
    """The reports of American cases that no citation found before overlaps."""
    places = Taken((draft.start, draft.end) for draft in taken)
    for match in _LOOKS_SO.finditer(folded):
        if places.holds(match.start(), match.end()):
            continue
        begin = max(0, match.start() - _AROUND)
        for found in get_citations(folded[begin : match.end() + _AROUND]):
            start, end = found.span()  # type: ignore[no-untyped-call]
            if _is_american(found) and begin + start == match.start():
                cite = found.corrected_citation()  # type: ignore[no-untyped-call]
                yield _draft(cite, begin + start, begin + end, folded, register)


def _is_american(found: object) -> bool:
    if not isinstance(found, FullCaseCitation) or not found.all_editions:
        return False
    return found.all_editions[0].reporter.cite_type in _COURTS


def _draft(cite: str, start: int, end: int, folded: str, register: Register) -> Draft:
    keys = register.with_number(cite)
    page = _PIN.match(folded, end)
    return Draft(
        start,
        page.end() if page else end,
        "judgment",
        cite,
        key=keys[0] if len(keys) == 1 else None,
        candidates=tuple(keys) if len(keys) > 1 else (),
        format_kind="report",
        system="us",
    )
