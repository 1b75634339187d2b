"""Tables: rows and cells, without the widths and lines of the print."""

from lxml import etree

from manumit.formats.hklii.inline import inline
from manumit.formats.markup import escape, paragraph, tag
from manumit.formats.safe_html import name_of

_PARTS = frozenset({"tbody", "thead", "tfoot"})
_BLOCKS = frozenset({"p", "text", "div"})
_MOST_SPANNED = 100


def table(element: etree._Element) -> str:
    """The table as HTML; text that stands in no cell gets a row of its own."""
    return tag("table", "".join(_part(one) + _stray(one.tail) for one in element))


def _part(element: etree._Element) -> str:
    name = name_of(element)
    if name in _PARTS:
        rows = "".join(_row(one) + _stray(one.tail) for one in element)
        return tag("thead" if name == "thead" else "tbody", rows)
    if name == "tr":
        return tag("tbody", _row(element))
    return _stray(_content(element), escaped=True)


def _row(element: etree._Element) -> str:
    return tag("tr", "".join(_cell(one) for one in element))


def _cell(element: etree._Element) -> str:
    return tag(
        "th" if name_of(element) == "th" else "td",
        _content(element).strip(),
        colspan=_span(element.get("colspan")),
        rowspan=_span(element.get("rowspan")),
    )


def _stray(text: str | None, *, escaped: bool = False) -> str:
    words = (text or "").strip() if escaped else escape(text or "").strip()
    return tag("tbody", tag("tr", tag("td", words))) if words else ""


def _content(element: etree._Element) -> str:
    pieces = [escape(element.text or "")]
    for one in element:
        if name_of(one) == "table":
            pieces.append(table(one))
        elif name_of(one) in _BLOCKS:
            pieces.append(paragraph(_content(one)))
        elif name_of(one) == "center":
            pieces.append(_content(one))
        else:
            pieces.append(inline(one))
        pieces.append(escape(one.tail or ""))
    return "".join(pieces)


def _span(written: str | None) -> str:
    if written and written.isascii() and written.isdecimal():
        return str(int(written[:4])) if 1 < int(written[:4]) <= _MOST_SPANNED else ""
    return ""
