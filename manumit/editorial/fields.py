"""Structured facts in a form: boxes to fill in, checked by the record's own types."""

import json
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from pydantic import TypeAdapter
from pydantic import ValidationError as NotInShape
from wagtail import blocks
from wagtail.blocks.base import BlockField, BlockWidget
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from manumit.citations import place_named
from manumit.editorial.shapes import block_for, from_boxes, to_boxes
from manumit.library.models import Proceeding
from manumit.reference import is_eid

_SAYS = {"missing": "This is needed.", "string_too_short": "This is needed."}


class _Boxes(BlockWidget):
    """Boxes that are a whole field, whatever kind of block they are."""

    @property
    def media(self) -> Any:
        return super().media + forms.Media(js=["editorial/root_blocks.js"])


class FactsField(BlockField):
    """A fact kept as JSON, in the boxes that its type in a record asks for.

    ``shape`` is that type; ``empty`` what a row holds where nothing is said.
    """

    def __init__(self, *, shape: Any, name: str, empty: Any, **options: Any) -> None:
        self.shape, self.name, self.empty = shape, name, empty
        self.adapter: TypeAdapter[Any] = TypeAdapter(shape)
        block = block_for(shape, name)
        super().__init__(block, required=False, widget=_Boxes(block), **options)

    def prepare_value(self, value: Any) -> Any:
        """The fact as boxes hold it; what was filled in stays as it is."""
        if isinstance(value, blocks.StructValue | blocks.list_block.ListValue):
            return value
        return self.block.to_python(to_boxes(self.shape, value, self.name))

    def clean(self, value: Any) -> Any:
        """The boxes as a fact. Raises ValidationError beside the box that is wrong."""
        said = self.said_in(super().clean(value))
        if said in ({}, [], "", None):
            return self.empty
        try:
            known = self.adapter.validate_python(said)
        except NotInShape as error:
            raise self._beside_the_box(error) from error
        kept = self.adapter.dump_python(known, mode="json", by_alias=True, exclude_defaults=True)
        return self.empty if kept == "none" else kept

    def said_in(self, boxes: Any) -> Any:
        """What the boxes hold, as a record would say it; not checked yet."""
        return from_boxes(self.shape, boxes, self.name)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the facts differ, whatever the boxes."""
        try:
            return bool(self.clean(data) != (initial or self.empty))
        except ValidationError:
            return True

    def _beside_the_box(self, error: NotInShape) -> Any:
        first = error.errors()[0]
        says = _SAYS.get(first["type"], first["msg"].removeprefix("Value error, "))
        path = [step for step in first["loc"] if step in self._steps(first["loc"])]
        return _placed(self.block, path, ValidationError(f"{says[:1].upper()}{says[1:]}"))

    def _steps(self, path: Sequence[int | str]) -> list[int | str]:
        """The steps of a path that lead to boxes: not the names of alternatives."""
        block, steps = self.block, list[int | str]()
        for step in path:
            if isinstance(block, blocks.ListBlock) and isinstance(step, int):
                block = block.child_block
            elif isinstance(block, blocks.StructBlock) and step in block.child_blocks:
                block = block.child_blocks[step]
            else:
                continue
            steps.append(step)
        return steps


class ProvisionsField(FactsField):
    """What is said of provisions, each placed by its eid or as a lawyer writes it: section 129(1).

    ``of`` is the kind and the system of the work they are of, which a form says once it knows them.
    """

    of: tuple[str, str] = ("", "")

    def said_in(self, boxes: Any) -> Any:
        """Provisions with their eids; what is no provision stays as typed, to be refused."""
        return [{**one, **self._placed_at(one)} for one in super().said_in(boxes)]

    def _placed_at(self, provision: dict[str, Any]) -> dict[str, str]:
        kind, system = self.of
        typed = provision.get("at", "")
        found = "" if is_eid(typed) else place_named(typed, kind=kind, system=system)
        return {"at": found} if found else {}


def _placed(block: Any, path: Sequence[int | str], error: ValidationError) -> Any:
    """An error laid beside the box to which the path leads, or the nearest above it."""
    of_a_list = isinstance(block, blocks.ListBlock)
    if not path and not of_a_list and not isinstance(block, blocks.StructBlock):
        return error
    kind = ListBlockValidationError if of_a_list else StructBlockValidationError
    if not path:
        return kind(non_block_errors=[error])
    inner = block.child_block if of_a_list else block.child_blocks[path[0]]
    return kind({path[0]: _placed(inner, path[1:], error)})


class CodesInput(forms.TextInput):
    """A list of codes in one line, with commas between."""

    def format_value(self, value: Any) -> str:
        """The codes of a JSON list; what was typed stays as typed."""
        try:
            held = json.loads(value) if isinstance(value, str) else value
        except ValueError:
            return str(value)
        return ", ".join(map(str, held or []))

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        """What was typed, as a JSON list."""
        typed = data.get(name) or ""
        return json.dumps([one.strip() for one in typed.split(",") if one.strip()])


class ProceedingField(forms.CharField):
    """A case on its way through the courts, by its short name; a new name begins a new chain."""

    def prepare_value(self, value: Any) -> Any:
        """The short name of the row; what was typed stays as typed."""
        if isinstance(value, int):
            return Proceeding.objects.filter(pk=value).values_list("code", flat=True).first()
        return value


class AsInARecord:
    """Refuses a value that no record may hold in the field; says why in one line."""

    def __init__(self, shape: Any) -> None:
        self.adapter: TypeAdapter[Any] = TypeAdapter(shape)

    def __call__(self, value: Any) -> None:
        """Raise ValidationError where the record's type refuses the value."""
        try:
            self.adapter.validate_python(value)
        except NotInShape as error:
            says = error.errors()[0]["msg"].removeprefix("Value error, ")
            raise ValidationError(f"{says[:1].upper()}{says[1:]}.") from error
