"""All that is known of a document beside its text, and what was met while reading it."""

from collections import Counter as Tally

from lxml import etree

from manumit.formats.docx.counting import Counter
from manumit.formats.docx.fields import Fields
from manumit.formats.docx.layout import Layout
from manumit.formats.docx.numbering import Numbering
from manumit.formats.docx.numerals import numeral
from manumit.formats.docx.package import Package
from manumit.formats.docx.styles import Styles
from manumit.formats.docx.xml import W, attribute, local, value


class Book:
    """The parts of a document that its text refers to."""

    def __init__(self, package: Package) -> None:
        self.styles = Styles(package.related("styles"))
        self.numbering = Numbering(package.related("numbering"), self.styles)
        self.layout = Layout(self.styles)
        self.counter = Counter()
        self.fields = Fields(self.numbering, self.counter)
        self.met: Tally[str] = Tally()
        self._notes = {kind: _by_id(package.related(f"{kind}s")) for kind in _MARKS}
        self._marks = _MARKS | _marks(package.related("settings"))
        self._given: Tally[str] = Tally()

    def note(self, kind: str, identity: str) -> etree._Element | None:
        """The ``footnote`` or ``endnote`` of that id."""
        return self._notes[kind].get(identity)

    def mark(self, kind: str) -> str:
        """The mark of the next footnote or endnote."""
        self._given[kind] += 1
        return numeral(self._given[kind], self._marks[kind])


_MARKS = {"footnote": "decimal", "endnote": "lowerRoman"}


def _by_id(root: etree._Element | None) -> dict[str, etree._Element]:
    found: dict[str, etree._Element] = {}
    for one in root if root is not None else ():
        if local(one) in _MARKS and not attribute(one, "type"):
            found.setdefault(attribute(one, "id"), one)
    return found


def _marks(settings: etree._Element | None) -> dict[str, str]:
    """How the document writes the marks of its notes."""
    if settings is None:
        return {}
    written = {kind: value(settings.find(f"{W}{kind}Pr"), "numFmt") for kind in _MARKS}
    return {kind: style for kind, style in written.items() if style}
