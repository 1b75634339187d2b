"""Tables: rows and cells, without the widths and alignments of the print."""

from lxml import etree

from manumit.formats.hklm.inline import inline
from manumit.formats.hklm.names import RUNS, local
from manumit.formats.markup import escape, paragraph, tag

_ROWS = frozenset({"tbody", "thead", "tfoot"})
_MOST_SPANNED = 100


def table(element: etree._Element) -> str:
    """The table as HTML."""
    return tag("table", "".join(_part(one) for one in element))


def _part(element: etree._Element) -> str:
    name = local(element)
    if name in _ROWS:
        rows = "".join(_row(one) for one in element)
        return tag("thead" if name == "thead" else "tbody", rows)
    if name == "tr":
        return tag("tbody", _row(element))
    text = _content(element).strip()
    return tag("tbody", tag("tr", tag("td", text))) if text else ""


def _row(element: etree._Element) -> str:
    return tag("tr", "".join(_cell(one) for one in element))


def _cell(element: etree._Element) -> str:
    name = "th" if local(element) == "th" else "td"
    return tag(
        name,
        _content(element).strip(),
        colspan=_span(element.get("colspan")),
        rowspan=_span(element.get("rowspan")),
    )


def _content(element: etree._Element) -> str:
    pieces = [escape(element.text or "")]
    for one in element:
        if local(one) == "table":
            pieces.append(table(one))
        elif local(one) in RUNS:
            pieces.append(paragraph(_content(one)))
        else:
            pieces.append(inline(one))
        pieces.append(escape(one.tail or ""))
    return "".join(pieces)


def _span(written: str | None) -> str:
    if written and written.isdecimal() and 1 < int(written[:4]) <= _MOST_SPANNED:
        return str(int(written))
    return ""
