"""Which paragraphs are headings, and which heading stands below which."""

import re

from manumit.formats.eids import EidMaker
from manumit.formats.pdf.paragraphs import Paragraph
from manumit.formats.types import Unit

_LONGEST = 220
_MOST_LINES = 4
_LARGER = 1.12
_BARE_NUMBER = re.compile(r"(?:[IVXLC]{1,7}|[A-Z]|\d{1,2})\.?")
_ENDS_A_SENTENCE = re.compile(r"[.;,:][”’\"')]*$")
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS = 3
_DEEPEST = 6

Style = tuple[float, bool, bool, bool, str]


def is_heading(one: Paragraph, size: float) -> bool:
    """Whether a paragraph is set as a heading is, in a text whose lines are of that height."""
    text = one.text
    if one.table or one.lines > _MOST_LINES or len(text) > _LONGEST:
        return False
    if _BARE_NUMBER.fullmatch(text):
        return one.centred or one.bold
    if _ENDS_A_SENTENCE.search(text) or len(_LETTER.findall(text)) < _FEWEST_LETTERS:
        return False
    if one.bold or one.size > _LARGER * size:
        return True
    return text.isupper() or (one.centred and one.italic)


class Outline:
    """Gives headings their units: one set as a heading before stands at the same level."""

    def __init__(self, eids: EidMaker) -> None:
        self._eids = eids
        self._above: list[tuple[Style, str]] = []
        self._count = 0
        self._letter = ""

    @property
    def parent(self) -> str | None:
        """The heading under which the text stands."""
        return self._above[-1][1] if self._above else None

    def unit(self, one: Paragraph) -> Unit:
        """The unit of the next heading."""
        style = round(one.size), one.bold, one.italic, one.centred, self._kind(one.text)
        known = [at for at, (other, _) in enumerate(self._above) if other == style]
        del self._above[known[0] if known else _DEEPEST :]
        parent = self.parent
        self._count += 1
        eid = self._eids.make(None, "hdg", str(self._count))
        self._above.append((style, eid))
        return Unit(eid, "heading", heading=one.text, parent=parent)

    def _kind(self, text: str) -> str:
        """Words, capitals, or what kind of bare number: after ``B`` the mark ``C`` is a letter."""
        bare = text.rstrip(".")
        if not _BARE_NUMBER.fullmatch(text):
            return "capitals" if text.isupper() else "words"
        if bare.isdecimal():
            return "figure"
        follows = bool(self._letter) and bare == chr(ord(self._letter) + 1)
        if len(bare) == 1 and (follows or bare not in "IVX"):
            self._letter = bare
            return "letter"
        self._letter = ""
        return "Roman"
