"""One digest for one content, however its fields are ordered."""

import json
from hashlib import sha256
from typing import Any


def digest_of(content: Any) -> str:
    """The SHA-256, in hexadecimal, of what can be written as JSON; keys in any order are the same."""
    written = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return sha256(written.encode("ascii")).hexdigest()
