"""Tables: rows and cells, without the widths and colours of the print."""

from collections.abc import Callable
from itertools import groupby

from lxml import etree

from manumit.formats.akn.names import local
from manumit.formats.markup import escape, paragraph, tag

_GROUPS = frozenset({"tbody", "thead", "tfoot"})
_WIDTHS = frozenset({"colgroup", "col"})
_MOST_SPANNED = 100


def table(element: etree._Element, write: Callable[[etree._Element], str]) -> str:
    """The table as HTML, its caption before it; ``write`` writes all there is in a cell."""
    captions = "".join(
        tag("div", write(one), class_="caption") for one in element if local(one) == "caption"
    )
    grouped = groupby((one for one in element if _has_rows(one)), key=_group)
    parts = [
        tag(group, "".join(_row(row, write) for one in members for row in _rows(one)))
        for group, members in grouped
    ]
    return captions + tag("table", "".join(parts)) + paragraph(_strays(element))


def _has_rows(element: etree._Element) -> bool:
    return local(element) not in _WIDTHS and local(element) != "caption"


def _group(element: etree._Element) -> str:
    return "thead" if local(element) == "thead" else "tbody"


def _rows(element: etree._Element) -> list[etree._Element]:
    return list(element) if local(element) in _GROUPS else [element]


def _row(element: etree._Element, write: Callable[[etree._Element], str]) -> str:
    if local(element) != "tr":
        return tag("tr", tag("td", write(element)))
    return tag("tr", "".join(_cell(one, write) for one in element))


def _cell(element: etree._Element, write: Callable[[etree._Element], str]) -> str:
    return tag(
        "th" if local(element) == "th" else "td",
        write(element),
        colspan=_span(element.get("colspan")),
        rowspan=_span(element.get("rowspan")),
    )


def _span(written: str | None) -> str:
    if written and written.isdecimal() and 1 < int(written[:4]) <= _MOST_SPANNED:
        return str(int(written[:4]))
    return ""


def _strays(element: etree._Element) -> str:
    """Words that stand in no cell, where they should not be."""
    pieces = [element.text or ""]
    for one in element:
        if local(one) in _GROUPS or local(one) == "tr":
            pieces.append(_strays(one))
        pieces.append(one.tail or "")
    return escape(" ".join(" ".join(pieces).split()))
