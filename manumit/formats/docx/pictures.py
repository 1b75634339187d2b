"""Drawings in the text: the words that describe a picture, and the words drawn in it."""

from collections.abc import Iterator

from lxml import etree

from manumit.formats.docx.xml import W, local

_PICTURES = frozenset({"pic", "imagedata", "chart", "relIds", "OLEObject"})
_BOX = f"{W}txbxContent"
_DRAWN_WORDS = frozenset(
    f"{{{one}}}t"
    for one in (
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://purl.oclc.org/ooxml/drawingml/main",
    )
)


def boxes_in(drawing: etree._Element) -> Iterator[etree._Element]:
    """The text boxes, without those inside another."""
    for one in drawing:
        if one.tag == _BOX:
            yield one
        elif local(one) == "AlternateContent":
            choice = next(iter(one), None)
            if choice is not None:
                yield from boxes_in(choice)
        else:
            yield from boxes_in(one)


def drawn_words(drawing: etree._Element) -> str:
    """Words that stand in shapes without being a text box."""
    found = (one.text or "" for one in _own(drawing) if one.tag in _DRAWN_WORDS)
    return " ".join(found)


def is_picture(drawing: etree._Element) -> bool:
    """Whether it shows something that is no text."""
    return any(local(one) in _PICTURES for one in _own(drawing))


def description(drawing: etree._Element) -> str:
    """What its author, or Word, says can be seen on it; empty where nobody says anything."""
    for one in _own(drawing):
        words = one.get("descr") or one.get("alt")
        if words and words.strip():
            return " ".join(words.split())
    return ""


def _own(drawing: etree._Element) -> Iterator[etree._Element]:
    """The drawing's elements in order, without what stands in its text boxes."""
    for one in drawing:
        if one.tag != _BOX and local(one) != "Fallback":
            yield one
            yield from _own(one)
