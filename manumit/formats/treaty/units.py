"""From the lines of a treaty to its units in reading order."""

import re

from manumit.formats.eids import EidMaker
from manumit.formats.treaty.headings import Heading, clean_heading, unit_heading
from manumit.formats.treaty.lines import Line, without_marks
from manumit.formats.treaty.paragraphs import article_html, running_html
from manumit.formats.treaty.preamble import preamble_html
from manumit.formats.types import Unit

_CLOSING = re.compile(r"(?:in (?:witness|faith) whereof\b|done (?:at|in) )", re.IGNORECASE)


def preamble_units(lines: list[Line]) -> list[Unit]:
    """The preamble, if there is one."""
    label, html = preamble_html([line.text for line in lines])
    return [Unit("preamble", "preamble", heading=label, html=html)] if html else []


class BodyReader:
    """Reads articles and chapters in order."""

    def __init__(self) -> None:
        self._eids = EidMaker()
        self._above: list[tuple[int, str]] = []
        self._units: list[Unit] = []

    def read(self, lines: list[Line]) -> list[Unit]:
        """The units of these lines, of which the first is a heading of one."""
        headings = [(at, unit_heading(line)) for at, line in enumerate(lines)]
        starts = [(at, heading) for at, heading in headings if heading]
        ends = [at for at, _ in starts[1:]] + [len(lines)]
        for (at, heading), end in zip(starts, ends, strict=True):
            self._unit(heading, lines[at + 1 : end])
        return self._units

    def _unit(self, heading: Heading, lines: list[Line]) -> None:
        title, lines = _title_below(heading, lines)
        texts, closing = _split_closing([line.text for line in lines])
        eid = self._eid(heading)
        html = article_html(texts, eid, self._eids)
        parent = self._parent(heading, eid)
        self._units.append(Unit(eid, heading.kind, heading.printed, title, html, parent))
        if closing:
            name = self._eids.make(None, "unit", "closing")
            self._units.append(Unit(name, "closing", html=running_html(closing)))

    def _eid(self, heading: Heading) -> str:
        if heading.rank:
            self._above = [one for one in self._above if one[0] < heading.rank]
        within = self._above[-1][1] if heading.rank and self._above else None
        return self._eids.make(within, heading.step, heading.number)

    def _parent(self, heading: Heading, eid: str) -> str | None:
        if heading.kind == "annex":
            self._above = []
        parent = self._above[-1][1] if self._above else None
        if heading.rank:
            self._above.append((heading.rank, eid))
        return parent


def _title_below(heading: Heading, lines: list[Line]) -> tuple[str, list[Line]]:
    """The heading's own title, or the heading printed under it; and the lines left."""
    if not heading.heading and lines and lines[0].level:
        return clean_heading(lines[0].text), lines[1:]
    return heading.heading, lines


def _split_closing(texts: list[str]) -> tuple[list[str], list[str]]:
    """Part an article from the closing words and signatures."""
    bare = [without_marks(text) for text in texts]
    at = next((at for at, text in enumerate(bare) if _CLOSING.match(text)), len(texts))
    return texts[:at], texts[at:]
