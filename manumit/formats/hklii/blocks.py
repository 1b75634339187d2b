"""A section of HKLII's page as HTML of ours, every provision with its eid."""

import re

from lxml import etree

from manumit.formats.eids import EidMaker
from manumit.formats.hklii.inline import inline, inside, text_of
from manumit.formats.hklii.tables import table
from manumit.formats.markup import escape, numbered, paragraph, tag
from manumit.formats.safe_html import classes_of, name_of

# What a div is, by its class; in a schedule, sections are paragraphs of it.
_PROVISIONS = {
    "leg-subsection": ("subsec", "subsection"),
    "leg-paragraph": ("para", "paragraph"),
    "leg-subparagraph": ("subpara", "subparagraph"),
}
_RUNS = {"leg-content": "", "leg-leadin": "", "leg-continued": "continued"}
_RUN_ELEMENTS = {"text": "", "p": "", "leadin": "", "continued": "continued"}
_NOTES = {
    "proviso": "proviso",
    "statutorynote": "statutory-note",
    "editorialnote": "editorial-note",
    "note": "cross-references",
}
_LATIN = re.compile(r"[^\u2e80-\uffef]*[A-Za-z][^\u2e80-\uffef]*$")
_HOLDERS = frozenset({"schedule", "notes", "html", "body", "center", "div"})


class Blocks:
    """Collects the blocks of one provision in order.

    Running text gathers in ``line`` until a block begins; the printed number of the provision
    stands before its first words. In words quoted from another law nothing is addressed.
    """

    def __init__(self, eids: EidMaker, eid: str, *, quoted: bool = False) -> None:
        self._eids = eids
        self._eid = eid
        self._quoted = quoted
        self._number = ""
        self._line: list[str] = []
        self._done: list[str] = []
        self.bare: list[str] = []

    def html(self) -> str:
        """All blocks so far."""
        self._flush()
        self._end_number()
        return "".join(self._done)

    def fill(self, element: etree._Element) -> None:
        """Take in everything within the element."""
        self._say(element.text)
        for one in element:
            self.take(one)
            self._say(one.tail)

    def take(self, element: etree._Element) -> None:
        """Take in one element, whatever it is; what follows it is not included."""
        name, kind = name_of(element), _class(element)
        if name == "marker":
            return
        if kind == "leg-num":
            self._begin_number(text_of(element))
        elif kind in _RUNS or name in _RUN_ELEMENTS:
            self._run(element, _RUNS.get(kind, "") or _RUN_ELEMENTS.get(name, ""))
        elif kind in _PROVISIONS or name == "section":
            self._provision(element, *_PROVISIONS.get(kind, ("para", "paragraph")))
        elif name in _HOLDERS:
            self._run(element, "")
        else:
            self._other(element, name)

    def _other(self, element: etree._Element, name: str) -> None:
        if name == "def":
            self._definition(element)
        elif name in _NOTES:
            self._note(element, _NOTES[name])
        elif name == "quotedstructure":
            self._note(element, "quotation", quoted=True)
        elif name == "crossheading":
            self._add_block(paragraph(inside(element), "heading"))
        elif name == "table":
            self._add_block(table(element))
        else:
            self._line.append(inline(element))

    def _run(self, element: etree._Element, class_: str) -> None:
        self._flush()
        self.fill(element)
        self._flush(class_)

    def _provision(self, element: etree._Element, step: str, class_: str) -> None:
        number = next((one for one in element if _class(one) == "leg-num"), None)
        printed = "" if number is None else text_of(number)
        eid = self._eid if self._quoted else self._eids.make(self._eid, step, printed)
        html = self._inner(element, eid, quoted=self._quoted)
        if printed and text_of(element) == printed and not self._quoted:
            self.bare.append(eid)
        self._add_block(tag("div", html, id="" if self._quoted else eid, class_=class_))

    def _definition(self, element: etree._Element) -> None:
        if text_of(element):
            eid = self._eids.make(self._eid, "item", _english_term(element))
            self._add_block(tag("div", self._inner(element, eid), id=eid, class_="definition"))

    def _note(self, element: etree._Element, class_: str, *, quoted: bool = False) -> None:
        if text_of(element):
            self._add_block(
                tag("div", self._inner(element, self._eid, quoted=quoted), class_=class_)
            )

    def _inner(self, element: etree._Element, eid: str, *, quoted: bool = False) -> str:
        inner = Blocks(self._eids, eid, quoted=quoted or self._quoted)
        inner.bare = self.bare
        inner.fill(element)
        return inner.html()

    def _add_block(self, html: str) -> None:
        self._flush()
        self._end_number()
        self._done.append(html)

    def _begin_number(self, printed: str) -> None:
        self._flush()
        self._end_number()
        self._number = printed

    def _say(self, text: str | None) -> None:
        self._line.append(escape(text or ""))

    def _flush(self, class_: str = "") -> None:
        line = "".join(self._line).strip()
        self._line = []
        if line:
            number, self._number = self._number, ""
            self._done.append(paragraph(numbered(number, line), class_))

    def _end_number(self) -> None:
        """A number that no words follow is printed all the same."""
        if self._number:
            number, self._number = self._number, ""
            self._done.append(paragraph(numbered(number, "").strip()))


def _class(element: etree._Element) -> str:
    """What the page's class says the element is; empty where it says nothing."""
    return next((one for one in classes_of(element) if one.startswith("leg-")), "")


def _english_term(element: etree._Element) -> str:
    """The English term a definition defines, so that it has one eid in both languages."""
    terms = [one for one in element.iter() if name_of(one) == "term"]
    english = [one for one in terms if (one.get("xml:lang") or "").startswith("en")]
    own = [one for one in terms if one.get("xml:lang") is None]
    written = (text_of(one) for one in english + own)
    return next((one for one in written if _LATIN.match(one)), element.get("name") or "")
