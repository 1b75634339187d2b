"""From the body of a Hong Kong law to its units in reading order."""

from lxml import etree

from manumit.formats.eids import EidMaker
from manumit.formats.hklm.blocks import Blocks
from manumit.formats.hklm.metadata import read_date
from manumit.formats.hklm.names import (
    READING,
    ROLES,
    RUNS,
    SKIPPED,
    STATUSES,
    STRUCTURE,
    UNNUMBERED,
    child,
    local,
    number_of,
    text_of,
)
from manumit.formats.types import Unit

_UNITS = frozenset(READING) | frozenset(STRUCTURE)
_NEVER_WRAPPERS = frozenset(UNNUMBERED) | RUNS | SKIPPED


class UnitReader:
    """Walks the body once; ``units`` fills in reading order."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.eids = EidMaker()

    def read(self, main: etree._Element) -> None:
        """Take the whole body: what stands before the first unit is its opening."""
        front = self.eids.make(None, "front", "")
        opening, rest = self._opening(main, front)
        if opening:
            self.units.append(Unit(front, "front", html=opening))
        self._level(rest, None)

    def _opening(self, element: etree._Element, eid: str) -> tuple[str, list[etree._Element]]:
        """The text before the first unit inside the element, and the elements from there on."""
        inner = [one for one in element if local(one) not in ("num", "heading")]
        first = next((at for at, one in enumerate(inner) if _holds_units(one)), len(inner))
        blocks = Blocks(self.eids, eid)
        blocks.add_text(element.text)
        for one in inner[:first]:
            blocks.take(one)
            blocks.add_text(one.tail)
        return blocks.html(), inner[first:]

    def _level(self, elements: list[etree._Element], parent: str | None) -> None:
        for one in elements:
            name = local(one)
            if name in READING:
                self._reading(one, name, parent)
            elif name in STRUCTURE:
                self._structure(one, name, parent)
            elif _holds_units(one):
                self._level(list(one), parent)
            else:
                self._note(one, parent)

    def _reading(self, element: etree._Element, name: str, parent: str | None) -> None:
        kind = ROLES.get(element.get("role") or "", READING[name])
        eid = self.eids.make(None, kind, number_of(element))
        blocks = Blocks(self.eids, eid)
        blocks.fill(element, skip=("num", "heading"))
        self._add(element, eid, name, parent, blocks.html())

    def _structure(self, element: etree._Element, name: str, parent: str | None) -> None:
        eid = self.eids.make(parent, STRUCTURE[name], number_of(element))
        opening, rest = self._opening(element, eid)
        self._add(element, eid, name, parent, opening)
        self._level(rest, eid)

    def _note(self, element: etree._Element, parent: str | None) -> None:
        """Text between or after units belongs to none of them."""
        if not text_of(element) or local(element) in SKIPPED:
            return
        eid = self.eids.make(parent, "unit", "note")
        blocks = Blocks(self.eids, eid)
        blocks.take(element)
        self.units.append(Unit(eid, "note", html=blocks.html(), parent=parent))

    def _add(
        self,
        element: etree._Element,
        eid: str,
        kind: str,
        parent: str | None,
        html: str,
    ) -> None:
        unit = Unit(
            eid,
            kind,
            number=text_of(child(element, "num")),
            heading=text_of(child(element, "heading")),
            html=html,
            parent=parent,
            status=_status(element),
            since=read_date(element.get("startPeriod")),
            lasting_id=element.get("id", ""),  # the schema's immutable name; temporalId may change
        )
        self.units.append(unit)


def _status(element: etree._Element) -> str:
    written = (element.get("status") or "operational").lower()
    return STATUSES.get(written, written)


def _holds_units(element: etree._Element) -> bool:
    name = local(element)
    if name in _UNITS:
        return True
    if name in _NEVER_WRAPPERS:
        return False
    return any(local(one) in _UNITS for one in element.iterdescendants())
