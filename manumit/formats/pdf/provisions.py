"""The text of one section: subsections, paragraphs and what stands below them, with addresses."""

import re
from dataclasses import dataclass, field

from manumit.formats.eids import EidMaker
from manumit.formats.markup import tag
from manumit.formats.pdf.paragraphs import Paragraph
from manumit.formats.pdf.writing import PageWriter, cut_start

_MARK = re.compile(r"\((?P<number>\d{1,3}[A-Za-z]{0,3}|[a-z]{1,4}|[A-Z]{1,3})\)(?=\s|$)\s*")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_QUOTES = {"“": 1, "”": -1}
_LEVELS = ("subsec", "para", "subpara", "item")
_CLASSES = {
    "subsec": "subsection",
    "para": "paragraph",
    "subpara": "subparagraph",
    "item": "item",
}
_SET_IN = 0.5


@dataclass
class _Item:
    """An open provision: its eid, its level (-1 for the section) and how far it is set in."""

    eid: str
    level: int
    number: str = ""
    indent: float = 0.0
    blocks: "list[str | _Item]" = field(default_factory=list)

    def html(self) -> str:
        return "".join(one if isinstance(one, str) else one.wrapped() for one in self.blocks)

    def wrapped(self) -> str:
        return tag("div", self.html(), id=self.eid, class_=_CLASSES[_LEVELS[self.level]])


class SectionWriter:
    """Writes the paragraphs of one section in order.

    Nothing is addressed within quotation marks: an amending law quotes the provisions of another.
    """

    def __init__(self, eids: EidMaker, eid: str) -> None:
        self._eids = eids
        self._stack = [_Item(eid, -1)]
        self._pages = PageWriter()
        self._quoted = 0

    def html(self) -> str:
        """All that was written."""
        return self._stack[0].html()

    def add(self, one: Paragraph) -> None:
        """The next paragraph."""
        quoted = self._quoted > 0
        self._quoted = max(0, self._quoted + sum(_QUOTES.get(sign, 0) for sign in one.text))
        number = ""
        opened = False
        while not quoted and not one.table and (found := _MARK.match(one.text)):
            if number:
                self._say(self._empty(one), number, opened=True)
            number = found[0].strip()
            self._open(found["number"], one.indent)
            opened = True
            one = cut_start(one, found.end())
        if not opened and not quoted:
            self._close_to(one)
        self._say(one, number, opened=opened)

    def _say(self, one: Paragraph, number: str, *, opened: bool) -> None:
        item = self._stack[-1]
        follows = item.level >= 0 or any(isinstance(block, _Item) for block in item.blocks)
        class_ = "continued" if follows and not opened else ""
        item.blocks.append(self._pages.write(one, number, class_))

    @staticmethod
    def _empty(one: Paragraph) -> Paragraph:
        """What stands beside the first of two marks in one line: nothing."""
        return Paragraph(one.page, size=one.size, indent=one.indent)

    def _open(self, number: str, indent: float) -> None:
        level = self._level(number)
        while self._stack[-1].level >= level:
            self._stack.pop()
        above = self._stack[-1]
        item = _Item(self._eids.make(above.eid, _LEVELS[level], number), level, number, indent)
        above.blocks.append(item)
        self._stack.append(item)

    def _level(self, number: str) -> int:
        """0 for figures, 1 for letters, 2 for small Roman numbers, 3 for capitals."""
        if number[0].isdigit():
            return 0
        if number.isupper():
            return 3
        if not _ROMAN.fullmatch(number):
            return 1
        open_letters = [item.number for item in self._stack if item.level == 1]
        after_letter = bool(open_letters) and self._stack[-1].level == 1
        return 1 if after_letter and _follows(open_letters[-1], number) else 2

    def _close_to(self, one: Paragraph) -> None:
        """Words after a list belong to what they stand as far in as."""
        while self._stack[-1].level >= 0 and one.indent < self._stack[-1].indent - _SET_IN * max(
            one.size, 1.0
        ):
            self._stack.pop()


def _follows(letter: str, number: str) -> bool:
    """Whether a single letter is the next after another: ``i`` after ``h``."""
    return len(letter) == len(number) == 1 and ord(number) == ord(letter) + 1
