"""Small answers in XML, read without entities, network or namespaces."""

from collections.abc import Iterator

from lxml import etree

from manumit.formats import UnreadableDocument

_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")


def parse(data: bytes) -> etree._Element:
    """The root. Raises UnreadableDocument for what is not well-formed or declares entities."""
    squeezed = data.replace(b"\0", b"") if b"\0" in data[:1024] else data
    if any(word in squeezed for word in _DECLARATIONS):
        raise UnreadableDocument("XML with a document type, which is not accepted")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        reason = " ".join(str(error).split())[:160]
        raise UnreadableDocument(f"not well-formed XML ({reason})") from error


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The child elements with one of these local names."""
    for child in element.iterchildren(etree.Element):
        if etree.QName(child).localname in names:
            yield child


def text_of(element: etree._Element) -> str:
    """The element's own text, white space folded."""
    return " ".join((element.text or "").split())
