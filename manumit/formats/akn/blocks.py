"""The text of one unit as HTML, every numbered provision in it with its eid."""

from lxml import etree

from manumit.formats.akn.context import Context
from manumit.formats.akn.inline import Inline, quotes_of
from manumit.formats.akn.names import BLOCKS, HIERARCHY, RUNS, SKIPPED, local, words
from manumit.formats.akn.names import child as first_child
from manumit.formats.akn.numbers import number_of
from manumit.formats.akn.tables import table
from manumit.formats.markup import escape, numbered, paragraph, tag

_QUOTED = frozenset({"embeddedStructure", "quotedStructure"})
# Blocks whose name says how they are to be set.
_NAMED = {"longTitle": "long-title", "formula": "enacting-formula"}
_NUMBERED = frozenset(HIERARCHY) | {"item", "blockContainer", "li", "recital", "tblock"}


class Blocks:
    """Collects the blocks of one provision in order.

    Running text gathers in a line until a block begins; the printed number of the provision
    stands before its first words. Footnotes follow at the end, or at the end of ``owner`` if there
    is one. Without an ``eid`` nothing in it gets an address: what is quoted is no provision of the
    document that quotes it.
    """

    def __init__(
        self, context: Context, eid: str | None, number: str = "", owner: "Blocks | None" = None
    ) -> None:
        self.context = context
        self.eid = eid
        self._number = number
        self._inline = Inline(context, self._keep_note)
        self._lead = ""
        self._line: list[str] = []
        self._done: list[str] = []
        self.notes: list[str] = owner.notes if owner else []
        self._owned = owner is not None
        self._entries = 0

    def html(self) -> str:
        """All blocks so far, then their footnotes."""
        self.flush()
        self._print_number()
        if self._owned or not self.notes:
            return "".join(self._done)
        return "".join(self._done) + tag("div", "".join(self.notes), class_="footnotes")

    def flush(self, class_: str = "") -> None:
        """End the running text, if there is any."""
        line = "".join(self._line).strip()
        self._line = []
        if line:
            self._done.append(paragraph(self._beginning(line), class_))

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

    def keep_notes_of(self, element: etree._Element | None) -> None:
        """Keep the footnotes of a number or heading that is shown elsewhere as plain text."""
        if element is not None:
            for note in element.iter("{*}authorialNote"):
                self._keep_note(note)

    def take(self, element: etree._Element) -> None:
        """Take in one element, whatever it is; what follows it is not included."""
        name = local(element)
        if name in SKIPPED:
            return
        if name in RUNS:
            self._run(element, RUNS[name])
        elif name == "table":
            self._block(table(element, self._apart))
        elif name in _QUOTED:
            self._block(self._quotation(element))
        elif name in _NUMBERED:
            self._block(self._provision(element))
        elif name in ("heading", "num"):
            self._run(element, "heading")
        elif name in _NAMED:
            self._block(tag("div", self._apart(element), class_=_NAMED[name]))
        elif name in BLOCKS or (name != "authorialNote" and _holds_blocks(element)):
            self._run(element, "")
        else:
            self._line.append(self._inline.element(element))

    def take_note(self, element: etree._Element) -> None:
        """Take in a footnote that stands apart from where the text refers to it."""
        self._keep_note(element)

    def _run(self, element: etree._Element, class_: str) -> None:
        self.flush()
        if local(element) == "ol":
            self._entries = 0
        self.fill(element)
        self.flush(class_)

    def _block(self, html: str) -> None:
        self.flush()
        if html:
            self._print_number()
            self._done.append(html)

    def _print_number(self) -> None:
        if self._number or self._lead:
            self._done.append(paragraph(self._beginning("")))

    def _beginning(self, line: str) -> str:
        """The line; the first one with the number, and before it the mark of a quotation."""
        lead, number = self._lead, self._number
        self._lead = self._number = ""
        return lead + numbered(number, line)

    def _provision(self, element: etree._Element) -> str:
        name = local(element)
        printed = words(first_child(element, "num")) or self._counted(element)
        eid = self._address(element, printed)
        inner = Blocks(self.context, eid or self.eid, printed, None if eid else self)
        if not self._number:
            inner._lead, self._lead = self._lead, ""
        inner.keep_notes_of(first_child(element, "num"))
        inner.fill(element, skip=("num",))
        if not printed and name in HIERARCHY:
            return inner.html()
        return tag("div", inner.html(), id=eid, class_=name.lower())

    def _address(self, element: etree._Element, printed: str) -> str:
        kind = HIERARCHY.get(local(element)) or _kind_of_block(element)
        if self.eid is None or not printed or not kind:
            return ""
        above = None if kind == "recital" else self.eid  # recitals are counted through
        return self.context.eids.make(above, kind, number_of(element))

    def _quotation(self, element: etree._Element) -> str:
        first, last = quotes_of(element)
        inner = Blocks(self.context, None, owner=self)
        inner._lead = first
        inner.fill(element)
        return tag("div", _closed(inner.html(), last), class_="quotation")

    def _counted(self, element: etree._Element) -> str:
        """The number a reader sees on an entry of an ordered list, which no element holds."""
        parent = element.getparent()
        if local(element) != "li" or parent is None or local(parent) != "ol":
            return ""
        self._entries += 1
        return element.get("value") or f"{self._entries}."

    def _apart(self, element: etree._Element) -> str:
        """Everything within the element, its footnotes kept here."""
        inner = Blocks(self.context, self.eid, owner=self)
        inner.fill(element)
        return inner.html()

    def _keep_note(self, element: etree._Element) -> str:
        mark = self.context.mark(element.get("marker"))
        inner = Blocks(self.context, None, mark)
        inner.fill(element)
        self.notes.append(tag("div", inner.html(), class_="footnote"))
        return mark


def _kind_of_block(element: etree._Element) -> str:
    return {"item": "item", "recital": "recital"}.get(local(element), "")


def _holds_blocks(element: etree._Element) -> bool:
    return any(
        local(one) in BLOCKS or (local(one) != "authorialNote" and _holds_blocks(one))
        for one in element
    )


def _closed(html: str, mark: str) -> str:
    """The closing quotation mark after the last words."""
    at = html.rfind("</p>")
    return html if not mark else f"{html}{mark}" if at < 0 else f"{html[:at]}{mark}{html[at:]}"
