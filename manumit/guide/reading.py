"""Reading guides: YAML files, one a guide, an overlay or a translation, typed as they are read."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from manumit.guide.types import Guide, Overlay, Translated
from manumit.records import BadRecord, Problem, yaml_read

FOLDER = Path(__file__).parent / "guides"

_KINDS: dict[str, type[Guide | Overlay | Translated]] = {
    "guide": Guide,
    "overlay": Overlay,
    "translation": Translated,
}
_ANY: TypeAdapter[Guide | Overlay | Translated] = TypeAdapter(Guide | Overlay | Translated)


@dataclass(frozen=True, slots=True)
class GuideFile:
    """A guide, an overlay or a translation with its file and the line of each of its fields."""

    path: Path
    content: Guide | Overlay | Translated
    lines: dict[str, int]

    def problem(self, field: str, reason: str) -> Problem:
        """A fault of a dotted field of this file."""
        return Problem(self.path, _line(self.lines, field), field, reason)


def find_guides(paths: Iterable[Path]) -> list[Path]:
    """Every guide's file at or below the paths: YAML in a folder that is called ``guides``."""
    found = {
        file
        for path in paths
        for file in ([path] if path.is_file() else path.rglob("*.yaml"))
        if file.suffix == ".yaml" and file.absolute().parent.name == "guides"
    }
    return sorted(found)


def read_guide(path: Path) -> GuideFile:
    """Read one file. Raises BadRecord with every fault and its line."""
    try:
        value, lines = yaml_read(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, ValueError, LookupError) as error:
        reason = f"cannot be read as YAML: {str(error).splitlines()[0]}"
        raise BadRecord([Problem(path, 1, "", reason)]) from error
    kind = value.get("kind") if isinstance(value, dict) else None
    model = _KINDS.get(str(kind))
    if model is None:
        raise BadRecord([Problem(path, 1, "kind", "must be guide, overlay or translation")])
    try:
        return GuideFile(path, model.model_validate(value), lines)
    except ValidationError as error:
        raise BadRecord(_explain(path, error, lines)) from error


def json_schema() -> dict[str, object]:
    """The JSON Schema of guides, overlays and translations."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_ANY.json_schema()}


def _explain(path: Path, error: ValidationError, lines: dict[str, int]) -> list[Problem]:
    problems = []
    for fault in error.errors(include_url=False):
        field = ".".join(map(str, fault["loc"]))
        reason = fault["msg"].removeprefix("Value error, ")
        problems.append(Problem(path, _line(lines, field), field, reason[:1].lower() + reason[1:]))
    return sorted(problems)


def _line(lines: dict[str, int], field: str) -> int:
    """The line of a field, or of the nearest field above it."""
    while field and field not in lines:
        field = field.rpartition(".")[0]
    return lines.get(field, 1)
