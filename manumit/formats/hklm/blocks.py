"""The text of one unit of Hong Kong legislation as HTML, every provision with its eid."""

from lxml import etree

from manumit.formats.eids import EidMaker
from manumit.formats.hklm.definitions import english_term, split_term
from manumit.formats.hklm.inline import inline, inside
from manumit.formats.hklm.names import (
    INNER,
    OPENING,
    RUNS,
    SKIPPED,
    UNNUMBERED,
    child,
    local,
    number_of,
    text_of,
)
from manumit.formats.hklm.tables import table
from manumit.formats.markup import escape, numbered, paragraph, tag


class Blocks:
    """Collects the blocks of one provision in order.

    Running text gathers in ``line`` until a block begins; the printed number of the
    provision stands before its first words.
    """

    def __init__(self, eids: EidMaker, eid: str, number: str = "") -> None:
        self.eids = eids
        self.eid = eid
        self._number = number
        self._line: list[str] = []
        self._done: list[str] = []
        self._definitions: list[str] = []

    def html(self) -> str:
        """All blocks so far."""
        self.flush()
        self._close_definitions()
        if self._number:
            self._add(paragraph(self._with_number("")))
        return "".join(self._done)

    def flush(self, class_: str = "") -> None:
        """End the running text, if there is any."""
        line = "".join(self._line).strip()
        self._line = []
        if line:
            self._close_definitions()
            self._add(paragraph(self._with_number(line), class_))

    def fill(self, element: etree._Element, skip: tuple[str, ...] = ()) -> None:
        """Take in everything within the element but children named in ``skip``."""
        self.add_text(element.text)
        for one in element:
            if local(one) not in skip:
                self.take(one)
            self.add_text(one.tail)

    def add_text(self, text: str | None) -> None:
        """Go on with running text."""
        self._line.append(escape(text or ""))

    def take(self, element: etree._Element) -> None:
        """Take in one element, whatever it is; what follows it is not included."""
        name = local(element)
        if name in SKIPPED:
            return
        if name in RUNS:
            self._run(element, "continued" if name == "continued" else "")
        elif name in OPENING:
            self._opening(element, OPENING[name])
        elif name == "def":
            self._definition(element)
        elif name in INNER:
            self._block(self._provision(element))
        elif name in UNNUMBERED:
            self._block(self._note(element))
        elif name == "table":
            self._block(table(element))
        elif name == "sourceNote" and not "".join(self._line).strip():
            self._block(tag("p", inside(element), class_="source-note"))
        elif name == "heading":
            self.flush()
            self._add(paragraph(self._with_number(inside(element).strip()), "heading"))
        else:
            self._line.append(inline(element))

    def _run(self, element: etree._Element, class_: str) -> None:
        self.flush()
        self.fill(element)
        self.flush(class_)

    def _opening(self, element: etree._Element, class_: str) -> None:
        self.flush()
        self._line.append(inside(element))
        self.flush(class_)

    def _block(self, html: str) -> None:
        self.flush()
        self._close_definitions()
        if self._number:
            self._add(paragraph(self._with_number("")))
        self._add(html)

    def _provision(self, element: etree._Element) -> str:
        name = local(element)
        eid = self.eids.make(self.eid, INNER[name], number_of(element))
        printed = text_of(child(element, "num"))
        return tag("div", self._within(element, eid, printed), id=eid, class_=name)

    def _within(self, element: etree._Element, eid: str, number: str = "") -> str:
        inner = Blocks(self.eids, eid, number)
        inner.fill(element, skip=("num",))
        return inner.html()

    def _note(self, element: etree._Element) -> str:
        return tag("div", self._within(element, self.eid), class_=UNNUMBERED[local(element)])

    def _definition(self, element: etree._Element) -> None:
        self.flush()
        eid = self.eids.make(self.eid, "item", english_term(element))
        term, meaning = split_term(self._within(element, eid))
        if not term:
            self._block(tag("div", meaning, class_="definition", id=eid))
            return
        if self._number:
            self._add(paragraph(self._with_number("")))
        pair = tag("dt", term) + tag("dd", meaning)
        self._definitions.append(tag("div", pair, id=eid))

    def _close_definitions(self) -> None:
        if self._definitions:
            self._add(tag("dl", "".join(self._definitions), class_="definitions"))
            self._definitions = []

    def _with_number(self, line: str) -> str:
        number, self._number = self._number, ""
        return numbered(number, line)

    def _add(self, html: str) -> None:
        self._done.append(html)
