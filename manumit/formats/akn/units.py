"""From the parts of a document to its units in reading order."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from lxml import etree

from manumit.formats.akn.attached import Titles, is_annex, titles_of
from manumit.formats.akn.blocks import Blocks
from manumit.formats.akn.context import Context
from manumit.formats.akn.names import (
    ATTACHED,
    BASIC,
    DOCUMENTS,
    HIERARCHY,
    HIGHER,
    OPENINGS,
    SKIPPED,
    WRAPPERS,
    below,
    child,
    local,
    words,
)
from manumit.formats.akn.numbers import is_numbered, number_of, read_number
from manumit.formats.akn.times import Times
from manumit.formats.types import Unit

_REPEALED = frozenset({"removed", "repealed"})


class UnitReader:
    """Walks a document once; ``units`` fills in reading order."""

    def __init__(self, times: Times, *, judgment: bool) -> None:
        self.units: list[Unit] = []
        self.context = Context()
        self._times = times
        self._judgment = judgment
        # Whether the publisher tells a judgment's own paragraphs from those of its lists.
        self._counted = False
        # In which parts a number stands: where in several, the part must be named with it.
        self._places: dict[tuple[str, str], set[int]] = {}
        self._given: Counter[str] = Counter()
        self._openings: dict[str, str] = {}
        self._text: Blocks | None = None
        self._text_parent: str | None = None

    def read(self, document: etree._Element) -> None:
        """Take the whole document."""
        whole = local(document) in DOCUMENTS
        elements = list(document) if whole else [document]
        self._counted = self._judgment and any(map(_is_counted, document.iter("{*}paragraph")))
        for place, one in _units_in(elements, count()):
            if self._is_unit(one):
                self._places.setdefault((_kind(one), number_of(one)), set()).add(place)
        self._level(elements, None)
        self._end_text()
        self._notes(document)

    def _notes(self, document: etree._Element) -> None:
        """Notes that the text refers to and the metadata holds."""
        meta = child(document, "meta")
        notes = meta.findall("{*}notes/{*}note") if meta is not None else []
        blocks = Blocks(self.context, None)
        for note in notes:
            blocks.take_note(note)
        if html := blocks.html():
            self.units.append(Unit(self._own("annex", "notes"), "notes", html=html))

    def _level(self, elements: list[etree._Element], parent: str | None) -> None:
        for one in elements:
            self._one(one, parent)
            self._stray(one.tail, parent)

    def _one(self, one: etree._Element, parent: str | None) -> None:
        name = local(one)
        if name in SKIPPED:
            return
        if name in OPENINGS:
            self._opening(one, OPENINGS[name])
        elif name in ATTACHED:
            self._attached(one, parent)
        elif name == "conclusions":
            self._closing(one)
        elif name in HIERARCHY and _is_structure(one):
            self._structure(one, parent)
        elif name in HIERARCHY and self._is_unit(one):
            self._reading(one, parent)
        elif name in WRAPPERS or name in DOCUMENTS:
            self._stray(one.text, parent)
            self._level(list(one), parent)
        else:
            self._add_text(one, parent)

    def _is_unit(self, element: etree._Element) -> bool:
        if self._counted and local(element) == "paragraph" and not _is_counted(element):
            return False
        return is_numbered(element) or bool(words(child(element, "heading")))

    def _opening(self, element: etree._Element, kind: str) -> None:
        """What stands before the body: cover, preface and header are one."""
        self._end_text()
        if kind not in self._openings:
            self._openings[kind] = self._own(kind, "")
        eid = self._openings[kind]
        html = self._whole(element, eid)
        if self.units and self.units[-1].eid == eid:
            self.units[-1] = replace(self.units[-1], html=self.units[-1].html + html)
        elif html:
            self.units.append(Unit(eid, kind, html=html))

    def _closing(self, element: etree._Element) -> None:
        self._end_text()
        eid = self._own("unit", "closing")
        if html := self._whole(element, eid):
            self.units.append(Unit(eid, "closing", html=html))

    def _whole(self, element: etree._Element, eid: str) -> str:
        blocks = Blocks(self.context, eid)
        blocks.fill(element)
        return blocks.html()

    def _own(self, kind: str, number: str) -> str:
        return self.context.eids.make(None, kind, number)

    def _reading(self, element: etree._Element, parent: str | None) -> None:
        self._end_text()
        kind, number = _kind(element), number_of(element)
        prefix = parent if len(self._places.get((kind, number), ())) > 1 else None
        eid = self.context.eids.make(prefix, *self._named(kind, number))
        blocks = self._body(element, eid)
        blocks.fill(element, skip=("num", "heading"))
        self._add(element, eid, parent, blocks.html())

    def _named(self, kind: str, number: str) -> tuple[str, str]:
        """A heading without a number is counted."""
        if number or kind not in ("unit", "hdg"):
            return kind, number
        self._given["hdg"] += 1
        return "hdg", str(self._given["hdg"])

    def _structure(self, element: etree._Element, parent: str | None) -> None:
        """A part or chapter: its heading and opening words, then the units in it."""
        if not self._is_unit(element):
            self._level(list(element), parent)
            return
        self._end_text()
        kind = "hdg" if local(element) == "level" else _kind(element)
        number = "" if kind == "hdg" else number_of(element)
        eid = self.context.eids.make(parent if number else None, *self._named(kind, number))
        inner = [one for one in element if local(one) not in ("num", "heading")]
        first = next((at for at, one in enumerate(inner) if _begins_units(one)), len(inner))
        blocks = self._body(element, eid)
        for one in inner[:first]:
            blocks.take(one)
            blocks.add_text(one.tail)
        self._add(element, eid, parent, blocks.html())
        self._level(inner[first:], eid)

    def _body(self, element: etree._Element, eid: str) -> Blocks:
        blocks = Blocks(self.context, eid)
        blocks.keep_notes_of(child(element, "num"))
        blocks.keep_notes_of(child(element, "heading"))
        return blocks

    def _add(self, element: etree._Element, eid: str, parent: str | None, html: str) -> None:
        status = (element.get("status") or "").lower()
        unit = Unit(
            eid,
            "heading" if "hdg_" in eid.rpartition("__")[2] else local(element).lower(),
            number=words(child(element, "num")),
            heading=words(child(element, "heading")),
            html=html,
            parent=parent,
            status="repealed" if status in _REPEALED else "operational",
            since=self._times.since(element),
            lasting_id=element.get("wId", ""),  # the name in the work, where eId is the version's
        )
        self.units.append(unit)

    def _attached(self, element: etree._Element, parent: str | None) -> None:
        """A schedule or annex is read as one; those attached to it follow."""
        self._end_text()
        titles = titles_of(element)
        kind = "annex" if self._judgment or is_annex(element, titles) else "sched"
        self._given[kind] += 1
        eid = self._own(kind, read_number(titles.number) or str(self._given[kind]))
        blocks = Blocks(self.context, eid)
        further: list[etree._Element] = []
        _fill_attached(blocks, element, titles, further)
        name = "annex" if kind == "annex" else "schedule"
        unit = Unit(eid, name, titles.number, titles.heading, blocks.html(), parent)
        self.units.append(unit)
        self._level(further, eid)

    def _stray(self, text: str | None, parent: str | None) -> None:
        if text and text.strip():
            self._open_text(parent).add_text(text)

    def _add_text(self, element: etree._Element, parent: str | None) -> None:
        """Text that belongs to no unit: what follows without a number stays together."""
        self._open_text(parent).take(element)

    def _open_text(self, parent: str | None) -> Blocks:
        if self._text is None or self._text_parent != parent:
            self._end_text()
            self._given["unit"] += 1
            eid = self._own("unit", str(self._given["unit"]))
            self._text, self._text_parent = Blocks(self.context, eid), parent
        return self._text

    def _end_text(self) -> None:
        blocks, self._text = self._text, None
        if blocks is not None and blocks.eid and (html := blocks.html()):
            self.units.append(Unit(blocks.eid, "text", html=html, parent=self._text_parent))


def _fill_attached(
    blocks: Blocks, element: etree._Element, titles: Titles, further: list[etree._Element]
) -> None:
    """Everything attached but its titles, and but what is attached to it in turn."""
    for one in element:
        name = local(one)
        if name in ATTACHED:
            further.append(one)
        elif name in DOCUMENTS or name in ("attachments", "components"):
            _fill_attached(blocks, one, titles, further)
        elif one in titles.elements:
            blocks.keep_notes_of(one)
        else:
            blocks.take(one)
        blocks.add_text(one.tail)


def _is_counted(element: etree._Element) -> bool:
    return (element.get("eId") or "").startswith("para_")


def _kind(element: etree._Element) -> str:
    return HIERARCHY[local(element)] or "unit"


def _units_in(
    elements: list[etree._Element], places: Iterator[int]
) -> Iterator[tuple[int, etree._Element]]:
    """The hierarchical elements that are read as one, with the place of the part around them."""
    place = next(places)
    for one in elements:
        name = local(one)
        if name in HIERARCHY and not _is_structure(one):
            yield place, one
        elif name in HIERARCHY or name in WRAPPERS:
            yield from _units_in(list(one), places)


def _is_structure(element: etree._Element) -> bool:
    inner = {local(one) for one in below(element)}
    if inner & BASIC:
        return True
    return local(element) in HIGHER and not inner.isdisjoint(HIERARCHY)


def _begins_units(element: etree._Element) -> bool:
    name = local(element)
    return name in HIERARCHY or (
        name in WRAPPERS and any(local(one) in HIERARCHY for one in below(element))
    )
