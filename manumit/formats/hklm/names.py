"""The element names of the Hong Kong Legislation Model, and what each is for us."""

import re

from lxml import etree

HKLM = "http://www.xml.gov.hk/schemas/hklm/1.0"
DC = "http://purl.org/dc/elements/1.1/"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# Elements that only hold others: units without text of their own.
STRUCTURE = {
    "title": "title",
    "chapter": "chp",
    "part": "part",
    "division": "div",
    "subdivision": "subdiv",
}
# Elements that are read as one.
READING = {
    "section": "sec",
    "article": "art",
    "regulation": "reg",
    "rule": "rule",
    "schedule": "sched",
    "appendix": "annex",
    "annex": "annex",
    "form": "form",
}
# A section of subsidiary legislation is cited as what its role says.
ROLES = {"regulation": "reg", "rule": "rule", "article": "art", "paragraph": "para"}

# Inside a unit of reading, these are provisions with an address of their own.
INNER = {
    "section": "para",
    "article": "art",
    "subsection": "subsec",
    "paragraph": "para",
    "subparagraph": "subpara",
    "clause": "cl",
    "item": "item",
    "form": "form",
    "regulation": "reg",
    "rule": "rule",
} | STRUCTURE

# Blocks without a number: what stands in them is addressed as if it stood around them.
UNNUMBERED = {
    "proviso": "proviso",
    "statutoryNote": "statutory-note",
    "editorialNote": "editorial-note",
    "note": "cross-references",
}
RUNS = frozenset({"content", "leadIn", "continued", "text", "p", "chapeau", "block"})
# What opens a law, each a paragraph of its own; the value is its class.
OPENING = {
    "longTitle": "long-title",
    "commencementNote": "commencement",
    "enactingFormula": "enacting-formula",
    "preamble": "preamble",
}
INLINE_TAGS = {
    "i": "em",
    "b": "strong",
    "sup": "sup",
    "sub": "sub",
    "em": "em",
    "strong": "strong",
}
# A generated table of contents says nothing that the units do not.
SKIPPED = frozenset({"toc", "meta"})
PICTURES = frozenset({"img", "image", "graphic", "math"})

# Keyed by the publisher's word for a provision's status.
STATUSES = {"pending": "not-in-force", "notyetinoperation": "not-in-force"}

_BARE_NUMBER = re.compile(r"\(?[0-9A-Za-z]{1,8}\)?\.?")


def local(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return etree.QName(element).localname


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child of that name."""
    return next((one for one in element if local(one) == name), None)


def number_of(element: etree._Element) -> str:
    """The number that goes into the eid.

    The printed one where it is nothing but a number, ``(ii)`` or ``26A.``; else, for
    ``Part 5`` and ``第5部``, the one the publisher gives beside it, which is not always the
    number in print.
    """
    number = child(element, "num")
    printed = text_of(number)
    if number is None or _BARE_NUMBER.fullmatch(printed):
        return printed
    return number.get("value") or printed


def text_of(element: etree._Element | None) -> str:
    """All text in the element on one line; empty for None."""
    if element is None:
        return ""
    return " ".join(
        str(etree.tostring(element, method="text", encoding="unicode", with_tail=False)).split()
    )
