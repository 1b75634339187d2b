"""The citations in a wording as links, each to the law as it stood on the day it was cited."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext
from lxml import etree, html

from manumit.base.addresses import of_work
from manumit.base.day_words import day_text
from manumit.base.marking import Mark, mark
from manumit.base.markup import parsed
from manumit.base.reader import reader_language

_PLACE = "title"  # carries the number of a note from the mark to the element it made
_NOTE = "manumit-note-"


@dataclass(frozen=True, slots=True)
class _Note:
    """What stands behind a citation: a few words, and where they lead, if anywhere."""

    words: str
    href: str


def linked(wording: Any) -> str:
    """The wording's HTML with its citations as links.

    A citation whose words do not stand where it says is left out: the text has changed since. Behind
    a citation of law that has changed since it was cited stands that it has, once a wording.
    """
    rows = [row for row in wording.citations.all() if _stands(row, wording.plain)]
    notes = _notes(rows)
    marks = [_mark(row, notes) for row in rows]
    markup = mark(wording.html, [each for each in marks if each])
    return _with_notes(markup, notes) if notes else markup


def address_of(citation: Any) -> str:
    """Where a citation of a work that readers may see leads: its first passage, as far as held.

    Law is shown as on the day of the work that cites it, where that has one.
    """
    key = citation.target.key
    day = f"?on={citation.on.isoformat()}" if citation.on else ""
    for pin in citation.pins.all()[:1]:
        if pin.passage:
            url = of_work(key, pin.passage.eid) + day
            return url if pin.eid == pin.passage.eid else f"{url}#{pin.eid}"
    return of_work(key) + day


def fate_words(became: Any) -> str:
    """What became of a provision since a day, in a few words; empty where nothing need be said."""
    if became is None:
        return ""
    if became.fate == "not-held":
        return gettext("its text of that day is not held")
    if became.fate == "moved" and not became.reworded:
        return gettext("has another number now")
    words = {
        "changed": gettext("changed since"),
        "newer": gettext("changed since"),
        "moved": gettext("changed since"),
        "gone": gettext("no longer law"),
        "repealed": gettext("repealed since"),
    }.get(became.fate, "")
    if not words or not became.since:
        return words
    return f"{words}: {day_text(became.since)}"


def changes_url(key: str, became: Any) -> str:
    """Where a provision is compared through its versions; empty where two are not held."""
    if became is None or not (became.comparable and became.eid) or became.fate == "same":
        return ""
    query = urlencode({"changes": 1, "language": became.language})
    return f"{of_work(key, became.eid)}?{query}"


def _notes(rows: Iterable[Any]) -> dict[int, _Note]:
    """The note of each citation that has one, by its number; what was said is not said again."""
    found: dict[int, _Note] = {}
    for row in rows:
        note = _note(row)
        if note and note not in found.values():
            found[row.pk] = note
    return found


def _note(citation: Any) -> _Note | None:
    """What is to be said of a citation; of a law as a whole only that it was repealed."""
    became = citation.became
    whole = not citation.pins.all()
    words = "" if whole and became and became.fate != "repealed" else fate_words(became)
    if not words:
        return None
    key = citation.target.key
    return _Note(words, changes_url(key, became) or address_of(citation))


def _stands(citation: Any, plain: str) -> bool:
    return bool(plain[citation.start : citation.end] == citation.words)


def _mark(citation: Any, notes: Mapping[int, _Note]) -> Mark | None:
    """A link, a link to the choice, or a word that nothing is held; none for a vague short form."""
    if citation.target and citation.target.live:
        place = {_PLACE: f"{_NOTE}{citation.pk}"} if citation.pk in notes else {}
        return _as(citation, "a", {"class": "cites", "href": address_of(citation)} | place)
    if citation.candidates:
        query = urlencode({"key": citation.candidates}, doseq=True)
        title = gettext("One of several works")
        href = f"{reverse('web:which')}?{query}"
        return _as(citation, "a", {"class": "cites", "href": href, "title": title})
    if citation.how == "short" and not (citation.target_key or citation.stem):
        return None
    return _as(citation, "span", {"class": "not-held", "title": gettext("Not held here")})


def _as(citation: Any, tag: str, attributes: Mapping[str, str]) -> Mark:
    return Mark(citation.start, citation.end, tag, attributes)


def _with_notes(markup: str, notes: Mapping[int, _Note]) -> str:
    """The markup with each note behind the last piece of its citation."""
    root = parsed(markup)
    for number, note in notes.items():
        pieces = root.xpath("//a[@title=$place]", place=f"{_NOTE}{number}")
        for piece in pieces:
            del piece.attrib[_PLACE]
        if pieces:
            _put_behind(pieces[-1], note)
    whole: str = html.tostring(root, encoding="unicode")
    return whole.removeprefix("<div>").removesuffix("</div>")


def _put_behind(piece: Any, note: _Note) -> None:
    link = etree.Element("a", {"class": "since", "href": note.href, "lang": reader_language().tag})
    link.text = f"[{note.words}]"
    link.tail, piece.tail = piece.tail, " "
    parent = piece.getparent()
    parent.insert(parent.index(piece) + 1, link)
