"""One collection file: Markdown with YAML front matter, read and written.

A file is three parts: ``---``, the front matter and ``---``; then the body, the record's
prose in Markdown. Its key is its path below the collection's root, without ``.md``.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from manumit.records import yamltext
from manumit.records.problems import BadRecord, Problem
from manumit.records.types import ANY_RECORD, KINDS, AnyRecord
from manumit.records.works import ALL_RELATION_KINDS
from manumit.reference import BadKey, parse_key

MAX_BYTES = 2_000_000
_FENCE = "---"
_KINDS = "instrument, legislation, judgment, publication, organisation or page"


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A record with its key, its prose, and the line of each of its fields."""

    key: str
    record: AnyRecord
    body: str
    path: Path
    lines: dict[str, int]

    def line_of(self, field: str) -> int:
        """The line of a dotted field, or of the nearest field above it."""
        while field and field not in self.lines:
            field = field.rpartition(".")[0]
        return self.lines.get(field, 1)


def read_file(path: Path, key: str) -> RecordFile:
    """Read one file. Raises BadRecord with every problem found in it."""
    text = _text_of(path)
    front, body = _split(path, text)
    try:
        parse_key(key)
    except BadKey as error:
        raise BadRecord([Problem(path, 1, "", f"its path gives a bad key: {error}")]) from error
    try:
        value, lines = yamltext.read(front)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        reason = f"the front matter is not YAML: {error.problem or 'cannot be read'}"
        raise BadRecord([Problem(path, line, "", reason)]) from error
    except (yaml.YAMLError, ValueError, LookupError) as error:
        reason = f"the front matter cannot be read: {str(error).splitlines()[0]}"
        raise BadRecord([Problem(path, 1, "", reason)]) from error
    # The fence is line 1, so the front matter's first line is line 2 of the file.
    lines = {field: line + 1 for field, line in lines.items()}
    return RecordFile(key, record_from(path, value, lines), body, path, lines)


def write_text(record: AnyRecord, body: str) -> str:
    """The canonical text of a record: what ``export`` writes and a round trip gives back."""
    front = yamltext.write(_plain(record))
    prose = body.replace("\r\n", "\n").strip("\n")  # browsers send lines so
    return f"{_FENCE}\n{front}{_FENCE}\n" + (f"\n{prose}\n" if prose else "")


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _fault(
                path, f"is larger than {MAX_BYTES // 1_000_000} MB: no record is that long"
            )
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise _fault(path, f"is not UTF-8 text (byte {error.start}): save it as UTF-8") from error
    except OSError as error:
        raise _fault(path, f"cannot be read: {error.strerror}") from error
    if "\0" in text:
        raise _fault(path, "holds a NUL character: no text has one")
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _split(path: Path, text: str) -> tuple[str, str]:
    if not text.strip():
        raise _fault(path, "is empty")
    if not text.startswith(_FENCE + "\n"):
        raise _fault(path, "does not begin with front matter: its first line must be ---")
    front, fence, body = text[len(_FENCE) + 1 :].partition(f"\n{_FENCE}\n")
    if not fence:
        front, fence, body = text[len(_FENCE) + 1 :].rstrip("\n").partition(f"\n{_FENCE}")
        if not fence or body.strip():
            raise _fault(path, "the front matter has no closing line of ---")
    return front + "\n", body.strip("\n")


def _fault(path: Path, reason: str) -> BadRecord:
    return BadRecord([Problem(path, 1, "", reason)])


def record_from(path: Path, value: Any, lines: dict[str, int]) -> AnyRecord:
    """The record that plain values make. Raises BadRecord with every fault and its line."""
    if not isinstance(value, dict):
        raise _fault(path, "the front matter is not a list of fields")
    try:
        return ANY_RECORD.validate_python(value)
    except ValidationError as error:
        raise BadRecord(_explain(path, error, lines)) from error


def _explain(path: Path, error: ValidationError, lines: dict[str, int]) -> list[Problem]:
    problems = []
    for fault in error.errors():
        steps = [str(step) for step in fault["loc"]]
        steps = steps[1:] if steps and steps[0] in KINDS else steps
        # pydantic names the branch of a union or a key's own check; readers want the field
        field = ".".join(step for step in steps if step != "[key]")
        near = field
        while near and near not in lines:
            near = near.rpartition(".")[0]
        problems.append(Problem(path, lines.get(near, 2), field, _reason(fault)))
    return sorted(set(problems))


def _reason(fault: Any) -> str:
    kind, given = fault["type"], fault.get("input")
    shown = "" if isinstance(given, dict | list) else f" (it says {str(given)[:60]!r})"
    match kind:
        case "missing":
            return "is missing"
        case "extra_forbidden":
            return "is no field of this record"
        case "union_tag_not_found":
            return f"the field kind is missing: {_KINDS}"
        case "union_tag_invalid":
            return f"kind must be {_KINDS}"
        case "value_error":
            return str(fault["ctx"]["error"])
        case _:
            message = str(fault["msg"])
            return message[:1].lower() + message[1:] + shown


def _plain(record: AnyRecord) -> dict[str, Any]:
    """The record as plain values in field order, kind first, defaults left out."""
    values = record.model_dump(mode="json", exclude_defaults=True, by_alias=True)
    relations = [_short_relation(item) for item in values.pop("relations", [])]
    ordered: dict[str, Any] = {"kind": record.kind}
    for name in type(record).model_fields:
        if name == "relations" and relations:
            ordered[name] = relations
        elif name in values:
            ordered[name] = values[name]
    # What everything else rests on stands last, where an editor looks for it.
    for name in ("confidence", "sources"):
        if name in ordered:
            ordered[name] = ordered.pop(name)
    return ordered


def _short_relation(values: dict[str, Any]) -> dict[str, Any]:
    kind = values.pop("kind")
    assert kind in ALL_RELATION_KINDS
    return {kind: values.pop("work"), **values}
