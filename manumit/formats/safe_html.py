"""Reading HTML from strangers: whatever it is, a tree; nothing fetched, nothing run, nothing cut."""

from lxml import etree

from manumit.formats.types import UnreadableDocument

_TOO_DEEP = etree.ErrorTypes.ERR_RESOURCE_LIMIT
# What a reader of the page never sees.
UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "title", "meta", "link"})


def parse_html(text: str, *, deep: bool = False) -> etree._Element:
    """The root of a page or of a piece of one, without comments and processing instructions.

    Elements may be 256 deep, 2,048 where ``deep`` is set: old pages never close theirs. Raises
    UnreadableDocument where they are deeper, and where there is no element at all: a tree that
    lacks what stood below would be silent about it.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=deep, no_network=True, remove_comments=True, remove_pis=True
    )
    data = text.encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser) if data.strip() else None
    except etree.LxmlError as error:
        raise UnreadableDocument("not HTML") from error
    if any(entry.type == _TOO_DEEP for entry in parser.error_log):
        raise UnreadableDocument("its elements are nested too deep to be a document")
    if root is None:
        raise UnreadableDocument("the page is empty")
    return root


def name_of(element: etree._Element) -> str:
    """The element's name in lower case; empty for what is no element."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def classes_of(element: etree._Element) -> frozenset[str]:
    """The element's classes."""
    return frozenset((element.get("class") or "").split())
