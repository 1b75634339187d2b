"""Which of our works a document is, by what it is called in the citation formats we know."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from manumit.reference import BadKey, CitationFormat, Gives, citation_formats

_CASELAW = re.compile(
    r"//caselaw\.nationalarchives\.gov\.uk/(?:id/)?(?P<court>[a-z]{2,6})"
    r"(?:/(?P<division>[a-z0-9]{1,6}))?/(?P<year>\d{4})/(?P<number>\d{1,6})$"
)
_STATUTE = re.compile(
    r"//www\.legislation\.gov\.uk/(?:id/)?(?P<type>[a-z]{3,5})/(?P<year>\d{4})/(?P<number>\d{1,5})"
)
_STATUTES = {
    "ukpga": "{year} c. {number}",
    "asp": "{year} asp {number}",
    "asc": "{year} asc {number}",
    "anaw": "{year} anaw {number}",
    "nia": "{year} c. {number} (N.I.)",
    "uksi": "SI {year}/{number}",
}


@dataclass(frozen=True, slots=True)
class Cited:
    """A work by the citation that names it; ``forum`` is empty where the citation names none."""

    key: str
    cite: str
    forum: str


def cited_as(names: Iterable[str], gives: Gives, system: str) -> Cited | None:
    """The first of the names that is a citation; formats of the document's own system come first."""
    formats = [one for one in citation_formats() if one.gives == gives and one.key]
    formats = [one for one in formats if not one.is_stem]
    formats.sort(key=lambda one: one.system != system)
    matches = ((one, one.fullmatch(name)) for name in names for one in formats)
    return next((cited for one, found in matches if found and (cited := _cited(one, found))), None)


def _cited(one: CitationFormat, found: re.Match[str]) -> Cited | None:
    groups = found.groupdict()
    try:
        return Cited(one.key_for(groups), one.cite_for(groups), one.forum or "")
    except BadKey:
        return None


def judgment_names(uri: str) -> list[str]:
    """The neutral citations that an address of the National Archives can stand for."""
    found = _CASELAW.search(uri)
    if not found:
        return []
    court, division = found["court"].upper(), found["division"] or ""
    start, number = f"[{found['year']}] {court}", found["number"]
    if not division:
        return [f"{start} {number}"]
    written = (division.capitalize(), division.upper())
    return [
        name for one in written for name in (f"{start} {one} {number}", f"{start} {number} ({one})")
    ]


def statute_names(uri: str) -> list[str]:
    """The citation that an address of legislation.gov.uk stands for."""
    found = _STATUTE.search(uri)
    template = _STATUTES.get(found["type"]) if found else None
    return [template.format_map(found.groupdict())] if found and template else []
