"""Laws of the Philippines from The Lawphil Project: a line for each paragraph of its pages."""

import html
import re
from collections.abc import Mapping
from dataclasses import replace

from manumit.formats.statutes.source import Law, Provision, Publisher, dates_note, host_of

_NUMBER = re.compile(r"(?P<word>RA|Act|CA|BP|PD|EO)\s(?:No\.\s)?(?P<number>\d{1,5})")
_WORDS = {"RA": "Republic Act", "CA": "Commonwealth Act", "BP": "Batas Pambansa Blg."}
_UNREADABLE = "\ufffd"


def _owns(values: Mapping[str, str]) -> bool:
    return host_of(values) in ("lawphil.net", "www.lawphil.net")


def _law(values: Mapping[str, str], provisions: tuple[Provision, ...]) -> Law:
    found = _NUMBER.fullmatch(values.get("short_name", ""))
    title = values.get("title_en") or values.get("title", "")
    constitution = "Constitution" in title
    return Law(
        key=f"ph/law/{found['word'].lower()}-{found['number']}" if found else None,
        titles={"en": title},
        number=_printed(found) if found else values.get("short_name", ""),
        doc_type="constitution" if constitution else "act",
        status=values.get("status", ""),
        url=values["url"],
        publisher="a collection made from The Lawphil Project",
        language="en",
        layout="lines",
        provisions=tuple(_decoded(one) for one in provisions),
        notes=(*_notes(provisions), *dates_note(values)),
        title_in_text=True,
    )


def _printed(found: re.Match[str]) -> str:
    return f"{_WORDS.get(found['word'], found['word'])} No. {found['number']}"


def _decoded(one: Provision) -> Provision:
    """The collection left character references as they stood in the page."""
    return replace(
        one,
        title=html.unescape(one.title),
        text=html.unescape(one.text),
        chapter=html.unescape(one.chapter),
    )


def _notes(provisions: tuple[Provision, ...]) -> list[str]:
    lost = sum(one.text.count(_UNREADABLE) for one in provisions)
    if not lost:
        return []
    return [f"Characters lost before the file was made, mostly dashes and apostrophes: {lost}."]


PHILIPPINES = Publisher("philippines", _owns, _law)
