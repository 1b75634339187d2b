"""One address for a paragraph in every language: a translation's list held against the original's."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from manumit.formats.eids import EidMaker
from manumit.formats.markup import escape, numbered, paragraph, tag
from manumit.formats.treaty.chinese import OWN_NUMBERS, Paragraph
from manumit.formats.treaty.paragraphs import CLASSES, Item

_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii")


@dataclass
class Node:
    """A paragraph of the translation with what stands below it."""

    one: Paragraph
    eid: str = ""
    blocks: list["str | Node"] = field(default_factory=list)

    @property
    def below(self) -> list["Node"]:
        """The marked paragraphs directly below it."""
        return [block for block in self.blocks if isinstance(block, Node)]

    def html(self) -> str:
        """What stands in it, as HTML."""
        return "".join(one if isinstance(one, str) else one.wrapped() for one in self.blocks)

    def wrapped(self) -> str:
        """The paragraph within an element that has its address, if it has one."""
        kind = self.eid.rpartition("__")[2].partition("_")[0]
        return tag("div", self.html(), id=self.eid, class_=CLASSES.get(kind, "item"))


def translated_html(
    paragraphs: Sequence[Paragraph], original: Item, eids: EidMaker
) -> tuple[str, int]:
    """The translation's HTML, and how many of its marked paragraphs have no address.

    Where a list is as long as the original's, its paragraphs have the original's addresses. Else
    they have their own where they count by figures and letters, as the original does, and none
    where they count by signs of their own.
    """
    root = _tree(paragraphs)
    root.eid = original.eid
    unnamed = _name(root, original, eids)
    return root.html(), unnamed


def _tree(paragraphs: Sequence[Paragraph]) -> Node:
    stack = [Node(Paragraph("", "", 0, ""))]
    for one in paragraphs:
        if not one.style:
            stack[-1].blocks.append(paragraph(escape(one.text)))
            continue
        styles = [node.one.style for node in stack]
        if one.style in styles:
            del stack[styles.index(one.style) :]
        node = Node(one)
        node.blocks.append(paragraph(numbered(one.mark, escape(one.text))))
        stack[-1].blocks.append(node)
        stack.append(node)
    return stack[0]


def _name(node: Node, original: Item | None, eids: EidMaker) -> int:
    """Give addresses to all below a node; returns how many got none."""
    theirs = original.items_below() if original else []
    same = len(theirs) == len(node.below)
    unnamed = 0
    for at, child in enumerate(node.below):
        twin = theirs[at] if same else None
        if twin:
            child.eid = twin.eid
        elif node.eid and not theirs and child.one.style in OWN_NUMBERS:
            step = "para" if "__" not in node.eid else "subpara"
            child.eid = eids.make(node.eid, step, _number(child.one))
        unnamed += not child.eid
        unnamed += _name(child, twin, eids)
    return unnamed


def _number(one: Paragraph) -> str:
    if one.style == "letter":
        return chr(ord("a") + one.place - 1)
    if one.style == "numeral":
        return _NUMERALS[one.place - 1] if one.place <= len(_NUMERALS) else ""
    return str(one.place)
