"""The text of an article: numbered paragraphs, each with its eid, as nested HTML."""

import re
from dataclasses import dataclass, field

from manumit.formats.eids import EidMaker
from manumit.formats.markup import numbered, paragraph, tag
from manumit.formats.treaty.lines import as_html
from manumit.formats.treaty.markers import Marked, join_bare_marks, read_marker

# Where the source lost a line break between two sentences: ``flags.The High ...``.
_LOST_BREAK = re.compile(
    r"(?<=[a-z0-9)”][.;:,])(?=[A-Z“])|(?<=[.;:,]\ue003)(?=[A-Z“])|(?<=[ ,]and)(?=[A-Z][a-z])"
)
CLASSES = {"para": "paragraph", "subpara": "subparagraph", "item": "item"}


@dataclass
class Item:
    """One paragraph of an article with what stands below it; the article itself has no style."""

    eid: str
    style: str = ""
    number: str = ""
    blocks: list["str | Item"] = field(default_factory=list)
    items: int = 0

    def items_below(self) -> list["Item"]:
        """The marked paragraphs directly below it."""
        return [block for block in self.blocks if isinstance(block, Item)]

    def html(self) -> str:
        """The blocks of the item as HTML."""
        return "".join(one if isinstance(one, str) else one.wrapped() for one in self.blocks)

    def wrapped(self) -> str:
        """The item within an element that has its eid."""
        kind = self.eid.rpartition("__")[2].partition("_")[0]
        return tag("div", self.html(), id=self.eid, class_=CLASSES[kind])


def article_html(lines: list[str], eid: str, eids: EidMaker) -> str:
    """The lines of an article as HTML with an ``id`` on every marked paragraph."""
    return article_tree(lines, eid, eids).html()


def article_tree(lines: list[str], eid: str, eids: EidMaker) -> Item:
    """The lines of an article as its paragraphs, each with its address."""
    stack = [Item(eid)]
    lines = join_bare_marks(lines)
    for at, line in enumerate(lines):
        marked = read_marker(line, _last_letter(stack))
        if marked:
            _open(stack, marked, eids)
        else:
            _continue(stack, lines, at)
    return stack[0]


def running_html(lines: list[str]) -> str:
    """Lines without numbering as paragraphs."""
    return "".join(_paragraphs(line) for line in lines)


def _open(stack: list[Item], marked: Marked, eids: EidMaker) -> None:
    styles = [item.style for item in stack]
    if marked.style in styles:
        del stack[styles.index(marked.style) :]
    above = stack[-1]
    step = "item" if marked.style == "dash" else "para" if len(stack) == 1 else "subpara"
    above.items += 1
    number = marked.number or str(above.items)
    item = Item(eids.make(above.eid, step, number), marked.style, marked.number)
    item.blocks.append(_paragraphs(marked.text, marked.mark))
    above.blocks.append(item)
    stack.append(item)


def _continue(stack: list[Item], lines: list[str], at: int) -> None:
    """Unmarked text after a list: in its last item if the list goes on, else after the list."""
    html = _paragraphs(lines[at])
    inner = stack[-1]
    if not inner.style:
        inner.blocks.append(html)
        return
    goes_on = inner.style == "decimal" or _next_is_sibling(inner, lines, at)
    if not goes_on:
        stack.pop()
    stack[-1].blocks.append(html.replace("<p>", _CONTINUED))


_CONTINUED = '<p class="continued">'


def _next_is_sibling(item: Item, lines: list[str], at: int) -> bool:
    letter = item.number if item.style == "letter" else ""
    marks = (read_marker(lines[later], letter) for later in range(at + 1, len(lines)))
    coming = next((one for one in marks if one), None)
    return (
        coming is not None and coming.style == item.style and coming.number not in ("1", "a", "i")
    )


def _last_letter(stack: list[Item]) -> str:
    return next((item.number for item in reversed(stack) if item.style == "letter"), "")


def _paragraphs(line: str, mark: str = "") -> str:
    pieces = _LOST_BREAK.sub("\n", line).split("\n")
    first, *others = [as_html(piece) for piece in pieces]
    return paragraph(numbered(mark, first)) + "".join(paragraph(one) for one in others)
