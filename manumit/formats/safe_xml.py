"""Reading XML from strangers: no document type, no entity, no network, no bottomless tree."""

from lxml import etree

from manumit.formats.types import UnreadableDocument

_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")


def begins_as_xml(start: bytes) -> bool:
    """Whether the beginning of a file can be that of XML: text that only speaks of XML is none."""
    return start.lstrip(b"\xef\xbb\xbf\xfe\xff\0 \t\r\n").startswith(b"<")


def parse_xml(data: bytes) -> etree._Element:
    """The root of well-formed XML without comments and processing instructions.

    Raises UnreadableDocument for anything else, and for every document type declaration:
    none of the formats read here has one, and entities are how XML is made to attack.
    """
    _refuse_declarations(data)
    try:
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise UnreadableDocument(f"not well-formed XML ({_one_line(error)})") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableDocument("a document type declaration is not accepted")
    return root


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _refuse_declarations(data: bytes) -> None:
    # Without its zero bytes UTF-16 and UTF-32 spell the words as ASCII does.
    squeezed = data.replace(b"\0", b"") if b"\0" in data[:1024] else data
    if any(word in squeezed for word in _DECLARATIONS):
        raise UnreadableDocument("a document type or entity declaration is not accepted")


def _one_line(error: Exception) -> str:
    said = error.msg if isinstance(error, etree.XMLSyntaxError) else str(error)
    return " ".join((said or "").split())[:160]
