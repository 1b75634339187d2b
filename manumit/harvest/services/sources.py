"""Sources written down in a file, set down as rows."""

from pathlib import Path
from typing import Any

import yaml
from django.core.exceptions import ValidationError
from django.db import transaction

from manumit.harvest.errors import BadSource
from manumit.harvest.models import Source
from manumit.library.types import Outcome
from manumit.records import yaml_read

_FIELDS = {
    "name", "title", "kind", "address", "settings", "trust", "every_hours", "enabled", "permission",
}  # fmt: skip
_MOST_BYTES = 1_000_000


@transaction.atomic
def add_sources(*, file: Path) -> dict[str, Outcome]:
    """Make the sources say what the file says, all of them or none; what became of each, by name.

    The file is YAML: a list of tables with the fields of a Source. Adding it again changes nothing.
    Raises BadSource.
    """
    return {name: _set_down(file, name, values) for name, values in _read(file).items()}


def _read(file: Path) -> dict[str, dict[str, Any]]:
    try:
        text = file.read_bytes()[:_MOST_BYTES].decode("utf-8")
        rows, _ = yaml_read(text)
    except UnicodeDecodeError as error:
        raise BadSource(f"{file}: is not UTF-8 text") from error
    except (yaml.YAMLError, ValueError) as error:
        raise BadSource(f"{file}: is not YAML: {str(error).splitlines()[0]}") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadSource(f"{file}: write a list of sources, each with name, title, kind and address")
    named = {str(row.get("name", "")): row for row in rows}
    if len(named) < len(rows):
        raise BadSource(f"{file}: two sources have one name")
    return named


def _set_down(file: Path, name: str, values: dict[str, Any]) -> Outcome:
    if unknown := set(values) - _FIELDS:
        raise BadSource(f"{file}: {name}: {', '.join(sorted(unknown))} is no field of a source")
    held = Source.objects.filter(name=name).first()
    source = held or Source()
    before = {field: getattr(source, field) for field in _FIELDS}
    for field, value in values.items():
        setattr(source, field, _as_kept(field, value))
    try:
        source.full_clean()
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        raise BadSource(f"{file}: {name}: {field}: {messages[0]}") from error
    if held and before == {field: getattr(source, field) for field in _FIELDS}:
        return Outcome.UNCHANGED
    if held and (before["address"], before["settings"]) != (source.address, source.settings):
        source.state = {}  # what was remembered is of another place
    source.save()
    return Outcome.CHANGED if held else Outcome.MADE


def _as_kept(field: str, value: Any) -> Any:
    """YAML is read as text here (``yes`` stays ``yes``); two fields are of other types."""
    if field == "enabled":
        return str(value).lower() in ("true", "yes", "on", "1")
    if field == "every_hours":
        return int(value) if str(value).isdigit() else value
    return value
