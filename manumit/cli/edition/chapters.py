"""A work's page as a chapter of a book: what is to be read of it, as XHTML."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from lxml import etree, html

from manumit.cli.edition.addresses import Address, read

_Element = Any  # lxml's, which its stubs do not tell apart
XHTML = "http://www.w3.org/1999/xhtml"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_HOST = "https://book.invalid"
_OUTSIDE = frozenset({"http", "https", "mailto", "tel"})
# What is read; an element that is neither here nor left out gives way to what it holds.
_KEPT = frozenset(
    [
        "a",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "dd",
        "del",
        "div",
        "dl",
        "dt",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "ins",
        "li",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
    ]
)
_LEFT_OUT = frozenset(
    {"button", "form", "img", "input", "label", "nav", "script", "select", "style", "svg"}
)
_ATTRIBUTES = frozenset({"class", "colspan", "dir", "id", "lang", "rowspan", "scope", "start"})
_BESIDE = ("law", "applied", "relations")  # what of the margin belongs into a book

# Without a prefix; the stubs know prefixes only.
_ONLY_XHTML: Any = {None: XHTML}

Lead = Callable[[Address, str], str]
"""Where a link to an address of the site, and a place there, leads; empty where nowhere."""


def chapter_of(page: str, address: Address, lead: Lead) -> list[_Element]:
    """The parts of a work's page that are read, in the namespace of XHTML."""
    tree: _Element = html.document_fromstring(page)
    parts = tree.xpath("//article") + [
        _button(link) for link in tree.xpath("//aside//a[@class='button']")
    ]
    for name in _BESIDE:
        parts += tree.xpath("//aside/section[@aria-labelledby=$name]", name=name)
    parts += tree.xpath("//section[contains(@class, 'sources')]")
    return [made for part in parts for made in _Copy(address, lead).of(part)]


def ids_of(parts: list[_Element]) -> frozenset[str]:
    """Every place of a chapter that can be led to."""
    return frozenset(each.get("id") for part in parts for each in part.iter() if each.get("id"))


def _button(link: _Element) -> _Element:
    around = etree.Element("p")
    around.append(link)
    return around


class _Copy:
    """Copies elements, leaving out what a book has no use for."""

    def __init__(self, address: Address, lead: Lead) -> None:
        self._address = address
        self._lead = lead

    def of(self, element: _Element) -> Iterator[_Element]:
        """The element as XHTML: one, or none where it is left out."""
        if not isinstance(element.tag, str) or element.tag in _LEFT_OUT:
            return
        tag = element.tag if element.tag in _KEPT else "div"
        attributes = {name: value for name, value in element.attrib.items() if name in _ATTRIBUTES}
        if language := attributes.get("lang"):
            attributes[_XML_LANG] = language
        if tag == "a":
            href = self._href(element.get("href") or "")
            tag, attributes = ("a", attributes | {"href": href}) if href else ("span", attributes)
        made = etree.Element(f"{{{XHTML}}}{tag}", attributes, nsmap=_ONLY_XHTML)
        made.text = element.text
        self._fill(made, element)
        yield made

    def _fill(self, made: _Element, element: _Element) -> None:
        for child in element:
            for copied in self.of(child):
                made.append(copied)
            if child.tail and len(made):
                made[-1].tail = (made[-1].tail or "") + child.tail
            elif child.tail:
                made.text = (made.text or "") + child.tail

    def _href(self, href: str) -> str:
        whole = urljoin(_HOST + self._address.url, href)
        parts = urlsplit(whole)
        if parts.scheme not in _OUTSIDE:
            return ""
        if not whole.startswith(_HOST + "/"):
            return quote(whole, safe="%/:?#@!$&'()*+,;=~")
        return self._lead(read(whole), parts.fragment)
