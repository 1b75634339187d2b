"""Running text of HKLII's pages as HTML of ours."""

from lxml import etree

from manumit.formats.markup import escape, plain, tag
from manumit.formats.safe_html import name_of

_TAGS = {"i": "em", "em": "em", "b": "strong", "strong": "strong", "sup": "sup", "sub": "sub"}
_LANGUAGES = {"zh-hant-hk": "zh-Hant", "zh-hant": "zh-Hant", "zh-hans": "zh-Hans", "en": "en"}
_NO_TEXT = frozenset({"marker", "col"})


def inline(element: etree._Element) -> str:
    """The element and all in it as running text; what follows it is not included."""
    name = name_of(element)
    if name in _NO_TEXT:
        return ""
    if name == "br":
        return "<br>"
    content = inside(element)
    words = content.lstrip()
    # A space belongs between the words and not into what marks them.
    return content[: len(content) - len(words)] + _marked(element, name, words)


def _marked(element: etree._Element, name: str, words: str) -> str:
    if name == "term":
        language = (element.get("xml:lang") or "").lower()
        return tag("dfn", words, lang=_LANGUAGES.get(language, ""))
    if name == "sourcenote":
        return tag("span", words, class_="source-note")
    return tag(_TAGS[name], words) if name in _TAGS and words else words


def inside(element: etree._Element) -> str:
    """Everything within the element as running text."""
    pieces = [escape(element.text or "")]
    for one in element:
        pieces.append(inline(one))
        pieces.append(escape(one.tail or ""))
    return "".join(pieces)


def text_of(element: etree._Element) -> str:
    """All text in the element on one line."""
    return plain("".join(map(str, element.itertext())))
