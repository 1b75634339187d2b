"""Forms for structured facts, made from the types of the records themselves.

What a record's field may hold is said once, by its type in ``manumit.records``. From that type come
the boxes an editor fills in, and what was filled in is checked by the same type. So a field added to
a record has its form, and no form can keep what a file could not.
"""

from collections.abc import Mapping
from datetime import date
from functools import partial
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import MaxLen
from pydantic import BaseModel
from wagtail import blocks

from manumit.editorial.wording import (
    FOLDED,
    HELP,
    LABELS,
    SEVERAL,
    called,
    choices_for,
    told_code,
)

_LONG = frozenset(
    [
        "gist", "note", "step", "result", "cite", "awarded", "basis_note", "Question.asks",
        "Question.why",
    ]
)  # fmt: skip


def bare(annotation: Any) -> Any:
    """A type without what is only said about it, and without None."""
    if get_origin(annotation) is Annotated:
        return bare(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        kept = [bare(one) for one in get_args(annotation) if one is not type(None)]
        return next((one for one in kept if is_part(one)), kept[-1])
    return annotation


def is_part(annotation: Any) -> bool:
    """Whether the type is a structure of named fields."""
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def is_line_of_codes(annotation: Any, depth: int) -> bool:
    """Whether a list is short enough to be written in one line, with commas between."""
    inner = bare(get_args(annotation)[0])
    return depth > 0 and inner is str


def is_choice_of_codes(annotation: Any, name: str) -> bool:
    """Whether a list holds codes that are all known."""
    if get_origin(annotation) is not list:
        return False
    return bool(choices_for(name)) or get_origin(bare(get_args(annotation)[0])) is Literal


def block_for(annotation: Any, name: str = "", depth: int = 0) -> blocks.Block:
    """The boxes for a value of this type, under the name that the record gives it.

    Nothing is required by the boxes: the type itself says what is missing, and where.
    """
    said = {"label": LABELS.get(name, name.replace("_", " ")), "help_text": HELP.get(name, "")}
    shape, more = bare(annotation), {**said, "required": False}
    if is_part(shape):
        fields = _fields(shape, depth + 1)
        return blocks.StructBlock(fields, **said, label_format=FOLDED.get(name))
    origin = get_origin(shape)
    if origin is dict:
        return blocks.ListBlock(_pair(shape, name), default=[], **said)
    if is_choice_of_codes(shape, name):
        several = blocks.MultipleChoiceBlock(choices=partial(_codes, shape, name), **more)
        return _named(several, said["label"])
    if origin is list and is_line_of_codes(shape, depth):
        return blocks.CharBlock(**{**more, "help_text": said["help_text"] or "Several: a, b, c."})
    if origin is list:
        item = _named(block_for(get_args(shape)[0], name, depth), said["label"])
        return blocks.ListBlock(item, default=[], **said, collapsed=name in FOLDED)
    return _single(shape, annotation, name, more)


def _codes(shape: Any, name: str) -> list[tuple[str, str]]:
    return choices_for(name) or [
        (code, told_code(code)) for code in get_args(bare(get_args(shape)[0]))
    ]


def _named(item: blocks.Block, label: str) -> blocks.Block:
    """A box that Wagtail shows beside its name, with its name for those who hear the page."""
    if isinstance(item, blocks.FieldBlock):
        item.field.widget.attrs["aria-label"] = label
    return item


def _single(shape: Any, annotation: Any, name: str, more: dict[str, Any]) -> blocks.Block:
    if get_origin(shape) is Literal:
        words = [(code, told_code(code)) for code in get_args(shape)]
        return blocks.ChoiceBlock(choices=words, **more)
    if shape is bool:
        return blocks.BooleanBlock(**more)
    if shape is int:
        return blocks.IntegerBlock(**more)
    if shape is date:
        return blocks.DateBlock(**more)
    if choices_for(name):
        return blocks.ChoiceBlock(choices=partial(choices_for, name), **more)
    if name in _LONG:
        return blocks.TextBlock(rows=2, **more)
    return blocks.CharBlock(max_length=_longest(annotation), **more)


def _fields(part: type[BaseModel], depth: int) -> list[tuple[str, blocks.Block]]:
    """A box for each field, under the name it has in a file."""
    found = []
    for inner, field in part.model_fields.items():
        name = field.alias or inner
        asked = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        found.append((name, block_for(asked, called(part.__name__, name), depth)))
    return found


def _pair(shape: Any, name: str) -> blocks.Block:
    """One line of a table: what it is called, and what it says."""
    key = blocks.CharBlock(label=LABELS.get(f"{name}.name", "language"), required=False)
    value = blocks.CharBlock(label=LABELS.get(f"{name}.value", "text"), required=False)
    return blocks.StructBlock([("name", key), ("value", value)])


def _longest(annotation: Any) -> int | None:
    for said in getattr(annotation, "__metadata__", ()):
        limits = [said, *getattr(said, "metadata", ())]
        found = next((one.max_length for one in limits if isinstance(one, MaxLen)), None)
        if found:
            return found
    return None


def to_boxes(annotation: Any, value: Any, name: str = "", depth: int = 0) -> Any:
    """A fact as it stands in a record, as the boxes hold it."""
    shape = bare(annotation)
    if is_part(shape):
        held = value if isinstance(value, Mapping) else {}
        fields = shape.model_fields.items()
        names = [(field.alias or inner, field.annotation) for inner, field in fields]
        return {
            inner: to_boxes(asked, held[inner], inner, depth + 1)
            for inner, asked in names
            if inner in held
        }
    if get_origin(shape) is dict:
        return [
            {"name": key, "value": one}
            for key, held in (value or {}).items()
            for one in (held if isinstance(held, list) else [held])
        ]
    if get_origin(shape) is list:
        return _list_to_boxes(shape, value, name, depth)
    return value


def _list_to_boxes(shape: Any, value: Any, name: str, depth: int) -> Any:
    held = value if isinstance(value, list) else [value] if value else []
    if is_choice_of_codes(shape, name):
        return held
    if is_line_of_codes(shape, depth):
        return ", ".join(map(str, held))
    return [to_boxes(get_args(shape)[0], one, name, depth) for one in held]


def from_boxes(annotation: Any, value: Any, name: str = "", depth: int = 0) -> Any:
    """What the boxes hold as it stands in a record; what was left empty is left out."""
    shape = bare(annotation)
    if is_part(shape):
        fields = shape.model_fields.items()
        pairs = [(field.alias or inner, field.annotation) for inner, field in fields]
        found = {
            inner: from_boxes(asked, value.get(inner), inner, depth + 1) for inner, asked in pairs
        }
        return {
            inner: one
            for inner, one in found.items()
            if one is not False and one not in (None, "", [], {})
        }
    if get_origin(shape) is dict:
        return _table(shape, value or [])
    if get_origin(shape) is list:
        return _list_from_boxes(annotation, shape, value, name, depth)
    return value.isoformat() if isinstance(value, date) else value


def _list_from_boxes(annotation: Any, shape: Any, value: Any, name: str, depth: int) -> Any:
    if is_choice_of_codes(shape, name):
        held = list(value or [])
        return "all" if held == ["all"] else held
    if is_line_of_codes(shape, depth):
        return [one.strip() for one in (value or "").split(",") if one.strip()]
    return [from_boxes(get_args(shape)[0], one, name, depth) for one in value or []]


def _table(shape: Any, rows: Any) -> dict[str, Any]:
    """Lines as a table; a name that stands twice has both texts, in order."""
    gathered: dict[str, list[str]] = {}
    for row in rows:
        key, said = (row.get("name") or "").strip(), (row.get("value") or "").strip()
        if key or said:
            gathered.setdefault(key, []).append(said)
    always_list = get_origin(get_args(shape)[1]) is list
    return {
        key: said if always_list or len(said) > 1 or key in SEVERAL else said[0]
        for key, said in gathered.items()
    }
