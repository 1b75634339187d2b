"""From the bytes of a file to the element of its document."""

import re
from html.entities import html5

from lxml import etree

from manumit.formats.akn.names import DOCUMENTS, NAMESPACES, local
from manumit.formats.safe_xml import parse_xml
from manumit.formats.types import UnreadableDocument

_DEEPEST = 100
# A named character outside CDATA: XML itself knows five of them, HTML 2,000.
_NAMED = re.compile(rb"<!\[CDATA\[.*?\]\]>|&([A-Za-z][A-Za-z0-9]{1,31});", re.DOTALL)
_OF_XML = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})


def document_in(data: bytes) -> etree._Element:
    """The document's element (``act``, ``judgment``), or a fragment's root.

    Raises UnreadableDocument.
    """
    root = parse_xml(_NAMED.sub(_character, data))
    if not (etree.QName(root).namespace or "").startswith(NAMESPACES):
        raise UnreadableDocument(f"not Akoma Ntoso: it begins with the element {local(root)[:40]}")
    _refuse_depth(root)
    if local(root).lower() != "akomantoso":
        return root
    found = next((one for one in root if local(one) in DOCUMENTS), None)
    if found is None:
        raise UnreadableDocument("the file holds no document")
    return found


def _character(found: re.Match[bytes]) -> bytes:
    """What HTML calls by a name as a number, which XML understands in every encoding."""
    name = found[1]
    if name is None or name in _OF_XML:
        return found[0]
    character = html5.get(f"{name.decode()};")
    return b"".join(b"&#%d;" % ord(one) for one in character) if character else found[0]


def _refuse_depth(root: etree._Element) -> None:
    """Deep nesting is no law but an attack on whoever follows it down."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise UnreadableDocument(f"elements are nested more than {_DEEPEST} deep")
