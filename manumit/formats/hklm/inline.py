"""Running text of the Hong Kong Legislation Model as HTML."""

from lxml import etree

from manumit.formats.hklm.names import INLINE_TAGS, XML_LANG, local
from manumit.formats.markup import escape, tag

_FOREIGN = {"zh-Hant-HK": "zh-Hant"}


def inline(element: etree._Element) -> str:
    """The element and all in it as running text; what follows it is not included."""
    name = local(element)
    if name in {"marker", "br"}:
        return " " if name == "marker" else "<br>"
    content = inside(element)
    if name == "term":
        language = element.get(XML_LANG) or ""
        return tag("dfn", content, lang=_FOREIGN.get(language, language))
    if name == "sourceNote":
        return tag("span", content, class_="source-note")
    if name == "fillIn":
        return tag("span", content, class_="fill-in")
    return tag(INLINE_TAGS[name], content) if name in INLINE_TAGS else content


def inside(element: etree._Element) -> str:
    """Everything within the element as running text."""
    pieces = [escape(element.text or "")]
    for one in element:
        pieces.append(inline(one))
        pieces.append(escape(one.tail or ""))
    return "".join(pieces)
