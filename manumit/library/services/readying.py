"""What can be done with a document before anything is stored, in any process."""

import json
from dataclasses import asdict
from hashlib import sha256

from manumit.base.markup import plain_text, sanitise
from manumit.formats import ParsedDocument
from manumit.library.types import ReadyText


def make_ready(document: ParsedDocument) -> ReadyText:
    """The document's words made harmless and made plain, and its digest."""
    clean = [sanitise(unit.html) for unit in document.units]
    return ReadyText(_digest(document), tuple((html, plain_text(html)) for html in clean))


def _digest(document: ParsedDocument) -> str:
    content = json.dumps(asdict(document), sort_keys=True, default=str, ensure_ascii=False)
    return sha256(content.encode()).hexdigest()
