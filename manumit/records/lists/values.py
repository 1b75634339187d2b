"""From the cells of a row to the fields of a record."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, get_origin

from manumit.records.common import Record
from manumit.records.lists.mapping import Column, ListMapping
from manumit.records.organisations import OrganisationRecord
from manumit.records.publications import PublicationRecord
from manumit.records.types import InstrumentRecord, JudgmentRecord, LegislationRecord
from manumit.reference import slugify_segment

_MODELS: dict[str, type[Record]] = {
    "instrument": InstrumentRecord,
    "legislation": LegislationRecord,
    "judgment": JudgmentRecord,
    "publication": PublicationRecord,
    "organisation": OrganisationRecord,
}
_USUAL_SPLIT = ";"


class BadCell(ValueError):
    """A cell cannot become what its column is for; the message says why."""

    def __init__(self, heading: str, reason: str) -> None:
        super().__init__(reason)
        self.heading = heading


def key_of(cells: Mapping[str, str], mapping: ListMapping) -> str:
    """The key of a row: what stands in the braces, made fit for a key. Raises BadCell."""
    key = mapping.key
    for heading in mapping.key_columns:
        segment = slugify_segment(cells.get(heading, ""))
        if not segment:
            raise BadCell(heading, "gives no key: it has no letter or figure that a key can have")
        key = key.replace(f"{{{heading}}}", segment)
    return key


def values_of(cells: Mapping[str, str], mapping: ListMapping) -> tuple[dict[str, Any], str]:
    """The fields of a row's record, and its prose. Raises BadCell."""
    values: dict[str, Any] = {"kind": mapping.kind, "status": "draft", **_copied(mapping.defaults)}
    source = mapping.source.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    prose: list[str] = []
    for heading, columns in mapping.columns.items():
        cell = cells.get(heading, "")
        for column in columns if cell else ():
            first, _, rest = column.field.partition(".")
            if column.field == "body":
                prose.append(cell)
            elif first == "sources":
                source[rest] = _value(cell, column, heading, listed=False)
            elif first == "relations":
                values.setdefault("relations", []).extend(
                    {rest: key} for key in _parts(cell, column)
                )
            else:
                listed = column.split != "" or _is_list(mapping.kind, column.field)
                _put(values, column.field, _value(cell, column, heading, listed=listed), heading)
    values["sources"] = [source]
    return values, "\n\n".join(prose)


def _copied(defaults: Mapping[str, Any]) -> dict[str, Any]:
    """The defaults, so that what a row adds to them stays the row's."""
    return {
        name: dict(value)
        if isinstance(value, dict)
        else list(value)
        if isinstance(value, list)
        else value
        for name, value in defaults.items()
    }


def _value(cell: str, column: Column, heading: str, *, listed: bool) -> Any:
    if column.date:
        return _day(cell, column.date, heading)
    if listed:
        return _parts(cell, column)
    return {"true": True, "false": False}.get(cell.lower(), cell)


def _parts(cell: str, column: Column) -> list[str]:
    parts = (part.strip() for part in cell.split(column.split or _USUAL_SPLIT))
    return [part for part in parts if part]


def _day(cell: str, written: str, heading: str) -> str:
    """A day as the record writes it; one that a spreadsheet kept as a day is so already."""
    for form in (written, "%Y-%m-%d"):
        try:
            return datetime.strptime(cell, form).date().isoformat()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
    raise BadCell(heading, f"{cell[:40]!r} is no day written as {written}")


def _is_list(kind: str, field: str) -> bool:
    found = _MODELS[kind].model_fields.get(field)
    return found is not None and get_origin(found.annotation) is list


def _put(values: dict[str, Any], field: str, value: Any, heading: str) -> None:
    *above, last = field.split(".")
    inner = values
    for name in above:
        inner = inner.setdefault(name, {})
        if not isinstance(inner, dict):
            raise BadCell(heading, f"{field} cannot stand within a default that is no table")
    held = inner.get(last)
    if isinstance(held, list) and isinstance(value, list):
        inner[last] = [*held, *value]
    else:
        inner[last] = value
