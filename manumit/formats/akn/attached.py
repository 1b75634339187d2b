"""What is attached to a document: its titles, and whether it is a schedule or an annex."""

import re
from dataclasses import dataclass

from lxml import etree

from manumit.formats.akn.names import DOCUMENTS, child, local, words
from manumit.formats.akn.numbers import read_number

_ANNEX = re.compile(r"annex|anhang|anlage|allegat|appendi|anexo|attachment", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:annex|anhang|anlage|allegat|appendi|anexo|schedule|form)\w{0,3}\b"
    r"|\w{4,8} (?:schedule|annex|appendix)\b",
    re.IGNORECASE,
)
_LONGEST_NUMBER = 60


@dataclass(frozen=True, slots=True)
class Titles:
    """The printed number (``Second Schedule``) and heading; ``elements`` is where they stand."""

    number: str
    heading: str
    elements: tuple[etree._Element, ...]


def titles_of(element: etree._Element) -> Titles:
    """The titles of an attachment or component."""
    own = [one for one in element if local(one) in ("heading", "subheading")]
    if not own:
        return _from_preface(element)
    first, *rest = (words(one) for one in own[:2])
    if _is_number(first):
        return Titles(first, "".join(rest), tuple(own[:2]))
    return Titles("", first, tuple(own[:1]))


def is_annex(element: etree._Element, titles: Titles) -> bool:
    """Whether it calls itself an annex or appendix; else it is a schedule."""
    document = child(element, *DOCUMENTS)
    name = "" if document is None else document.get("name") or ""
    return bool(_ANNEX.match(titles.number or titles.heading or name))


def _from_preface(element: etree._Element) -> Titles:
    document = child(element, *DOCUMENTS)
    preface = None if document is None else child(document, "preface")
    printed = words(preface)
    if preface is None or not _is_number(printed):
        return Titles("", "", ())
    return Titles(printed, "", (preface,))


def _is_number(printed: str) -> bool:
    if len(printed) > _LONGEST_NUMBER:
        return False
    return bool(read_number(printed) or _NUMBERED.match(printed))
