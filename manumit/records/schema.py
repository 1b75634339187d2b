"""The published JSON Schema of collection files."""

from typing import Any

from manumit.records.types import ANY_RECORD
from manumit.records.works import ALL_RELATION_KINDS


def json_schema() -> dict[str, Any]:
    """The schema of the front matter, as JSON Schema 2020-12, with relations as they are written."""
    schema = ANY_RECORD.json_schema(by_alias=True)
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A record of a Manumit collection (front matter)",
        **schema,
    }
    address = schema["$defs"]["Relation"]["properties"]["work"]
    schema["$defs"]["Relation"] = {
        "type": "object",
        "description": "One relation by its name, e.g. considers, with an optional day and note.",
        "properties": {
            **dict.fromkeys(sorted(ALL_RELATION_KINDS), address),
            "on": {"type": "string", "format": "date"},
            "note": {"type": "string"},
        },
        "additionalProperties": False,
    }
    return schema
