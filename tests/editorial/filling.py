"""An editor's form: where it is, what a browser would send back from it as it stands, what it finds wrong."""

from typing import Any

from django.db.models import Model
from wagtail import blocks

from manumit.editorial.fields import FactsField


def address(row: Model) -> str:
    """Where the editors' form of a record is."""
    about = row._meta
    return f"/editorial/snippets/{about.app_label}/{about.model_name}/edit/{row.pk}/"


def told_in(response) -> tuple[Any, dict[str, Any]]:
    """What a form that came back finds wrong: in its boxes, and in what stands below the record."""
    form = response.context["form"]
    groups = getattr(form, "formsets", {})
    return form.errors, {name: group.errors for name, group in groups.items()}


def form_of(response) -> dict[str, Any]:
    """Every box of the form, those inside structured facts and below the work too."""
    return _of(response.context["form"])


def _of(form) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for field in form:
        if isinstance(field.field, FactsField):
            data |= boxes(field.field.block, field.value(), field.html_name)
        else:
            value = field.value()
            shown = field.field.widget.format_value(value) if _is_line(field) else value
            data[field.html_name] = "" if shown is None else shown
    for group in getattr(form, "formsets", {}).values():
        for field in group.management_form:
            data[field.html_name] = field.value()
        for inner in group.forms:
            data |= _of(inner)
    return {name: value for name, value in data.items() if value is not False}


def boxes(block, value, prefix: str) -> dict[str, Any]:
    """What the boxes of a structured fact send."""
    if isinstance(block, blocks.ListBlock):
        items = list(value)
        data: dict[str, Any] = {f"{prefix}-count": str(len(items))}
        for place, one in enumerate(items):
            at = f"{prefix}-{place}"
            data |= {f"{at}-order": str(place), f"{at}-deleted": "", f"{at}-type": "item"}
            data |= boxes(block.child_block, one, f"{at}-value")
        return data
    if isinstance(block, blocks.StructBlock):
        inner = block.child_blocks.items()
        return {
            name: sent
            for child, its in inner
            for name, sent in boxes(its, value.get(child), f"{prefix}-{child}").items()
        }
    if isinstance(block, blocks.MultipleChoiceBlock):
        return {prefix: list(value or [])}
    return {prefix: "" if value is None else value} if value is not False else {}


def _is_line(field) -> bool:
    return type(field.field.widget).__name__ == "CodesInput"
