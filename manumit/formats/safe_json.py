"""Reading JSON from strangers: one value, or one clear line."""

import json
from typing import Any

from manumit.formats.text import decode_utf8
from manumit.formats.types import UnreadableDocument


def parse_json(data: bytes) -> Any:
    """The value. Raises UnreadableDocument for what is no JSON, or nested too deep to be read."""
    try:
        return json.loads(decode_utf8(data))
    except RecursionError as error:
        raise UnreadableDocument("its JSON is nested too deep to be a document") from error
    except ValueError as error:
        if isinstance(error, UnreadableDocument):
            raise
        raise UnreadableDocument(f"not JSON ({str(error)[:80]})") from error


def parse_object(data: bytes, what: str) -> dict[str, Any]:
    """The object that ``what`` (with its article) is written as. Raises UnreadableDocument."""
    value = parse_json(data)
    if not isinstance(value, dict):
        raise UnreadableDocument(f"not {what}: the JSON is no object")
    return value


def texts_of(value: Any) -> dict[str, str]:
    """The fields of an object that hold text; none for anything else."""
    if not isinstance(value, dict):
        return {}
    return {name: inner for name, inner in value.items() if isinstance(inner, str)}
