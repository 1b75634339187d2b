"""A wording as it stands on a page: footnotes lead there and back, a wide table scrolls in a box."""

from typing import Any

from django.utils.translation import gettext
from lxml import etree, html

from manumit.base.markup import parsed
from manumit.web.citation_links import linked

_Element = Any  # lxml's, which its stubs do not tell apart
_MARKS = ".//sup[@class='note-mark']"
_NOTES = ".//div[@class='footnote']"


def shown(wording: Any, eid: str = "") -> str:
    """The wording's HTML with its citations linked; with ``eid``, only the part of that address.

    A part brings the footnotes it refers to, which stand below the whole. Empty where the wording
    has no such part.
    """
    markup = linked(wording)
    whole = eid in ("", wording.passage.eid)
    if whole and "note-mark" not in markup and "<table" not in markup:
        return markup
    root = parsed(markup)
    _lead_to_notes(root, f"note-{wording.pk}")
    _box_tables(root)
    return _inside(root) if whole else _part(root, eid)


def _lead_to_notes(root: _Element, prefix: str) -> None:
    """A link at each mark to the note below it, and one back; a mark without a note stays as it is."""
    marks = root.xpath(_MARKS)
    for number, note in enumerate(root.xpath(_NOTES), start=1):
        printed = note.find(".//span[@class='num']")
        found = [mark for mark in marks if printed is not None and _same(mark, printed)]
        if not found:
            continue
        marks.remove(found[0])
        note.set("id", f"{prefix}-{number}")
        _link_mark(found[0], f"{prefix}-{number}")
        _link_back(note, f"{prefix}-{number}-from")


def _same(mark: _Element, printed: _Element) -> bool:
    return bool(mark.text_content().strip() == printed.text_content().strip())


def _link_mark(mark: _Element, note: str) -> None:
    words = mark.text_content()
    label = gettext("Footnote %(mark)s") % {"mark": words}
    link = _made("a", words, {"href": f"#{note}", "id": f"{note}-from", "aria-label": label})
    for child in list(mark):
        mark.remove(child)
    mark.text = None
    mark.append(link)


def _link_back(note: _Element, mark: str) -> None:
    label = gettext("Back to the text")
    link = _made("a", "↩", {"href": f"#{mark}", "class": "back", "aria-label": label})
    last = note[-1] if len(note) and note[-1].tag == "p" else note
    if len(last):
        last[-1].tail = f"{last[-1].tail or ''} "
    else:
        last.text = f"{last.text or ''} "
    last.append(link)


def _box_tables(root: _Element) -> None:
    for table in root.xpath(".//table[not(ancestor::table)]"):
        named = {"role": "group", "aria-label": gettext("Table")}
        box = _made("div", "", {"class": "scroll", "tabindex": "0", **named})
        box.tail, table.tail = table.tail, None
        table.getparent().replace(table, box)
        box.append(table)


def _part(root: _Element, eid: str) -> str:
    """The element of that address, and below it the notes it refers to that stand elsewhere."""
    found = root.xpath("//*[@id=$eid]", eid=eid)
    if not found:
        return ""
    part = found[0]
    wanted = set(part.xpath(f"{_MARKS}/a/@href"))
    beside = [note for note in root.xpath(_NOTES) if f"#{note.get('id')}" in wanted]
    missing = [note for note in beside if part not in note.iterancestors()]
    if not missing:
        return _written(part)
    below = _made("div", "", {"class": "footnotes"})
    below.extend(missing)
    return _written(part) + _written(below)


def _made(tag: str, words: str, attributes: dict[str, str]) -> _Element:
    element = etree.Element(tag, attributes)
    element.text = words
    return element


def _inside(root: _Element) -> str:
    return _written(root).removeprefix("<div>").removesuffix("</div>")


def _written(element: _Element) -> str:
    return str(html.tostring(element, encoding="unicode", with_tail=False))
